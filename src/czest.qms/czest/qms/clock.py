"""The one clock of the system: everything that needs the time asks here."""

import contextlib
import contextvars
import datetime
import zoneinfo


OFFICE_ZONE = zoneinfo.ZoneInfo("Europe/Warsaw")


def system_time():
    """Return the present moment of the machine as an aware UTC datetime."""
    return datetime.datetime.now(datetime.UTC)


_source = contextvars.ContextVar("czest.qms.clock", default=system_time)


def now():
    """Return the present moment as an aware UTC datetime."""
    return _source.get()()


def today():
    """Return the present day in the office (Europe/Warsaw) as a date."""
    return now().astimezone(OFFICE_ZONE).date()


@contextlib.contextmanager
def stopped_at(moment):
    """Stop the clock for the code inside the ``with`` block.

    Parameters:
        moment: an aware datetime, or a date, meaning noon of that day in the office.
    """
    if not isinstance(moment, datetime.datetime):
        moment = datetime.datetime.combine(moment, datetime.time(12), OFFICE_ZONE)
    frozen = moment.astimezone(datetime.UTC)
    token = _source.set(lambda: frozen)
    try:
        yield frozen
    finally:
        _source.reset(token)
