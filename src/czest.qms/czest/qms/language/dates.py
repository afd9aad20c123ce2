"""Dates and hours as Polish offices write them (STYLE, 3: long in sentences, ISO in tables)."""

from czest.qms.clock import OFFICE_ZONE
import datetime
import re


_MONTHS = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"] + [
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
]

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def long_date(date):
    """Return ``24 listopada 2026 r.``; of an aware datetime, the day in the office."""
    day = _office_day(date)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year} r."


def iso_date(date):
    """Return ``2026-11-24``; of an aware datetime, the day in the office."""
    return _office_day(date).isoformat()


def hour(moment):
    """Return the time of day of an aware datetime in the office: ``godz. 8.00``."""
    local = moment.astimezone(OFFICE_ZONE)
    return f"godz. {local.hour}.{local.minute:02d}"


def parse_date(text):
    """Return the date written as ``rrrr-mm-dd``, blanks around it ignored.

    Raises:
        ValueError: anything else, a day that the calendar does not have included.
    """
    stripped = text.strip()
    if not _ISO_DATE.fullmatch(stripped):
        raise ValueError(f"Not a date written as rrrr-mm-dd: {stripped!r}")
    return datetime.date.fromisoformat(stripped)


def _office_day(date):
    if isinstance(date, datetime.datetime):
        return date.astimezone(OFFICE_ZONE).date()
    return date
