"""Automatic numbers of word processors."""

from czest.qms.documents.conversion.numbering import Counter
from czest.qms.documents.conversion.numbering import formatted
from czest.qms.documents.conversion.numbering import Level
import pytest


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (3, "1", "3"),
        (1, "a", "a"),
        (26, "a", "z"),
        (27, "a", "aa"),
        (2, "A", "B"),
        (4, "i", "iv"),
        (1994, "I", "MCMXCIV"),
        (0, "a", "0"),
        (0, "I", "0"),
        (4000, "I", "4000"),
    ],
)
def test_numbers_are_written_in_their_style(number, style, expected):
    assert formatted(number, style) == expected


def test_deeper_levels_begin_again_under_each_item():
    levels = {0: Level("1", "%1."), 1: Level("a", "%1.%2)")}
    counter = Counter()
    labels = [counter.next_label(level, levels)[1] for level in (0, 1, 1, 0, 1)]
    assert labels == ["1.", "1.a)", "1.b)", "2.", "2.a)"]


def test_an_item_under_no_item_takes_the_first_number_of_the_level_above():
    assert Counter().next_label(1, {0: Level("1", "%1.", 5), 1: Level("1", "%1.%2")}) == (1, "5.1")
    assert Counter().next_label(1, {1: Level("1", "%1.%2")}) == (1, "1.1")


def test_bullets_are_not_counted():
    assert Counter().next_label(0, {}) == (0, "")
