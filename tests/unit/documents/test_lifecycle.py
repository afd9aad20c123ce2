"""The life of an edition."""

from czest.qms.documents.rules import lifecycle
import datetime
import pytest


def test_every_state_can_be_reached_from_draft():
    reached = {"draft"}
    for _step in lifecycle.EDITION_LIFE:
        for transition in lifecycle.EDITION_LIFE.values():
            if transition.sources & reached and transition.target:
                reached.add(transition.target)
    assert reached == lifecycle.OPEN_STATES | lifecycle.RELEASED_STATES


def test_nothing_leads_out_of_the_past():
    for transition in lifecycle.EDITION_LIFE.values():
        assert not transition.sources & lifecycle.PAST_STATES


def test_what_was_in_force_never_becomes_a_draft_again():
    for transition in lifecycle.EDITION_LIFE.values():
        if transition.target == "draft":
            assert "in_force" not in transition.sources


def test_is_possible():
    assert lifecycle.is_possible("submit", "draft")
    assert not lifecycle.is_possible("submit", "in_review")


@pytest.mark.parametrize(
    ("editions", "state"),
    [
        ([], "draft"),
        (["draft"], "draft"),
        (["superseded", "in_force", "draft"], "in_force"),
        (["superseded", "withdrawn"], "withdrawn"),
    ],
)
def test_document_state(editions, state):
    assert lifecycle.document_state(editions) == state


@pytest.mark.parametrize(
    ("state", "day", "due"),
    [
        ("approved", 1, True),
        ("approved", 2, True),
        ("approved", 3, False),
        ("approved", None, False),
        ("pending_approval", 1, False),
    ],
)
def test_is_due(state, day, due):
    effective_from = day and datetime.date(2026, 12, day)
    assert lifecycle.is_due(state, effective_from, datetime.date(2026, 12, 2)) is due


def test_what_awaits_a_legal_act_is_never_due():
    day = datetime.date(2026, 12, 1)
    assert lifecycle.is_due("approved", day, day)
    assert not lifecycle.is_due("approved", day, day, awaits_act=True)
