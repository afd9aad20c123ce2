"""Four eyes, stages and days of effect."""

from czest.qms.approval import rules
import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest


TODAY = datetime.date(2026, 11, 25)
LOGINS = st.sampled_from("abcd")


def signature(login, act="review", digest="d", void=False):
    return {"login": login, "act": act, "digest": digest, "void": void, "void_reason": None}


def test_an_author_breaks_four_eyes():
    assert rules.breaks_four_eyes("a", ("a", "b"))
    assert not rules.breaks_four_eyes("c", ("a", "b"))


@given(st.lists(LOGINS, unique=True), st.lists(LOGINS))
def test_a_stage_is_complete_when_everybody_has_signed(people, signers):
    signatures = [signature(login) for login in signers]
    complete = rules.is_complete(people, signatures, "review", "d")
    assert complete == (bool(people) and set(people) <= set(signers))


@pytest.mark.parametrize(
    "useless", [signature("a", act="approve"), signature("a", digest="other"), signature("a", void=True)]
)
def test_a_signature_counts_for_its_act_and_digest_and_while_it_is_not_void(useless):
    assert rules.missing(["a"], [useless], "review", "d") == ["a"]


def test_voiding_keeps_signatures_and_earlier_reasons():
    old = {**signature("a", void=True), "void_reason": "earlier"}
    result = rules.voided((old, signature("b")), "content changed")
    assert result[0] == old
    assert result[1] == {**signature("b"), "void": True, "void_reason": "content changed"}


def test_route_problems():
    assert rules.route_problems(["r"], ["z"], ["a"]) == []
    assert rules.route_problems([], ["a"], ["a"]) == [("reviewers", "nobody"), ("approvers", "author")]


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
