"""Public addresses made from symbols."""

from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import subject_id
from hypothesis import given
from hypothesis import strategies
from OFS.ObjectManager import checkValidId
from OFS.ObjectManager import ObjectManager
import pytest


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("PS-01", "PS-01"),
        ("P-ŻŁ-02.1", "P-ŻŁ-02.1"),
        ("Z-PS03-2026/04", "Z-PS03-2026~04"),
        ("P/OR", "P~OR"),
        ("a b", "a,20,b"),
    ],
)
def test_a_symbol_is_read_in_its_address(symbol, expected):
    assert subject_id(symbol) == expected


def test_a_tilde_needs_no_escape():
    assert Addresses("/bip").entry("Z-PS03-2026/04", "wersja-1") == "/bip/dokumenty/Z-PS03-2026~04/wersja-1"


symbols = strategies.text(strategies.sampled_from("AZ19ŻÓ-._/~, \\%"), min_size=1, max_size=12)


@given(symbols, symbols)
def test_no_two_symbols_share_an_address(one, other):
    assert (subject_id(one) == subject_id(other)) == (one == other)


@given(
    strategies.from_regex(
        r"[A-ZĄĆĘŁŃÓŚŹŻ][A-Z0-9Ż]{0,5}(-[A-Z0-9]{1,4}){0,2}-20[0-9]{2}(/[A-Z0-9]{1,6})?", fullmatch=True
    )
)
def test_the_address_of_a_record_is_one_that_zope_takes(symbol):
    checkValidId(ObjectManager(), subject_id(symbol))
