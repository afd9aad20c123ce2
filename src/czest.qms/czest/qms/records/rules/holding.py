"""Legal holds as they are kept: dicts in a tuple, oldest first; replaced as a whole, never changed in place.

A hold has ``id``, ``reason``, ``requested_by`` (at whose motion, or empty), ``who`` (login), ``who_name``, ``who_post``,
``since``, ``until`` (last day, None without an end), ``lifted`` (day, or None), ``lifted_by`` (login), ``lifted_reason``
and ``group``: the id of the decision that set it on several records at once, or None.
"""

from czest.qms.records.rules.retention import Hold
import datetime


#: Days before the end of a hold from which the archivist is reminded of it.
NEAR_END = 30

#: Days for which a hold that is over is still listed.
LISTED_AFTER_END = 90


def as_rule(hold):
    """Return a hold as ``retention.Hold``."""
    return Hold(hold["since"], hold["until"], hold["lifted"])


def is_in_force(hold, day):
    """Whether a hold forbids a disposal on ``day``."""
    return as_rule(hold).is_in_force(day)


def in_force(holds, day):
    """Return a list of those of the ``holds`` that are in force on ``day``."""
    return [hold for hold in holds if is_in_force(hold, day)]


def changed(holds, ids, **values):
    """Return the ``holds`` with other ``values`` in those with one of the ``ids``."""
    return tuple({**hold, **values} if hold["id"] in ids else hold for hold in holds)


def last_day(holds):
    """Return the last day of those that are not lifted: ``date.max`` where one has no end, None without any."""
    return max((hold["until"] or datetime.date.max for hold in holds if hold["lifted"] is None), default=None)


def end_problem(until, day):
    """Return what keeps a new hold from ending on a day: ``past``, or None.

    Parameters:
        until: last day of the hold, None without an end.
        day: date in the office.
    """
    return "past" if until is not None and until < day else None


def extension_problem(present, until, day):
    """Return what keeps a hold from being extended: ``past``, ``not_later``, or None.

    Parameters:
        present: its last day, None without an end.
        until: the last day that it shall have, None without an end.
        day: date in the office.
    """
    if present is None or (until is not None and until <= present):
        return "not_later"
    return end_problem(until, day)


def ends_soon(until, day):
    """Whether a hold in force ends within ``NEAR_END`` days."""
    return until is not None and until - day <= datetime.timedelta(days=NEAR_END)
