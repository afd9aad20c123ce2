"""The five steps of an open edition."""

from czest.qms.documents.views.reading.rules.steps import STEPS
from czest.qms.documents.views.reading.rules.steps import steps
import datetime
import pytest


def at(day):
    return datetime.datetime(2026, 11, day, 9, tzinfo=datetime.UTC)


LIFE = [("open-revision", at(2)), ("save", at(3)), ("submit", at(5)), ("review", at(6)), ("approve", at(8))]


@pytest.mark.parametrize("state", STEPS)
def test_positions(state):
    place = STEPS.index(state)
    found = steps(LIFE, state)
    assert [step.state for step in found] == list(STEPS)
    assert [step.position for step in found] == ["done"] * place + ["present"] + ["ahead"] * (4 - place)


def test_each_step_lasts_until_the_next_one():
    draft, review, approval, *_rest = steps(LIFE, "pending_approval")
    assert (draft.since, draft.until) == (at(2), at(5))
    assert (review.since, review.until) == (at(5), at(6))
    assert (approval.since, approval.until) == (at(6), None)


def test_a_returned_draft_begins_again():
    found = steps([*LIFE[:3], ("return", at(7))], "draft")
    assert (found[0].position, found[0].since, found[0].until) == ("present", at(7), None)
    assert {step.since for step in found[1:]} == {None}


def test_the_last_of_several_reviews_leads_on():
    found = steps([*LIFE[:3], ("review", at(6)), ("review", at(9))], "pending_approval")
    assert found[1].until == at(9)


def test_what_the_trail_does_not_tell_stays_open():
    assert steps([], "in_review")[0].since is None
