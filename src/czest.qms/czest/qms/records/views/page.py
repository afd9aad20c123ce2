"""The page of a record."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.digests import short_digest
from czest.qms.documents.views.reading.aside import file_link
from czest.qms.documents.views.reading.course import course_links
from czest.qms.documents.views.reading.people import Person
from czest.qms.documents.views.reading.publicity import ShowsPublicity
from czest.qms.documents.views.reading.titleblock import cell
from czest.qms.language.dates import long_date
from czest.qms.records.rules.lifecycle import FROZEN_STATES
from czest.qms.records.views.block import document_named
from czest.qms.records.views.block import title_block
from czest.qms.records.views.buttons import buttons
from czest.qms.records.views.recent import recent_entries
from czest.qms.records.views.recent import time_of
from czest.qms.records.views.retention_panel import panel
from czest.qms.records.views.typed_values import rows
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote


class RecordPage(ShowsPublicity, BrowserView):
    """What the template asks."""

    parts = ViewPageTemplateFile("templates/parts.pt")
    document_parts = ViewPageTemplateFile("../../documents/views/reading/templates/parts.pt")

    @property
    def title(self):
        """Title of the window."""
        return f"{self.context.symbol} {self.context.title}"

    @cached_property
    def block(self):
        """The view-model of the macro ``title_block``."""
        printing = {"title": _("Print"), "url": "#qms-main", "icon": "printer", "print": True}
        # What stands beside the record about its publication is not offered twice.
        beside = {act["url"] for act in (self.publication or {}).get("acts", ())}
        offered = [button for button in buttons(self.context, self.request) if button["url"] not in beside]
        return title_block(self.context, [printing, *course_links(self.context, self.request), *offered])

    @property
    def published(self):
        return self.context

    @property
    def is_frozen(self):
        """Whether the content is only read."""
        return state_of(self.context) in FROZEN_STATES

    @property
    def is_destroyed(self):
        """Whether nothing but the description and the trail is left."""
        return state_of(self.context) == "disposed"

    @property
    def fate(self):
        """What a list did to the record, for the macro ``message``; None while its content is here untouched."""
        state, record = state_of(self.context), self.context
        if state == "disposed":
            sentence = _(
                "The content was destroyed on ${day} by list ${list}; files destroyed: ${count}. Description and trail stay."
            )
            mapping = {"day": long_date(record.disposed_on), "count": str(record.files_destroyed)}
        elif state == "transferred":
            sentence, mapping = _("Handed over to the state archive by list ${list}. The content stays here."), {}
        else:
            return None
        return {"look": "act", "text": _(sentence, mapping={**mapping, "list": record.disposal_list_symbol})}

    @cached_property
    def retention(self):
        return panel(self.context)

    @cached_property
    def content(self):
        return rows(self.context, self.request)

    @cached_property
    def files(self):
        """The files; see ``described``."""
        base = self.context.absolute_url()
        return [
            described(file, f"{base}/@@file/{number}/{quote(file.filename)}")
            for number, file in enumerate(self.context.files, 1)
        ]

    @cached_property
    def addenda(self):
        """The corrections, oldest first: dicts with ``number``, ``person``, ``time``, ``text`` and ``file`` (or None)."""
        base = self.context.absolute_url()
        return [
            {
                "number": addendum["number"],
                "person": Person(addendum["login"], addendum["name"], addendum["post"]),
                "time": time_of(addendum["time"]),
                "text": addendum["text"],
                "file": addendum["file"]
                and described(
                    addendum["file"], f"{base}/@@addendum/{addendum['number']}/{quote(addendum['file'].filename)}"
                ),
            }
            for addendum in self.context.addenda
        ]

    @cached_property
    def trail(self):
        """The last entries of the trail, or None for those who may not read it."""
        if not getSecurityManager().checkPermission("czest.qms: View trail", self.context):
            return None
        return recent_entries(self.context)

    @cached_property
    def related(self):
        """Where the record belongs: series, procedure and form, as cells; those that this person may not see are left out."""
        series = self.context.series
        found = []
        if getSecurityManager().checkPermission("View", series):
            found.append(cell(_("Series"), f"{series.symbol} {series.title}", series.absolute_url()))
        for label, symbol in ((_("Procedure"), self.context.procedure), (_("Form"), self.context.form)):
            document = document_named(symbol) if symbol else None
            if document is not None:
                found.append(cell(label, f"{symbol} {document.Title}", document.getURL()))
        return found


def described(file, url):
    """Return a file as a dict with ``url``, ``title``, ``note`` (type and size), ``short`` and ``digest``."""
    found = file_link(file, url)
    return {**found, "title": file.filename, "short": short_digest(file.sha256), "digest": file.sha256}
