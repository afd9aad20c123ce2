"""The last entries of the trail of a record, beside its content."""

from czest.qms import _
from czest.qms.clock import OFFICE_ZONE
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.views.trail import operation_title
from czest.qms.language.dates import moment_of
from czest.qms.language.numerals import counted
from zope.component import getUtility


#: Entries shown; the whole trail has a page of its own.
SHOWN = 5


def recent_entries(record):
    """Return a dict with ``rows`` (the newest first), ``count`` in words, and ``url``."""
    trail, uid = getUtility(ITrail), uid_of(record)
    length = trail.length(uid)
    newest_first = reversed(trail.stored(uid, max(1, length - SHOWN + 1)))
    return {
        "rows": [row(number, entry) for number, entry in newest_first],
        "count": counted(length, _("${count} entry"), _("${count} entries (few)"), _("${count} entries (many)")),
        "url": f"{record.absolute_url()}/@@trail",
    }


def row(number, entry):
    """Return one entry: number, what was done, by whom and when; of a damaged one only that it is damaged."""
    if entry is None:
        return {"number": number, "title": _("unreadable entry"), "who": "", "time": ""}
    who = str(entry.details.get("post") or "") or entry.actor
    return {"number": number, "title": operation_title(entry.operation), "who": who, "time": time_of(entry.time)}


def time_of(stored):
    """Return a stored time to the minute, in the office's zone: ``2026-07-02 09:41``."""
    return f"{moment_of(stored).astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}"
