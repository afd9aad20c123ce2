"""The life of a record: states, and which operation leads from where to where (DESIGN §3)."""

from czest.qms.documents.rules.lifecycle import Transition


STATES = ("open", "filed", "disposal_pending", "disposed", "transferred")
#: States in which no door changes the content.
FROZEN_STATES = frozenset(STATES) - {"open"}
#: States that no operation leaves.
FINAL_STATES = frozenset({"disposed", "transferred"})

_KEPT = frozenset({"open", "filed", "disposal_pending"})

#: Operation id → arrow. From ``propose`` on it is a disposal list that does it.
RECORD_LIFE = {
    "save": Transition(frozenset({"open"}), None),
    "file": Transition(frozenset({"open"}), "filed"),
    "add-addendum": Transition(frozenset({"filed"}), None),
    "amend-openness": Transition(_KEPT, None),
    "hold": Transition(_KEPT, None),
    "extend-hold": Transition(_KEPT, None),
    "lift-hold": Transition(_KEPT, None),
    "propose": Transition(frozenset({"filed"}), "disposal_pending"),
    "take-off-list": Transition(frozenset({"disposal_pending"}), "filed"),
    "destroy": Transition(frozenset({"disposal_pending"}), "disposed"),
    "transfer": Transition(frozenset({"filed", "disposal_pending"}), "transferred"),
}


def is_possible(operation_id, state):
    """Whether an operation may be done to a record in this state."""
    return state in RECORD_LIFE[operation_id].sources


def possible_operations(state):
    """Return a tuple of the ids of the operations that may be done to a record in this state."""
    return tuple(operation_id for operation_id in RECORD_LIFE if is_possible(operation_id, state))


def filing_problem(closed_on, day):
    """Return what keeps an open record from being filed: ``not_closed``, ``closed_in_future`` or None.

    Parameters:
        closed_on: day on which the case ended, or None.
        day: date in the office.
    """
    if closed_on is None:
        return "not_closed"
    return "closed_in_future" if closed_on > day else None
