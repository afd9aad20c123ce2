"""The check of a record on demand: fields, files and corrections against the digests in the trail."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.documents.snapshots import digest_of_file
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.language.dates import hour
from czest.qms.language.dates import long_date
from czest.qms.records.history import traced_digest
from czest.qms.records.snapshots import computed_digest
from czest.qms.records.verification import broken_addenda
from functools import cached_property
from Products.Five.browser import BrowserView
from zope.component import getUtility


class CheckPage(BrowserView):
    """``RECORD/@@check``: reads every file again; nothing is written."""

    page_name = _("Check of integrity")

    @property
    def title(self):
        """Title of the window and heading."""
        return _("Check of record ${symbol}", mapping={"symbol": self.context.symbol})

    @cached_property
    def files(self):
        """The files as they are stored now: dicts with ``name``, ``digest`` and ``is_whole``."""
        return [
            {"name": file.filename, "digest": digest_of_file(file), "is_whole": digest_of_file(file) == file.sha256}
            for file in self.context.files
        ]

    @cached_property
    def is_whole(self):
        """Whether content, corrections and the chain of entries are what was traced."""
        trail, uid = getUtility(ITrail), uid_of(self.context)
        try:
            entries = trail.entries(uid)
        except UnreadableEntry:
            return False
        agrees = computed_digest(self.context) == traced_digest(self.context)
        return agrees and trail.verify(uid).valid and not list(broken_addenda(self.context, entries))

    def verdict(self):
        """Return the view-model of the macro ``message``."""
        moment = clock.now()
        text = _("Checked on ${day}, ${hour}.", mapping={"day": long_date(moment), "hour": hour(moment)})
        if self.is_whole:
            return {"look": "force", "verdict": _("Content and files agree with the digest."), "text": text}
        return {"look": "void", "verdict": _("Content or files do not agree with the digest."), "text": text}
