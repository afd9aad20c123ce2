"""Remarks beside the text: what ``IRemarksBeside`` asks, for those who may read them."""

from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.interfaces import IRemarksBeside
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.interfaces import IQmsLayer
from czest.qms.operations.base import operation_named
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.reading import may_read_remarks
from czest.qms.remarks.rules.marking import Mark
from czest.qms.remarks.rules.marking import marked
from czest.qms.remarks.rules.threads import count_open
from czest.qms.remarks.views.threads import ThreadRow
from czest.qms.remarks.wording import open_counted
from functools import cached_property
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IRemarksBeside)
@adapter(IEditionMarker, IQmsLayer)
class RemarksBeside(BrowserView):
    """The remarks on one edition; nothing for those who may not read them."""

    threads_template = ViewPageTemplateFile("templates/threads.pt")
    author_template = ViewPageTemplateFile("templates/author.pt")

    @cached_property
    def is_shown(self):
        """Whether the person reads the remarks."""
        return may_read_remarks(self.context)

    @cached_property
    def is_released(self):
        """Whether the text is past remarks: they are folded, and the text is shown as readers have it."""
        return state_of(self.context) in RELEASED_STATES

    @cached_property
    def rows(self):
        """The threads as ThreadRow in the order of the text, those on no passage of it last."""
        threads = threads_of(self.context) if self.is_shown else ()
        rows = [ThreadRow(thread, self.context, self.request) for thread in threads]
        return sorted(rows, key=lambda row: (row.found.start is None, row.found.start or 0, row.number))

    @property
    def open_rows(self):
        return [row for row in self.rows if row.is_open]

    @property
    def settled_rows(self):
        return [row for row in self.rows if not row.is_open]

    @property
    def url(self):
        return self.context.absolute_url()

    @cached_property
    def add_url(self):
        """Where a remark is made, or None for those who may not now."""
        operation = operation_named(self.context, self.request, "add-remark")
        return operation.address if operation.refusal() is None else None

    @cached_property
    def words(self):
        """How many are open."""
        return open_counted(len(self.open_rows))

    def count(self):
        if not self.is_shown or not (self.rows or self.add_url):
            return None
        return {
            "open": count_open([row.thread for row in self.rows]),
            "words": self.words,
            "url": f"{self.url}#uwagi",
            "add_url": self.add_url,
        }

    def marked(self, html):
        marks = tuple(
            Mark(row.number, row.found.start, row.found.end, self._label(row))
            for row in self.open_rows
            if row.is_marked
        )
        return marked(html, marks)

    def _label(self, row):
        return translate(_("Remark ${number} on this passage", mapping={"number": row.number}), context=self.request)

    def block(self):
        return self.threads_template() if self.is_shown and (self.rows or self.add_url) else ""

    def block_for_author(self):
        return self.author_template() if self.open_rows else ""
