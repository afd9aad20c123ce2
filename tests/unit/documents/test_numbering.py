"""Symbols and edition numbers (PR-5)."""

from czest.qms.documents.rules import numbering
from hypothesis import given
from hypothesis import strategies as st
import pytest


PATTERN = "P-{unit}-{sequence:02d}"


@pytest.mark.parametrize("symbol", ["PS-01", "P-OR-02", "I-FK-01", "KJ", "F-PS01-1", "P-ŁÓDŹ-1"])
def test_symbols_of_offices_are_symbols(symbol):
    assert numbering.is_symbol(symbol)


@pytest.mark.parametrize("text", ["", "p-01", "P 01", "P/01", "-P01", "P01-", "P", "1-P", "P" * 41, "P<01"])
def test_other_texts_are_no_symbols(text):
    assert not numbering.is_symbol(text)


@pytest.mark.parametrize("pattern", ["P-{unit}-{sequence:02d}", "PS-{sequence}", "I.{unit}.{sequence:03d}"])
def test_patterns(pattern):
    assert numbering.is_pattern(pattern)


@pytest.mark.parametrize("text", ["P-{unit}", "P-{sequence}-{sequence}", "P-{year}-{sequence}", "p-{sequence}", ""])
def test_texts_that_cannot_make_symbols_are_no_patterns(text):
    assert not numbering.is_pattern(text)


def test_compose_fills_in_unit_and_sequence():
    assert numbering.compose(PATTERN, "FE-EFS", 7) == "P-FE-EFS-07"
    assert numbering.compose("PS-{sequence}", "OR", 12) == "PS-12"


@given(st.sets(st.integers(1, 30)), st.integers(0, 30))
def test_next_free_is_the_first_unused_one_after_the_last(used, last):
    taken = {numbering.compose(PATTERN, "OR", number) for number in used}
    symbol, sequence = numbering.next_free(PATTERN, "OR", last, taken)
    assert symbol not in taken
    assert sequence > last
    assert all(number in used for number in range(last + 1, sequence))


def test_free_neighbour_keeps_the_look():
    assert numbering.free_neighbour("PS-04", {"PS-04", "PS-05"}) == "PS-06"
    assert numbering.free_neighbour("KJ", {"KJ"}) is None


@pytest.mark.parametrize(("text", "parsed"), [("6", (6, 0)), ("6/1", (6, 1)), ("12/10", (12, 10))])
def test_parse_edition_number(text, parsed):
    assert numbering.parse_edition_number(text) == parsed


@pytest.mark.parametrize("text", ["", "0", "6/0", "6/", "a", "06", "6/1/1", " 6", "-1"])
def test_parse_edition_number_refuses(text):
    with pytest.raises(ValueError, match=".*"):
        numbering.parse_edition_number(text)


@pytest.mark.parametrize(
    ("numbers", "kind", "expected"),
    [
        ([], "edition", "1"),
        (["1", "2"], "edition", "3"),
        (["9", "10"], "edition", "11"),
        (["6"], "amendment", "6/1"),
        (["6", "6/1"], "amendment", "6/2"),
        (["6", "6/2"], "edition", "7"),
    ],
)
def test_next_edition_number(numbers, kind, expected):
    assert numbering.next_edition_number(numbers, kind) == expected


def test_nothing_to_amend():
    with pytest.raises(ValueError, match="amendment"):
        numbering.next_edition_number([], "amendment")


def test_edition_address():
    assert numbering.edition_address("6") == "wydanie-6"
    assert numbering.edition_address("6/1") == "wydanie-6-1"
