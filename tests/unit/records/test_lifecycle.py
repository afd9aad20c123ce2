"""The life of a record."""

from czest.qms.records.rules import lifecycle
from datetime import date
import pytest


def test_every_state_can_be_reached_from_open():
    reached = {"open"}
    for _step in lifecycle.RECORD_LIFE:
        for transition in lifecycle.RECORD_LIFE.values():
            if transition.sources & reached and transition.target:
                reached.add(transition.target)
    assert reached == set(lifecycle.STATES)


def test_nothing_leads_out_of_the_end_or_back_to_open():
    for transition in lifecycle.RECORD_LIFE.values():
        assert not transition.sources & lifecycle.FINAL_STATES
        assert transition.target != "open"


def test_arch_6_nothing_is_destroyed_but_from_a_list():
    leading_there = [one for one, arrow in lifecycle.RECORD_LIFE.items() if arrow.target == "disposed"]
    assert leading_there == ["destroy"]
    assert lifecycle.RECORD_LIFE["destroy"].sources == {"disposal_pending"}


@pytest.mark.parametrize(
    ("state", "operations"),
    [
        ("open", ("save", "file", "amend-openness", "hold", "extend-hold", "lift-hold")),
        ("filed", ("add-addendum", "amend-openness", "hold", "extend-hold", "lift-hold", "propose", "transfer")),
        (
            "disposal_pending",
            ("amend-openness", "hold", "extend-hold", "lift-hold", "take-off-list", "destroy", "transfer"),
        ),
        ("disposed", ()),
        ("transferred", ()),
    ],
)
def test_operations_of_a_state(state, operations):
    assert lifecycle.possible_operations(state) == operations


def test_content_changes_only_while_a_record_is_open():
    assert not lifecycle.RECORD_LIFE["save"].sources & lifecycle.FROZEN_STATES


@pytest.mark.parametrize(
    ("closed_on", "problem"),
    [
        (None, "not_closed"),
        (date(2026, 12, 1), "closed_in_future"),
        (date(2026, 11, 30), None),
        (date(1950, 1, 1), None),
    ],
)
def test_a_record_is_filed_once_its_case_has_ended(closed_on, problem):
    assert lifecycle.filing_problem(closed_on, date(2026, 11, 30)) == problem
