"""Dates as the pages write them: whole in sentences, without breaks; ISO in tables (STYLE, 3)."""

from czest.qms.language import dates


NO_BREAK = "\u00a0"


def long_date(day):
    """Return a date for a sentence, as in "1 lipca 2024 r.", with spaces that do not break.

    Parameters:
        day: a date, or an aware datetime, of which the day in the office counts.
    """
    return dates.long_date(day).replace(" ", NO_BREAK)


def short_date(day):
    """Return a date for a sentence where the year is plain, as in "24 listopada"."""
    return NO_BREAK.join(dates.long_date(day).split()[:2])


def table_date(day):
    """Return a date for a table, as in "2024-07-01"; an empty string for None."""
    return dates.iso_date(day) if day else ""
