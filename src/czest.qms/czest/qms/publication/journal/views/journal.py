"""*Dziennik Biuletynu*: what happened since somebody last looked, and signing it off."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.pagination import pages
from czest.qms.language.dates import day_of
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal import keeping
from czest.qms.publication.journal.reviewing import sign_off
from czest.qms.publication.journal.rules.reviewing import review_due
from czest.qms.publication.publicity import public_address
from czest.qms.publication.views.desk import DeskView
from czest.qms.publication.views.desk import JOURNAL
from functools import cached_property
from plone import api
from zExceptions import BadRequest
from zope.component import getUtility


#: What happened → its words and its icon.
ACTS = {
    keeping.PUBLISHED: (_("Published"), "check-circle-fill"),
    keeping.ARCHIVED: (_("Archived"), "clock-history"),
    keeping.WITHDRAWN: (_("Withdrawn"), "slash-circle-fill"),
    keeping.EDITED: (_("Page changed"), "pencil-fill"),
    keeping.MENDED: (_("Brought to what was decided"), "wrench"),
    keeping.DENIED: (_("Refused attempt"), "shield-exclamation"),
}

#: Ids of operations that may be refused → what was tried.
TRIED = {
    "publish": _("to publish"),
    "refuse-publication": _("to refuse a publication"),
    "unpublish": _("to withdraw"),
    "edit-bulletin-page": _("to change a page"),
}

PAGE = 50


class JournalPage(DeskView):
    """Draws the rows that nobody has looked at, and signs them off on POST."""

    part = JOURNAL
    title = _("Journal of the bulletin")
    is_wide = True
    nothing = _("Nothing has happened since the last sign-off.")
    moved_on = False

    def __call__(self):
        if self.is_sincere_post() and self.sign_off():
            self.request.response.redirect(self.address(JOURNAL))
            return ""
        return self.index()

    def sign_off(self):
        """Sign off the rows that were shown; tell whether they still could be.

        Raises:
            BadRequest: the form names no row.
        """
        asked = self.request.form.get("upto", "")
        if not isinstance(asked, str) or not (asked.isascii() and asked.isdigit()):
            raise BadRequest("upto")
        try:
            made = sign_off(int(asked))
        except ValueError:
            self.moved_on = True
            self.request.response.setStatus(409)
            return False
        api.portal.show_message(
            _("Signed off: ${rows}.", mapping={"rows": self.translate(count_of_rows(made.rows))}), self.request
        )
        return True

    @cached_property
    def journal(self):
        """The journal of the ledger."""
        return getUtility(IPublicationLedger).journal

    @cached_property
    def unreviewed(self):
        """The rows that nobody has looked at, oldest first."""
        return self.journal.unreviewed()

    def rows(self):
        return [self.row(row) for row in self.unreviewed]

    def row(self, row):
        word, icon = ACTS[row.act]
        return {
            "seq": row.seq,
            "at": self.moment(row.at),
            "word": word,
            "icon": icon,
            "is_attempt": row.act == keeping.DENIED,
            "tried": TRIED.get(row.operation),
            "what": self.titles.get(row.what, row.what) if row.act == keeping.EDITED else row.what,
            "url": public_address(row.path) if row.path else None,
            "by": self.person(row.by) or _("the system"),
        }

    @cached_property
    def titles(self):
        """Titles of the pages of the bulletin by id."""
        kept = getUtility(IPublicationLedger).pages
        return {page_id: kept.newest(page_id).draft.title for page_id in kept.ids()}

    @property
    def attempts(self):
        """The sentence of how many refused attempts there are, or None."""
        count = sum(1 for row in self.unreviewed if row.act == keeping.DENIED)
        if not count:
            return None
        return counted(
            count,
            _("${count} refused attempt to change the bulletin."),
            _("${count} refused attempts to change the bulletin (few)."),
            _("${count} refused attempts to change the bulletin (many)."),
        )

    @property
    def deadline(self):
        """The sentence of when the rows are to be looked at, where that is today or was before; else None."""
        oldest = self.journal.oldest_unreviewed()
        due = review_due(oldest and day_of(oldest.at), clock.today())
        return due and _("To be looked through by ${day}.", mapping={"day": long_date(due)})

    @property
    def last(self):
        """The ordinal of the last row shown."""
        return self.unreviewed[-1].seq if self.unreviewed else 0

    # Past sign-offs

    @property
    def start(self):
        """Number of the first sign-off shown."""
        asked = self.request.form.get("b_start", "")
        start = int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
        return start if start < len(self.journal.sign_offs) else 0

    def sign_offs(self):
        """Return the past sign-offs of this page, the latest first."""
        latest = self.journal.sign_offs[::-1]
        return [
            {
                "at": self.moment(made.at),
                "by": self.person(made.by) or made.by,
                "upto": made.upto,
                "rows": count_of_rows(made.rows),
                "attempts": made.attempts,
            }
            for made in latest[self.start : self.start + PAGE]
        ]

    @property
    def pages(self):
        """The links to the pages of past sign-offs, or None where there is one page only."""
        total = len(self.journal.sign_offs)
        return pages(total, self.start, PAGE, self.address(JOURNAL), []) if total > PAGE else None


def count_of_rows(count):
    """Return how many rows, as a Message."""
    return counted(count, _("${count} row"), _("${count} rows (few)"), _("${count} rows (many)"))
