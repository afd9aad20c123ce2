"""Working days of an office: the journal of the bulletin is looked through on each of them."""

from datetime import date
from datetime import timedelta
from dateutil.easter import easter


SATURDAY = 5
#: Days free by the act of 18.01.1951, as month and day; Christmas Eve is one of them since 2025.
FREE = ((1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26))
CHRISTMAS_EVE, CHRISTMAS_EVE_SINCE = (12, 24), 2025
#: Days from Easter: Easter Sunday and Monday, Pentecost, Corpus Christi.
FREE_BY_EASTER = (0, 1, 49, 60)


def is_working_day(day):
    """Tell whether the office works on a day: from Monday to Friday, but not on a day free by law."""
    return day.weekday() < SATURDAY and not is_free_by_law(day)


def is_free_by_law(day):
    """Tell whether a day is free from work by law."""
    if (day.month, day.day) == CHRISTMAS_EVE:
        return day.year >= CHRISTMAS_EVE_SINCE
    if (day.month, day.day) in FREE:
        return True
    sunday = easter(day.year)
    return any(day == sunday + timedelta(days=days) for days in FREE_BY_EASTER)


def next_working_day(day: date):
    """Return the first working day after a day."""
    following = day + timedelta(days=1)
    while not is_working_day(following):
        following += timedelta(days=1)
    return following
