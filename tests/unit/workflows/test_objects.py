"""What single objects stray from, in plain values: their states, the rights set on them, their local roles."""

from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.objects import further
from czest.qms.workflows.rules.objects import is_explained
from czest.qms.workflows.rules.objects import Kept
from czest.qms.workflows.rules.objects import LocalRoles
from czest.qms.workflows.rules.objects import places
from czest.qms.workflows.rules.objects import states_explained
from czest.qms.workflows.rules.objects import Step
from czest.qms.workflows.rules.objects import straying
from czest.qms.workflows.rules.problems import Problem
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest
from support.adjusting import definitions


EDITION = definitions()["qms_edition_workflow"]
DUE = LocalRoles({"autor": ("Editor",)}, is_closed=True)


@st.composite
def lives(draw):
    """Return a workflow and the steps of an object that went its way by its transitions."""
    definition = draw(st.sampled_from(sorted(definitions().values(), key=lambda one: one.id)))
    steps = [Step(None, definition.initial)]
    for _step in range(draw(st.integers(0, 9))):
        exits = sorted(definition.states[steps[-1].state].exits)
        if not exits:
            break
        transition = definition.transitions[draw(st.sampled_from(exits))]
        steps.append(Step(transition.id, transition.target or steps[-1].state))
    return definition, tuple(steps)


def whole(definition, steps):
    """Return what an object keeps that is as it should be."""
    return Kept(steps, dict(definition.states[steps[-1].state].permissions), DUE)


def found(definition, kept):
    return [(one.field, one.mapping) for one in straying(("w", "u"), kept, definition, definition, DUE)]


@given(lives())
def test_whatever_went_its_way_by_transitions_does_not_stray(life):
    definition, steps = life
    assert states_explained(steps, definition) == tuple(step.state for step in steps)
    assert is_explained(steps, definition)
    assert found(definition, whole(definition, steps)) == []


@given(lives(), st.data())
def test_a_state_that_was_set_is_named_and_the_one_before_counts(life, data):
    definition, steps = life
    state = data.draw(st.sampled_from([*definition.states, "secret"]))
    forged = (*steps, Step(data.draw(st.sampled_from([None, "", "teleport"])), state))
    assert states_explained(forged, definition) == tuple(step.state for step in steps)
    kept = replace(whole(definition, steps), steps=forged)
    words = {"object": "u", "state": state, "recorded": steps[-1].state}
    assert found(definition, kept) == [("objects.w.u.state", words)]


@given(lives(), st.data())
def test_a_line_that_was_rewritten_counts_with_where_its_transition_leads(life, data):
    definition, steps = life
    at = data.draw(st.integers(0, len(steps) - 1))
    rewritten = (*steps[:at], steps[at]._replace(state="secret"), *steps[at + 1 :])
    known = tuple(step.state for step in steps) if at else ()
    assert states_explained(rewritten, definition) == known
    assert not is_explained(rewritten, definition)


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (Step(None, "in_force"),),
        # Somebody worked on from the state that was set: what was signed since must not be taken back.
        (Step(None, "draft"), Step("submit", "in_review"), Step(None, "draft"), Step("submit", "in_review")),
        (Step(None, "draft"), Step("submit", "draft"), Step("submit", "in_review")),
    ],
)
def test_where_nobody_can_tell_the_state_nothing_else_is_said(steps):
    assert states_explained(steps, EDITION) == ()
    kept = Kept(steps, {}, LocalRoles())
    assert found(EDITION, kept) == [("objects.w.u.state", {"object": "u"})]


def test_a_state_that_there_was_once_is_named():
    steps = (Step(None, "draft"), Step("submit", "in_review"))
    without = replace(EDITION, states={name: one for name, one in EDITION.states.items() if name != "in_review"})
    (problem,) = straying(("w", "u"), whole(EDITION, steps), without, EDITION, DUE)
    assert problem.mapping == {"object": "u", "state": "in_review"}


def test_the_rights_are_those_of_the_state_that_counts():
    steps = (Step(None, "draft"), Step("submit", "in_review"), Step(None, "draft"))
    kept = Kept(steps, dict(EDITION.states["draft"].permissions), DUE)
    assert [field.rpartition(".")[2] for field, _words in found(EDITION, kept)] == ["state", "rights"]


DRAFT = (Step(None, "draft"),)
MODIFY, VIEW = "Modify portal content", "View"


@pytest.mark.parametrize(
    "permissions, part, names",
    [
        ({MODIFY: Grant(False, frozenset({"Manager"}))}, "rights", MODIFY),
        ({MODIFY: Grant(True, EDITION.states["draft"].permissions[MODIFY].roles)}, "rights", MODIFY),
        ({VIEW: None}, "rights", VIEW),
        ({"Mail": Grant(False)}, "foreign", "Mail"),
        ({name: Grant(True) for name in "gfedcba"}, "foreign", "a, b, c, d, e, …"),
    ],
)
def test_rights_that_were_set_by_hand_are_named(permissions, part, names):
    kept = {**EDITION.states["draft"].permissions, **permissions}
    kept = {name: one for name, one in kept.items() if one is not None}
    ((field, words),) = found(EDITION, Kept(DRAFT, kept, DUE))
    assert (field, words["permissions"]) == (f"objects.w.u.{part}", names)


@pytest.mark.parametrize(
    "roles, parts",
    [
        (LocalRoles({}, True), {"roles": "autor"}),
        (LocalRoles({"autor": ("Editor", "Owner")}, True), {"roles": "autor"}),
        (LocalRoles({"autor": ("Editor",), "obcy": ("Reader",)}, True), {"roles": "obcy"}),
        (LocalRoles(DUE.granted, False), {"closed": None}),
    ],
)
def test_local_roles_that_were_set_by_hand_are_named(roles, parts):
    kept = replace(whole(EDITION, DRAFT), roles=roles)
    named = {field.rpartition(".")[2]: words.get("principals") for field, words in found(EDITION, kept)}
    assert named == parts


def test_an_object_is_one_place_whatever_is_said_of_it():
    problems = [Problem("a", "x", {"object": "1"}), Problem("b", "y", {"object": "1"}), Problem("c", "z")]
    assert places([*problems, *further(7)]) == 9
    assert further(0) == places([]) * [None]
