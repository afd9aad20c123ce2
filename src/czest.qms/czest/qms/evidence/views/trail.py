"""The page of a trail: the verdict in words, then the entries."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from czest.qms import _
from czest.qms import clock
from czest.qms.evidence.interfaces import IOperationTitles
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.evidence.interfaces import SCHEDULER
from czest.qms.evidence.verification import MESSAGES
from datetime import datetime
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.i18n import translate


#: Most entries shown on one page; the download has all of them.
ENTRIES_SHOWN = 500

#: Characters of a digest that people compare by eye.
DIGEST_SHOWN = 12


class TrailView(BrowserView):
    """What the page and the download have in common: the chain of the object, for those who see the object."""

    def __call__(self):
        if not getSecurityManager().checkPermission("View", self.context):
            raise Unauthorized("View")
        return self.render()

    @cached_property
    def trail(self):
        """The utility."""
        return getUtility(ITrail)

    @cached_property
    def uid(self):
        """Key of the chain of this object."""
        return ITrailKey(self.context).trail_uid

    @property
    def label(self):
        """Symbol of the chain, or the title of an object without entries."""
        return self.trail.label(self.uid) or self.context.Title()


class TrailPage(TrailView):
    """The table of entries, newest last."""

    page_name = _("Trail")
    is_wide = True

    render = ViewPageTemplateFile("trail.pt")

    @cached_property
    def report(self):
        """The verdict about the chain."""
        return self.trail.verify(self.uid)

    @property
    def title(self):
        """Heading of the page and its name in the window."""
        return translate(_("Trail of ${symbol}", mapping={"symbol": self.label}), context=self.request)

    def verdict(self):
        """Return the verdict in words, as a message."""
        if self.report.valid:
            count = self.report.entries
            text = _("Entries: ${count}.", mapping={"count": count})
            return {"look": "force", "verdict": _("The chain of entries is whole."), "text": text}
        sentence = _("The chain is broken at entry ${seq}.", mapping={"seq": self.report.first_broken})
        return {"look": "void", "verdict": sentence, "text": ""}

    def empty(self):
        """Return what a trail without entries says."""
        return {"sentence": _("There is no entry yet.")}

    def broken_tag(self):
        """Return the mark of a broken entry."""
        return {"look": "void", "icon": "x-octagon-fill", "text": _("broken")}

    def findings(self):
        """Return what is wrong, as rows with ``seq`` and ``message``."""
        return [{"seq": reason.seq, "message": MESSAGES[reason.code]} for reason in self.report.reasons]

    def left_out(self):
        """Return how many older entries the page does not show."""
        return max(0, self.trail.length(self.uid) - ENTRIES_SHOWN)

    def rows(self):
        """Return the entries to show, oldest first."""
        broken = {reason.seq for reason in self.report.reasons}
        return [
            self._row(number, entry) | {"broken": number in broken}
            for number, entry in self.trail.stored(self.uid, start=self.left_out() + 1)
        ]

    def _row(self, number, entry):
        """Return one entry as the table shows it."""
        if entry is None:
            return {"seq": number, "readable": False}
        return {
            "seq": number,
            "readable": True,
            "time": entry.time,
            "shown_time": office_time(entry.time),
            "post": str(entry.details.get("post") or ""),
            "actor": _("the scheduler") if entry.actor == SCHEDULER else entry.actor,
            "on_behalf_of": entry.on_behalf_of,
            "operation": operation_title(entry.operation),
            "edition": entry.edition,
            "reason": entry.reason,
            "short_hash": entry.hash[:DIGEST_SHOWN],
            "hash": entry.hash,
            "previous": entry.previous,
            "digest": entry.digest,
        }


def office_time(time):
    """Return the time of an entry as registers show it, in the office's time zone; a damaged one as it is."""
    try:
        return datetime.fromisoformat(time).astimezone(clock.OFFICE_ZONE).strftime("%Y-%m-%d %H:%M:%S")
    except ValueError:
        return time


def operation_title(operation):
    """Return the title that a room gives to an operation or another entry of the trail, or its id."""
    found = (titles.title(operation) for _name, titles in getUtilitiesFor(IOperationTitles))
    return next(filter(None, found), operation)
