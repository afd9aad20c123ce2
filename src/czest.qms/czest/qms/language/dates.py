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
_MONTHS_ALONE = ["styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec"] + [
    "lipiec",
    "sierpień",
    "wrzesień",
    "październik",
    "listopad",
    "grudzień",
]

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def long_date(date):
    """Return ``24 listopada 2026 r.``; of an aware datetime, the day in the office."""
    day = office_day(date)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year} r."


def long_month(month):
    """Return ``listopad 2026`` of a month written as ``2026-11``."""
    year, number = month.split("-")
    return f"{_MONTHS_ALONE[int(number) - 1]} {year}"


def iso_date(date):
    """Return ``2026-11-24``; of an aware datetime, the day in the office."""
    return office_day(date).isoformat()


def hour(moment):
    """Return the time of day of an aware datetime in the office: ``godz. 8.00``."""
    local = moment.astimezone(OFFICE_ZONE)
    return f"godz. {local.hour}.{local.minute:02d}"


def parse_date(text):
    """Return the date written as ``rrrr-mm-dd``, or None when the text is no such date or the calendar has none."""
    if not _ISO_DATE.fullmatch(text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def moment_of(text):
    """Return the aware datetime of a time stored as text."""
    return datetime.datetime.fromisoformat(text)


def day_of(text):
    """Return the day in the office of a time stored as text."""
    return office_day(moment_of(text))


def office_day(date):
    """Return a date, or the day in the office of an aware datetime."""
    if isinstance(date, datetime.datetime):
        return date.astimezone(OFFICE_ZONE).date()
    return date
