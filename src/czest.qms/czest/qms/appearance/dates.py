"""Dates as Polish sentences write them."""

NO_BREAK = "\u00a0"

MONTHS_GENITIVE = (
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
)


def long_date(day):
    """Return a date for a sentence, as in "1 lipca 2024 r.", with spaces that do not break.

    Parameters:
        day: a date or datetime.
    """
    return NO_BREAK.join((str(day.day), MONTHS_GENITIVE[day.month - 1], str(day.year), "r."))


def short_date(day):
    """Return a date for a sentence where the year is plain, as in "24 listopada".

    Parameters:
        day: a date or datetime.
    """
    return NO_BREAK.join((str(day.day), MONTHS_GENITIVE[day.month - 1]))


def table_date(day):
    """Return a date for a table, as in "2024-07-01"; an empty string for None."""
    return day.strftime("%Y-%m-%d") if day else ""
