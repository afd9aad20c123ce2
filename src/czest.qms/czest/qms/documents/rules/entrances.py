"""When something entered each of its states, read from the steps of its workflow history."""

from dataclasses import dataclass
import datetime


#: Transitions that lead back to where something stood before, as if it had never left: the wait goes on.
RESUMING = frozenset({"take-off-list"})


@dataclass(frozen=True)
class Step:
    """One line of a workflow history.

    Parameters:
        state: id of the state after it.
        action: id of the transition; None for the first line.
        day: date in the office on which it was made.
    """

    state: str
    action: str | None
    day: datetime.date


@dataclass(frozen=True)
class Entrance:
    """Something came into a state.

    Parameters:
        state: id of the state.
        day: date in the office.
    """

    state: str
    day: datetime.date


def entrances(steps):
    """Return the entrances that a history tells of, oldest first.

    A step that leaves the state as it was is none, nor is one that resumes an earlier wait.

    Parameters:
        steps: iterable of :class:`Step`, oldest first.
    """
    found, state = [], None
    for step in steps:
        if step.state != state and step.action not in RESUMING:
            found.append(Entrance(step.state, step.day))
        state = step.state
    return found


def of_edition(steps, taken_over_from=None, in_force_to=None):
    """Return the entrances of an edition, oldest first.

    An edition that was taken over has been in force since the past day that its act says, and no draft of it was ever
    written here. One whose successor was taken over was superseded on the past day on which that came into force.

    Parameters:
        steps: see :func:`entrances`.
        taken_over_from: first day in force of an edition that was taken over; None for one that was made here.
        in_force_to: last day in force, or None.
    """
    found = entrances(steps)
    if taken_over_from is not None:
        found = _from_force_on(found, taken_over_from)
    if in_force_to is None:
        return found
    day = in_force_to + datetime.timedelta(days=1)
    return [Entrance(one.state, min(one.day, day)) if one.state == "superseded" else one for one in found]


def of_document(steps, taken_over_from=None):
    """Return the entrances of a document, oldest first.

    Parameters:
        steps: see :func:`entrances`.
        taken_over_from: first day in force of its first edition where that was taken over; None for a document that
            began here.
    """
    found = entrances(steps)
    return found if taken_over_from is None else _from_force_on(found, taken_over_from)


def _from_force_on(found, day):
    """Return the entrances from the first one into force on, that one on another day."""
    later = [one for one in found if one.state != "draft"]
    return [Entrance(one.state, day) if one.state == "in_force" else one for one in later]


def since(found, state):
    """Return the day on which a state was entered for the last time, or None.

    Parameters:
        found: list of :class:`Entrance`, oldest first.
        state: id of the state.
    """
    return next((one.day for one in reversed(found) if one.state == state), None)


def by_month(found):
    """Return ``STATE:YYYY-MM`` of every entrance, each once, sorted.

    Parameters:
        found: iterable of :class:`Entrance`.
    """
    return sorted({f"{one.state}:{one.day:%Y-%m}" for one in found})
