"""Void signatures and days of effect."""

from czest.qms.approval.rules import signing as rules
import datetime
import pytest


TODAY = datetime.date(2026, 11, 25)


def signature(login, digest="d", void=False):
    return {"login": login, "digest": digest, "void": void, "void_reason": None}


def test_voiding_keeps_signatures_and_earlier_reasons():
    old = {**signature("a", void=True), "void_reason": "earlier"}
    result = rules.voided((old, signature("b")), "content changed")
    assert result[0] == old
    assert result[1] == {**signature("b"), "void": True, "void_reason": "content changed"}


def test_only_those_chosen_become_void():
    result = rules.voided((signature("a", "old"), signature("b")), "content", lambda one: one["digest"] == "old")
    assert [one["void"] for one in result] == [True, False]


@pytest.mark.parametrize(
    ("asked", "planned", "expected"),
    [
        (None, None, TODAY),
        (None, datetime.date(2027, 1, 1), datetime.date(2027, 1, 1)),
        (TODAY, datetime.date(2026, 1, 1), TODAY),
    ],
)
def test_day_of_effect(asked, planned, expected):
    assert rules.day_of_effect(asked, planned, TODAY) == expected


def test_a_past_day_is_refused():
    with pytest.raises(ValueError, match="2026"):
        rules.day_of_effect(None, datetime.date(2026, 11, 24), TODAY)
