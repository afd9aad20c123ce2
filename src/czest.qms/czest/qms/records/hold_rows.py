"""Holds as pages and clients show them; why and at whose motion is told to those who hold records or see the trail."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms import clock
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.records.holds import number_of_records
from czest.qms.records.holds import own_holds
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.operations.base import HOLD
from czest.qms.records.rules import holding


#: Who sees it sees the reasons of holds in the trail anyway.
VIEW_TRAIL = "czest.qms: View trail"


def may_know(content):
    """Tell whether the person signed in is told why something is held."""
    allowed = getSecurityManager().checkPermission
    return bool(allowed(HOLD, content) or allowed(VIEW_TRAIL, content))


def holds_shown(content):
    """Return ``(bearer, hold)`` of the holds in force on a series, or on a record and then on its series."""
    today = clock.today()
    if not IRecordMarker.providedBy(content):
        return [(content, hold) for hold in holding.in_force(content.holds, today)]
    series = content.series
    own = [(content, hold) for hold in holding.in_force(own_holds(content), today)]
    return own + [(series, hold) for hold in holding.in_force(series.holds, today)]


def plain_holds(content):
    """Return the holds in force as plain values, for clients; days as ISO texts."""
    return [_plain(content, bearer, hold) for bearer, hold in holds_shown(content)]


def _plain(content, bearer, hold):
    shown = {
        "id": hold["id"],
        "@id": bearer.absolute_url(),
        "since": hold["since"].isoformat(),
        "until": hold["until"].isoformat() if hold["until"] else None,
        "post": hold["who_post"],
        "group": hold["group"],
        "records": number_of_records(hold) if IRecordMarker.providedBy(bearer) else None,
    }
    if may_know(content):
        shown |= {name: hold[name] for name in ("reason", "requested_by")} | {"name": hold["who_name"]}
    return shown


def heading(hold):
    """Return from when until when a hold lasts, in words."""
    since = unbroken(hold["since"])
    if hold["until"] is None:
        return _("On hold since ${since}, without an end", mapping={"since": since})
    return _("On hold from ${since} to ${until}", mapping={"since": since, "until": unbroken(hold["until"])})


def unbroken(day):
    """Return a day in words that no line break divides."""
    return long_date(day).replace(" ", "\u00a0")


def concerns(count):
    """Return on how many records a hold stands, as a sentence."""
    return counted(
        count,
        _("It concerns ${count} record."),
        _("It concerns ${count} records (few)."),
        _("It concerns ${count} records (many)."),
    )
