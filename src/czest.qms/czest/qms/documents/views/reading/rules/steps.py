"""Where an open edition stands: five steps from the draft to force, with the days on which each was entered.

An optional state is a step more, for as long as an edition stands in it.
"""

from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.optional_states import PATTERNS
from dataclasses import dataclass
import datetime


#: The steps in their order; each is a state of an edition.
STEPS = ("draft", "in_review", "pending_approval", "approved", "in_force")

#: Step → operations after which an edition may stand in it.
ENTRANCES = {
    "draft": {
        "open-revision",
        "retract",
        "return",
        "revoke-approval",
        *(pattern.end for pattern in PATTERNS.values()),
    },
    **{pattern.state: {pattern.begin} for pattern in PATTERNS.values()},
    "in_review": {"submit"},
    "pending_approval": {"review"},
    "approved": {"approve"},
    "in_force": {"release", "take-over"},
}


@dataclass(frozen=True)
class Step:
    """One step.

    Parameters:
        state: id of the state.
        position: ``done``, ``present`` or ``ahead``.
        since: when it was entered, an aware datetime, or None where that is not known.
        until: when it was left, an aware datetime, or None.
    """

    state: str
    position: str
    since: datetime.datetime | None = None
    until: datetime.datetime | None = None


def steps(moves, state):
    """Return the steps of an edition.

    Parameters:
        moves: pairs ``(operation id, aware datetime)`` from the trail of this edition, oldest first.
        state: state id of the edition; one of STEPS, or an optional state.
    """
    way = (STEPS[0], state, *STEPS[1:]) if state in OPTIONAL_STATES else STEPS
    present = way.index(state)
    entered = [last_entrance(moves, step) for step in way[: present + 1]]
    left = [*entered[1:], None]
    found = [
        Step(step, "done" if step != state else "present", since, until)
        for step, since, until in zip(way, entered, left, strict=False)
    ]
    return found + [Step(step, "ahead") for step in way[present + 1 :]]


def last_entrance(moves, step):
    """Return when a step was entered last, or None.

    A stage of several people is left by the last of their signatures, hence always the last entrance counts.
    """
    return next((time for operation, time in reversed(moves) if operation in ENTRANCES[step]), None)
