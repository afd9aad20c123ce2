"""Numbers of rows as people write them."""

from czest.qms.disposal.rules.row_numbers import MOST_ROWS
from czest.qms.disposal.rules.row_numbers import parsed
from czest.qms.disposal.rules.row_numbers import written
from hypothesis import given
from hypothesis import strategies
import pytest


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        (" , ", []),
        ("3", [3]),
        ("3, 7–9", [3, 7, 8, 9]),
        ("9;8\n7", [7, 8, 9]),
        ("7 - 9, 8", [7, 8, 9]),
        ("5-5", [5]),
    ],
)
def test_numbers_and_ranges_are_read(text, numbers):
    assert parsed(text) == numbers


@pytest.mark.parametrize("text", ["x", "3, x", "9–7", "–3", "3–", "1–9999999", "3.5", "1 2"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError):
        parsed(text)


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([4], "4"), ([1, 2], "1, 2"), ([9, 1, 2, 3], "1–3, 9"), ([2, 2, 5], "2, 5")]
)
def test_neighbours_are_written_as_a_range(numbers, text):
    assert written(numbers) == text


@given(strategies.sets(strategies.integers(1, MOST_ROWS)))
def test_what_is_written_reads_the_same(numbers):
    assert parsed(written(numbers)) == sorted(numbers)
