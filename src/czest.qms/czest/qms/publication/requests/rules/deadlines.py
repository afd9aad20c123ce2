"""Deadlines of accessibility requests (art. 18 of the act of 4.04.2019; A11Y-5)."""

from datetime import timedelta
from dateutil.relativedelta import relativedelta


#: The element is made accessible without delay, within so many days at the latest (art. 18 sec. 4).
DAYS = 7
#: With notice the time may be longer, but not longer than so many months from the request (art. 18 sec. 5).
MONTHS = 2

OPEN, SOON, OVERDUE, CLOSED = "open", "soon", "overdue", "closed"
#: So many days before the deadline a request is pressing.
PRESSING = 2


def first_deadline(received_on):
    """Return the last day to grant a request, unless it is extended.

    Parameters:
        received_on: date of the request.
    """
    return received_on + timedelta(days=DAYS)


def latest_extension(received_on):
    """Return the last day to which the deadline may be extended: two months from the request.

    In a month without such a day it is the last of that month (31 December: 28 or 29 February).
    """
    return received_on + relativedelta(months=MONTHS)


def deadline(received_on, extended_to=None):
    """Return the deadline that counts.

    Parameters:
        received_on: date of the request.
        extended_to: date, or None.
    """
    return extended_to or first_deadline(received_on)


def standing(due, closed_on, today):
    """Return how a request stands: ``open``, ``soon``, ``overdue`` or ``closed``.

    Parameters:
        due: its deadline.
        closed_on: day on which it was closed, or None.
        today: date.
    """
    if closed_on is not None:
        return CLOSED
    if due < today:
        return OVERDUE
    return SOON if (due - today).days <= PRESSING else OPEN
