"""From when an act gives force: a day to come, today, or back from today where the act says so (DESIGN §3)."""

from dataclasses import dataclass
import datetime


@dataclass(frozen=True)
class Force:
    """When editions come into force by an act that is enacted today.

    Parameters:
        day: the day on which they really come into force, never past.
        retroactive_from: the past day from which the act itself gives them force, or None.
    """

    day: datetime.date
    retroactive_from: datetime.date | None = None

    def is_now(self, today):
        """Tell whether they come into force at once."""
        return self.day <= today


def force_of(effective_from, today):
    """Return the Force of an act.

    An act without a day of its own gives force on the day on which it is enacted: that it was signed earlier does not
    make it retroactive.

    Parameters:
        effective_from: the day that the act says, or None.
        today: date in the office.
    """
    if effective_from is None or effective_from == today:
        return Force(today)
    if effective_from > today:
        return Force(effective_from)
    return Force(today, effective_from)


def disagreements(known, given):
    """Return the names of the fields that were recorded otherwise before.

    Parameters:
        known: what the act has, by name of the field; None where it has nothing yet.
        given: what is said now, by name of the field; None where nothing is said.
    """
    return [
        name for name, value in given.items() if value is not None and known[name] is not None and value != known[name]
    ]


def missing(known, given):
    """Return the names of the fields that neither the act has nor anybody says now, in their order."""
    return [name for name, value in given.items() if value is None and known[name] is None]
