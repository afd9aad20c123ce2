"""The laws of the life of documents: every shipped definition keeps them, and every way to break one is named."""

from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import Cell
from czest.qms.workflows.rules.cells import DUTY
from czest.qms.workflows.rules.cells import FOUR_EYES
from czest.qms.workflows.rules.cells import NOT_READ
from czest.qms.workflows.rules.cells import OFFICE_WIDE
from czest.qms.workflows.rules.cells import ONLY_ADDED_TO
from czest.qms.workflows.rules.cells import READERS
from czest.qms.workflows.rules.cells import RIGHTS_BY_POSTS
from czest.qms.workflows.rules.cells import SEPARATION
from czest.qms.workflows.rules.cells import UNCHANGED
from czest.qms.workflows.rules.cells import why_locked
from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.definition import Guard
from czest.qms.workflows.rules.editing import edited
from czest.qms.workflows.rules.laws import broken
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.problems import UNKNOWN
from dataclasses import replace
import pytest
from support.adjusting import definitions
from support.adjusting import shipped


EDITION = "qms_edition_workflow"
TRAIL = "czest.qms: View trail"


@pytest.mark.parametrize("workflow_id", sorted(shipped()))
def test_shipped_definitions_keep_the_laws(workflow_id):
    assert broken(definitions()[workflow_id]) == []


def test_optional_states_keep_the_laws():
    every = Adjustments(optional_states=dict.fromkeys(PATTERNS, frozenset()))
    assert broken(definition_of(edited(shipped()[EDITION], every))) == []


def with_state(workflow_id=EDITION, state="approved", **permissions):
    definition = definitions()[workflow_id]
    changed = replace(
        definition.states[state], permissions={**definition.states[state].permissions, **permissions["permissions"]}
    )
    return replace(definition, states={**definition.states, state: changed})


def with_exit(state, transition):
    definition = definitions()[EDITION]
    changed = replace(definition.states[state], exits=(*definition.states[state].exits, transition))
    return replace(definition, states={**definition.states, state: changed})


def with_transition(name, **values):
    definition = definitions()[EDITION]
    return replace(
        definition, transitions={**definition.transitions, name: replace(definition.transitions[name], **values)}
    )


@pytest.mark.parametrize(
    "definition, place",
    [
        (replace(definitions()[EDITION], manager_bypass=True), "manager_bypass"),
        (with_transition("approve", guard=Guard()), "transitions.approve"),
        (with_transition("approve", trigger="AUTOMATIC"), "transitions.approve"),
        (with_transition("approve", scripts=("", "notify")), "transitions.approve"),
        (with_transition("return", target="in_force"), "transitions.return"),
        (with_transition("retract", target="in_review"), "transitions.retract"),
        (with_exit("in_force", "retract"), "transitions.retract"),
        (with_exit("draft", "approve"), "transitions.approve"),
        (with_exit("superseded", "release"), "transitions.release"),
        (
            with_state(permissions={"Modify portal content": Grant(False, frozenset({"Manager"}))}),
            "states.approved.Modify portal content.Manager",
        ),
        (with_state(permissions={"View": Grant(True)}), "states.approved.View"),
        (
            with_state(state="in_review", permissions={"View": Grant(False, frozenset({"Reader"}))}),
            "states.in_review.View.Reader",
        ),
        (
            with_state("qms_document_workflow", "draft", permissions={"View": Grant(False, frozenset({"Reader"}))}),
            "states.draft.View.Reader",
        ),
        (with_state(permissions={"View": Grant(False, frozenset({"Anonymous"}))}), "states.approved.View.Anonymous"),
        (with_state(permissions={"View": Grant(False, frozenset({"Manager"}))}), "states.approved.View.Manager"),
        (
            with_state(permissions={"czest.qms: Save edition": Grant(False, frozenset({"Reviewer"}))}),
            "states.approved.czest.qms: Save edition.Reviewer",
        ),
    ],
)
def test_what_breaks_a_law_is_named(definition, place):
    assert place in {door.field for door in broken(definition)}


def test_a_permission_that_no_state_decides_on_is_named():
    definition = replace(definitions()[EDITION], permissions=(*definitions()[EDITION].permissions, "Mail forgotten"))
    assert {door.mapping["state"] for door in broken(definition)} == set(definition.states)


def locked(permission, role, state="in_review", workflow_id=EDITION, optional_states=()):
    problem = why_locked(definitions()[workflow_id], Cell(workflow_id, state, permission, role), optional_states)
    return problem and problem.message


@pytest.mark.parametrize(
    "permission, role, sentence",
    [
        ("czest.qms: Save edition", "Reviewer", FOUR_EYES),
        ("czest.qms: Save edition", "Editor", DUTY),
        ("View", "Anonymous", SEPARATION),
        (TRAIL, "BIP Editor", SEPARATION),
        (TRAIL, "Auditor", OFFICE_WIDE),
        ("View", "Reader", READERS),
        ("CMFEditions: Purge version", "Manager", ONLY_ADDED_TO),
        ("Change local roles", "Editor", RIGHTS_BY_POSTS),
        ("Modify portal content", "Manager", UNCHANGED),
        ("Mail forgotten password", "Editor", UNKNOWN),
        (TRAIL, "Reviewer", None),
        (TRAIL, "Editor", None),
    ],
)
def test_each_locked_cell_says_why(permission, role, sentence):
    assert locked(permission, role) == sentence


def test_who_does_not_read_in_a_state_has_no_trail_there():
    assert locked(TRAIL, "Reviewer", state="draft") == NOT_READ
    assert locked(TRAIL, "Editor", state="draft") is None


def test_an_optional_state_has_cells_only_where_it_is_turned_on():
    assert locked(TRAIL, "Reviewer", state="in_agreement") == UNKNOWN
    assert locked(TRAIL, "Reviewer", state="in_agreement", optional_states=["agreement"]) is None
    assert locked(TRAIL, "Editor", state="in_agreement", workflow_id="qms_record_workflow") == UNKNOWN
