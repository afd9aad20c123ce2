"""Canaries are the same for the same place, differ between places, and are found in any case."""

from hypothesis import given
from hypothesis import strategies
import pytest
import re
from support.separation.canaries import Canaries


def test_the_same_seed_gives_the_same_canaries():
    first, second = Canaries("a"), Canaries("a")
    assert (first.word("title"), first.uid("title")) == (second.word("title"), second.uid("title"))
    assert Canaries("b").word("title") != first.word("title")


def test_a_canary_can_be_a_login_a_symbol_a_name_of_a_file_and_a_uid():
    canaries = Canaries("a")
    assert re.fullmatch("[a-z][a-z0-9]{15}", canaries.word("x"))
    assert re.fullmatch("[0-9a-f]{32}", canaries.uid("x"))


@given(strategies.text(), strategies.text(), strategies.booleans())
@pytest.mark.hypothesis
def test_a_canary_is_found_in_anything(before, after, is_upper):
    canaries = Canaries("a")
    word = canaries.word("title") + canaries.uid("uid")
    assert canaries.found_in(before + (word.upper() if is_upper else word) + after) == ["title", "uid"]


@given(strategies.text())
@pytest.mark.hypothesis
def test_nothing_else_is_taken_for_a_canary(text):
    canaries = Canaries("a")
    canaries.word("title")
    assert canaries.found_in(text) == []
    assert canaries.found_in("cnr" + "a" * 13) == []
