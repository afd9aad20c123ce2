"""The life of an edition and of a document: states, and which operation leads from where to where."""

from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from dataclasses import dataclass


#: States before the route begins.
STATES_BEFORE_ROUTE = frozenset({"draft", *OPTIONAL_STATES})
#: States in which an edition is being worked on; a document has at most one such edition.
OPEN_STATES = frozenset({*STATES_BEFORE_ROUTE, "in_review", "pending_approval", "approved"})
#: States in which nothing may change the content any more.
RELEASED_STATES = frozenset({"approved", "in_force", "superseded", "withdrawn"})
#: States of an edition that was in force once.
PAST_STATES = frozenset({"superseded", "withdrawn"})


@dataclass(frozen=True)
class Transition:
    """One arrow of the life of an edition.

    Parameters:
        sources: states from which the operation may be done.
        target: state it leads to, or None where the state may stay or the edition disappears.
    """

    sources: frozenset
    target: str | None


def _from(*sources, to):
    return Transition(frozenset(sources), to)


#: Operation id → arrow of an edition. ``supersede`` is done by another edition's release.
EDITION_LIFE = {
    "save": _from("draft", to=None),
    "discard": _from("draft", to=None),
    "begin-agreement": _from("draft", to="in_agreement"),
    "answer-agreement": _from("in_agreement", to=None),
    "end-agreement": _from("in_agreement", to="draft"),
    "begin-formal-check": _from("draft", to="in_formal_check"),
    "end-formal-check": _from("in_formal_check", to="draft"),
    "submit": _from(*STATES_BEFORE_ROUTE, to="in_review"),
    "retract": _from("in_formal_check", "in_review", "pending_approval", to="draft"),
    "return": _from("in_review", "pending_approval", to="draft"),
    "review": _from("in_review", to="pending_approval"),
    "approve": _from("pending_approval", to="approved"),
    "end-opinion": _from("in_review", to=None),
    "reassign": _from("in_review", "pending_approval", to=None),
    "ask-also": _from("in_review", "pending_approval", to=None),
    "rewind": _from("in_review", "pending_approval", to=None),
    "attach-signed-file": _from("pending_approval", "approved", "in_force", to=None),
    "revoke-approval": _from("approved", to="draft"),
    "release": _from("approved", to="in_force"),
    "enact": _from("approved", to=None),
    "take-over": _from("draft", to="in_force"),
    "supersede": _from("in_force", to="superseded"),
    "withdraw": _from("in_force", to="withdrawn"),
}


#: Operation id → arrow of a document. Operations that are not named are possible in every state.
DOCUMENT_LIFE = {
    "open-revision": _from("draft", "in_force", to=None),
    "propose-change": _from("draft", "in_force", to=None),
    "release": _from("draft", to="in_force"),
    "withdraw": _from("in_force", to="withdrawn"),
}


def is_possible(operation_id, state):
    """Tell whether an operation may be done to an edition in this state."""
    return state in EDITION_LIFE[operation_id].sources


def document_state(edition_states):
    """Return the state of a document, derived from the states of its editions.

    Parameters:
        edition_states: iterable of edition state ids.
    """
    states = set(edition_states)
    if "in_force" in states:
        return "in_force"
    if "withdrawn" in states:
        return "withdrawn"
    return "draft"


def is_due(state, effective_from, today, awaits_act=False):
    """Tell whether an edition must be brought into force by the scheduler.

    Parameters:
        state: state id of the edition.
        effective_from: date, or None.
        today: date in the office.
        awaits_act: whether nothing but a legal act brings it into force.
    """
    return state == "approved" and not awaits_act and effective_from is not None and effective_from <= today
