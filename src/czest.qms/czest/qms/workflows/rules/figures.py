"""Arithmetic of the live figures: waits in days, months of the trend, and the addresses of the lists behind numbers."""

from dataclasses import dataclass
import datetime
from itertools import accumulate
import re
from urllib.parse import urlencode


#: Months of the trend, the present one included.
MONTHS = 12

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Waits:
    """How long objects have been in a state.

    Parameters:
        median: days, a half rounded up.
        longest: days.
    """

    median: int
    longest: int


def waits(counts, today):
    """Return the Waits of objects, or None where of none is known since when it waits.

    Parameters:
        counts: ``{day: number of objects}`` by the day since which they wait, as ISO text; an empty one is not known.
        today: date in the office.
    """
    known = sorted((day, count) for day, count in counts.items() if day and count)
    total = sum(count for _day, count in known)
    if not total:
        return None
    # Of an even number two stand in the middle.
    middle = [_nth(known, (total - 1) // 2), _nth(known, total // 2)]
    days = sum(days_since(day, today) for day in middle)
    return Waits((days + 1) // 2, days_since(known[0][0], today))


def _nth(known, place):
    ends = accumulate(count for _day, count in known)
    return next(day for (day, _count), end in zip(known, ends, strict=True) if place < end)


def days_since(day, today):
    """Return for how many days something has been so, at least 0.

    Parameters:
        day: the first day as ISO text.
        today: date in the office.
    """
    return max((today - datetime.date.fromisoformat(day)).days, 0)


def months_until(today, count=MONTHS):
    """Return the months that end with the present one, oldest first, as ``YYYY-MM``.

    Parameters:
        today: date in the office.
        count: how many.
    """
    last = today.year * 12 + today.month - 1
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(last - count + 1, last + 1)]


def is_month(text):
    """Tell whether a text is a month as ``YYYY-MM``."""
    return _MONTH.fullmatch(text) is not None


def list_address(base, workflow, state, entered="", late=False, **rest):
    """Return the address of the list of what a number counts.

    Parameters:
        base: address of the list without parameters.
        workflow: id of the workflow.
        state: id of the state.
        entered: month in which the state was entered, as ``YYYY-MM``; empty: what stands in the state now.
        late: whether only what is past its deadline is wanted.
        rest: further parameters; empty ones are left out.
    """
    asked = {"workflow": workflow, "state": state, "entered": entered, "late": "1" if late else "", **rest}
    return f"{base}?{urlencode({name: value for name, value in asked.items() if value})}"


def month_address(standing, month):
    """Return the address of the list of what entered a state in a month.

    Parameters:
        standing: ``list_address`` of what stands in the state now.
        month: ``YYYY-MM``.
    """
    return f"{standing}&entered={month}"
