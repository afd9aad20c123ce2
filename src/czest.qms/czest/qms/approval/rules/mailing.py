"""When people are told of their tasks, and reminded of deadlines."""

import datetime
from typing import NamedTuple


#: How a person wants to be told: of each task when it comes, once a day, or not at all.
AT_ONCE, DAILY, NEVER = CHOICES = ("at-once", "daily", "never")

#: Time in the office from which the mail of a day is sent.
MORNING = datetime.time(7, 30)

#: A reminder goes to those who are asked; an escalation to the quality officers.
BEFORE, AFTER, ESCALATE = "before", "after", "escalate"

#: Operations after which everybody is asked anew, even on the same day and in the same stage.
NEW_ROUNDS = frozenset(
    {
        "submit",
        "return",
        "retract",
        "rewind",
        "revoke-approval",
        "begin-agreement",
        "end-agreement",
        "begin-formal-check",
        "end-formal-check",
    }
)


class Reminder(NamedTuple):
    """One reminder of a deadline.

    Parameters:
        kind: ``before``, ``after`` or ``escalate``.
        number: which of its kind it is, 1 for the first.
    """

    kind: str
    number: int = 1


class Reminding(NamedTuple):
    """What the office decides about reminders.

    Parameters:
        before: days before the deadline; 0 for the day itself.
        every: days between two reminders after it.
        escalate: days late after which the quality officers are told.
    """

    before: int = 2
    every: int = 3
    escalate: int = 5


def is_morning(moment, last_day):
    """Tell whether the mail of a day is due; a morning that was missed is caught up later that day.

    Parameters:
        moment: the present one in the office.
        last_day: the last day whose mail was sent, or None.
    """
    return moment.time() >= MORNING and (last_day is None or last_day < moment.date())


def reminder_due(due, today, settings):
    """Return the reminders of which it is time: tuple of :class:`Reminder`.

    Each stays due until the next of its kind is, so that one whose day was missed is caught up. Who sends them
    remembers which were sent.

    Parameters:
        due: last day of the stage, or None.
        today: date in the office.
        settings: :class:`Reminding`.
    """
    if due is None:
        return ()
    late = (today - due).days
    if late <= 0:
        return (Reminder(BEFORE),) if -late <= settings.before else ()
    found = ()
    if late >= settings.every:
        found += (Reminder(AFTER, late // settings.every),)
    if late >= settings.escalate:
        found += (Reminder(ESCALATE),)
    return found


def round_of(operations):
    """Return how often everybody was asked anew.

    Parameters:
        operations: ids of the operations performed on an edition.
    """
    return sum(1 for operation in operations if operation in NEW_ROUNDS)
