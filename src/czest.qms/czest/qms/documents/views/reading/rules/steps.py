"""Where an open edition stands: five steps from the draft to force, with the days on which each was entered."""

from dataclasses import dataclass
import datetime


#: The steps in their order; each is a state of an edition.
STEPS = ("draft", "in_review", "pending_approval", "approved", "in_force")

#: Step → operations after which an edition may stand in it.
ENTRANCES = {
    "draft": {"open-revision", "retract", "return", "revoke-approval"},
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
    """Return the five steps of an edition.

    Parameters:
        moves: pairs ``(operation id, aware datetime)`` from the trail of this edition, oldest first.
        state: state id of the edition; one of STEPS.
    """
    present = STEPS.index(state)
    entered = [last_entrance(moves, step) for step in STEPS[: present + 1]]
    left = [*entered[1:], None]
    found = [
        Step(step, "done" if step != state else "present", since, until)
        for step, since, until in zip(STEPS, entered, left, strict=False)
    ]
    return found + [Step(step, "ahead") for step in STEPS[present + 1 :]]


def last_entrance(moves, step):
    """Return when a step was entered last, or None.

    A stage of several people is left by the last of their signatures, hence always the last entrance counts.
    """
    return next((time for operation, time in reversed(moves) if operation in ENTRANCES[step]), None)
