"""The life of a list and its steps."""

from czest.qms.disposal.rules import steps
from czest.qms.disposal.rules.steps import Progress
from czest.qms.disposal.rules.steps import Step
from czest.qms.records.rules.retention import KINDS
from dataclasses import replace
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = date(2026, 1, 8)
WAITING = Progress(
    "B",
    "requested",
    DAY,
    signed_on=date(2026, 9, 21),
    requested_on=date(2026, 10, 12),
    missing={"list": ("place",), "answer": ("no_consent_number", "no_consent_day"), "protocol": ("members",)},
)

#: States to which an answer leads, which is told by ``consents``.
ANSWERS = {"record-consent": {"consented", "partly", "refused"}, "record-refusal": {"refused", "partly"}}


@pytest.mark.parametrize("kind", KINDS)
def test_every_state_of_a_list_can_be_reached(kind):
    reached = {"making", "proposed", "destroying", "transferring"}
    for _step in steps.STATES:
        for one, arrow in steps.life_of(kind).items():
            if arrow.sources & reached:
                reached |= ANSWERS.get(one, set()) | ({arrow.target} - {None})
    beyond = {"destroyed", "closed", "consented"} if kind == "A" else {"transferred"}
    assert reached | beyond >= set(steps.STATES)
    assert not reached & beyond


@pytest.mark.parametrize("state", sorted(steps.AT_WORK))
def test_a_list_that_is_worked_on_can_at_most_be_given_up(state):
    possible = {one for kind in KINDS for one in steps.life_of(kind) if steps.is_possible(one, kind, state)}
    assert possible <= {"drop"}


def test_arch_6_nothing_is_destroyed_before_the_answer():
    for kind in ("B", "BE", "Bc"):
        possible = {state for state in steps.STATES if steps.is_possible("destroy", kind, state)}
        assert possible == {"consented", "partly", "destroyed"}


def test_arch_5_a_list_of_category_a_has_no_destruction():
    assert not any(steps.is_possible("destroy", "A", state) for state in steps.STATES)
    assert not any(steps.is_possible("record-consent", "A", state) for state in steps.STATES)
    assert not any(steps.is_possible("transfer", kind, state) for kind in ("B", "BE", "Bc") for state in steps.STATES)


def test_arch_3_only_be_is_appraised():
    assert steps.is_possible("record-appraisal", "BE", "requested")
    assert not steps.is_possible("record-appraisal", "B", "requested")


@pytest.mark.parametrize("operation_id", sorted({one for kind in KINDS for one in steps.life_of(kind)}))
def test_states_for_some_kind_of_list(operation_id):
    possible = {state for state in steps.STATES for kind in KINDS if steps.is_possible(operation_id, kind, state)}
    assert steps.states_for(operation_id) == possible


@pytest.mark.parametrize("state", ["closed", "dropped", "refused"])
def test_nothing_leads_out_of_the_end(state):
    assert not any(steps.is_possible(one, kind, state) for kind in KINDS for one in steps.life_of(kind))


def test_an_office_that_writes_on_paper_records_only_the_answer():
    assert steps.is_possible("record-consent", "B", "proposed")
    found = steps.steps_of(Progress("B", "consented", DAY, answered_on=date(2026, 11, 24)))
    assert [step.standing for step in found] == ["done", "passed", "passed", "done", "now", "ahead"]


def test_a_list_that_waits_for_the_archive():
    assert steps.steps_of(WAITING) == (
        Step("proposal", "done", DAY),
        Step("list", "done", date(2026, 9, 21)),
        Step("request", "done", date(2026, 10, 12)),
        Step("answer", "now", missing=("no_consent_number", "no_consent_day")),
        Step("destruction", "ahead"),
        Step("protocol", "ahead", missing=("members",)),
    )


@pytest.mark.parametrize(
    ("kind", "state", "days", "standings"),
    [
        ("B", "proposed", {}, "done now ahead ahead ahead ahead"),
        ("B", "signed", {"signed_on": DAY}, "done done now ahead ahead ahead"),
        ("B", "refused", {"answered_on": DAY}, "done passed passed done never never"),
        ("B", "dropped", {"signed_on": DAY}, "done done never never never never"),
        ("B", "destroyed", {"answered_on": DAY, "done_on": DAY}, "done passed passed done done now"),
        (
            "B",
            "closed",
            {"answered_on": DAY, "done_on": DAY, "protocol_on": DAY},
            "done passed passed done done done",
        ),
        ("A", "proposed", {}, "done now ahead ahead"),
        ("A", "requested", {"signed_on": DAY, "requested_on": DAY}, "done done done now"),
        ("A", "transferred", {"done_on": DAY}, "done passed passed done"),
    ],
)
def test_where_a_list_stands(kind, state, days, standings):
    found = steps.steps_of(Progress(kind, state, DAY, **days))
    assert " ".join(step.standing for step in found) == standings


@given(st.sampled_from(KINDS), st.sampled_from(steps.STATES))
def test_at_most_one_step_is_now(kind, state):
    found = steps.steps_of(replace(WAITING, kind=kind, state=state))
    assert [step.standing for step in found].count("now") <= 1
    assert all(step.standing in ("now", "ahead") for step in found if step.missing)
