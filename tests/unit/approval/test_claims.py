"""By what right somebody signs: himself or for another, never an author, never twice."""

from czest.qms.approval.rules.claims import Claim
from czest.qms.approval.rules.claims import claims
from czest.qms.approval.rules.claims import Refusal
from czest.qms.approval.rules.claims import refusal
from czest.qms.documents.rules.route import Course
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import Stage
from hypothesis import given
from hypothesis import strategies as st


A, B, C = (Participant("person", login) for login in "abc")
LEGAL = Participant("post", "radca")
HELD = {A: {"a"}, B: {"b"}, C: {"c"}, LEGAL: {"b", "l"}}


def known(authors=(), mandates=()):
    return {"authors": authors, "holders": HELD.__getitem__, "mandates": mandates}


def ways(login, participants=(A, LEGAL), signed=(), **knowledge):
    return claims(participants, login, signed=signed, **known(**knowledge))


def signature(stage, participant, login, on_behalf_of=None, time="1"):
    return {
        "act": stage.act,
        "stage": stage.id,
        "participant": participant.key,
        "login": login,
        "on_behalf_of": on_behalf_of,
        "digest": "d",
        "void": False,
        "time": time,
    }


def test_one_signs_for_himself_and_for_his_post():
    assert ways("a") == (Claim(A),)
    assert ways("l") == (Claim(LEGAL),)
    assert ways("b", (B, LEGAL)) == (Claim(B), Claim(LEGAL))
    assert ways("x") == ()


def test_a_deputy_signs_for_another_after_what_is_his_own():
    assert ways("x", mandates=[("a", "zarz. 1")]) == (Claim(A, "a", "zarz. 1"),)
    assert ways("l", mandates=[("a", "zarz. 1")]) == (Claim(LEGAL), Claim(A, "a", "zarz. 1"))


def test_no_deputy_breaks_four_eyes():
    assert ways("x", authors=("a",), mandates=[("a", "m")]) == ()
    assert ways("x", authors=("x",), mandates=[("a", "m")]) == ()


def test_nobody_signs_twice_in_a_stage_by_his_own_hand_or_that_of_a_deputy():
    assert ways("l", signed=("l",), mandates=[("a", "m")]) == ()
    assert ways("x", (A,), signed=("a",), mandates=[("a", "m")]) == ()


@given(
    st.sampled_from("abclx"),
    st.sets(st.sampled_from("abclx")),
    st.sets(st.sampled_from("abclx")),
    st.lists(st.tuples(st.sampled_from("abclx"), st.just("m"))),
)
def test_every_claim_is_of_two_other_people_than_authors_and_signers(login, authors, signed, mandates):
    for claim in ways(login, (A, B, C, LEGAL), signed, authors=authors, mandates=mandates):
        behind = {login, claim.on_behalf_of or login}
        assert not behind & (authors | signed)
        assert (claim.on_behalf_of or login) in HELD[claim.participant]


FIRST = Stage("1", "check", (A, LEGAL), in_sequence=True)
SECOND = Stage("2", "check", (C,))
LAST = Stage("3", "approval", (B,))


def why(login, act="review", signatures=(), **knowledge):
    course = Course((FIRST, SECOND, LAST), signatures, "d")
    return refusal(course, act, login, lambda stage: known(**knowledge))


def test_why_somebody_may_not_sign():
    by_a = signature(FIRST, A, "a")
    by_l = signature(FIRST, LEGAL, "l", time="2")
    assert why("a") is None
    assert why("a", authors=("a",)) == Refusal("author")
    assert why("x") == Refusal("not-asked")
    assert why("l") == Refusal("not-yet")
    assert why("c") == Refusal("not-yet")
    assert why("b", act="approve") == Refusal("not-yet")
    assert why("a", signatures=[by_a]) == Refusal("signed")
    assert why("x", signatures=[by_a], mandates=[("a", "m")]) == Refusal("done", by_a)
    assert why("b", signatures=[by_a, by_l]) == Refusal("done", by_l)
    assert why("a", signatures=[by_a, by_l]) == Refusal("done", by_l)
    assert why("b", act="approve", signatures=[by_a, by_l]) == Refusal("not-yet")
