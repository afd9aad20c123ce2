"""Nouns after numbers."""

from czest.qms.language.numerals import counted
from czest.qms.language.numerals import plural_form
from hypothesis import given
from hypothesis import strategies
import pytest
from zope.i18nmessageid import Message


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("one", [1, -1]),
        ("few", [2, 3, 4, 22, 34, 102, 1003]),
        ("many", [0, 5, 11, 12, 13, 14, 21, 31, 101, 112, 1000, 1012]),
    ],
)
def test_form_after_a_number(form, numbers):
    assert {plural_form(number) for number in numbers} == {form}


@given(strategies.integers(2, 10**9))
def test_form_agrees_with_the_rule_of_gettext(number):
    few = 2 <= number % 10 <= 4 and (number % 100 < 12 or number % 100 > 14)
    assert (plural_form(number) == "few") == few


def test_counted_fills_the_chosen_message():
    one, few, many = (Message(f"${{count}} {text} of ${{kind}}", "czest.qms", mapping={"kind": "x"}) for text in "abc")
    chosen = counted(22, one, few, many)
    assert (str(chosen), chosen.domain) == (str(few), "czest.qms")
    assert chosen.mapping == {"kind": "x", "count": "22"}


def test_counted_takes_messages_without_variables():
    assert counted(5, Message("one"), Message("few"), Message("many")).mapping == {"count": "5"}
