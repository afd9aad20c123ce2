"""The reading pages of documents and of editions: one template, two contexts."""

from czest.qms import _
from czest.qms.appearance.states import plate
from czest.qms.documents.interfaces import IFillableForms
from czest.qms.documents.interfaces import IRemarksBeside
from czest.qms.documents.snapshots import raw_text
from czest.qms.documents.views.reading import aside
from czest.qms.documents.views.reading.banner import banner
from czest.qms.documents.views.reading.facts import Facts
from czest.qms.documents.views.reading.line import editions_line
from czest.qms.documents.views.reading.paper import print_foot
from czest.qms.documents.views.reading.paper import short_address
from czest.qms.documents.views.reading.proposals import ANSWERING_PERMISSION
from czest.qms.documents.views.reading.proposals import proposals
from czest.qms.documents.views.reading.publicity import ShowsPublicity
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.signatures import signature_rows
from czest.qms.documents.views.reading.signatures import taken_over_sentence
from czest.qms.documents.views.reading.strip import editing_strip
from czest.qms.documents.views.reading.text import shown_text
from czest.qms.documents.views.reading.titleblock import edition_name
from czest.qms.documents.views.reading.titleblock import title_block
from czest.qms.operations.base import operation_named
from czest.qms.outside_signatures.views.section import section_of
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import queryMultiAdapter


#: Entries of the change log beside the text; all of them stand below it.
RECENT_CHANGES = 2


class ReadingPage(ShowsPublicity, BrowserView):
    """What the template asks; subclasses say which document and edition."""

    template = ViewPageTemplateFile("templates/page.pt")
    parts = ViewPageTemplateFile("templates/parts.pt")
    #: What only some pages have.
    other_editions = ()
    newer_change = None
    edit_url = None

    @cached_property
    def facts(self):
        """Facts about the document and the edition shown."""
        raise NotImplementedError

    def __call__(self):
        return self.template()

    def plate(self, state_id):
        """Return the view-model of the small plate of a state."""
        return plate(state_id)

    @property
    def title(self):
        """Title of the window."""
        return f"{self.facts.document.symbol} {self.block['title']}"

    @cached_property
    def breadcrumbs(self):
        """The way from the home page to here."""
        library = self.facts.document.__parent__
        return [
            {"title": _("Start"), "url": api.portal.get().absolute_url()},
            {"title": library.title, "url": library.absolute_url()},
            {"title": self.facts.document.symbol, "url": None},
        ]

    @cached_property
    def banner(self):
        return banner(self.facts)

    @cached_property
    def strip(self):
        return editing_strip(self.facts) if self.shows_editing else None

    @cached_property
    def line(self):
        return editions_line(self.facts) if self.shows_editing else None

    @property
    def shows_editing(self):
        """Whether strip and timeline stand above the page."""
        return self.facts.is_editor

    @cached_property
    def block(self):
        return title_block(self.facts)

    @cached_property
    def announcement(self):
        """What readers are told of an approved edition that waits for its day, or None."""
        coming = self.facts.open
        if self.facts.is_editor or coming is None or coming is self.facts.edition or coming.awaits_act:
            return None
        return {"number": coming.number, "url": coming.absolute_url(), "day": long_date(coming.effective_from)}

    @property
    def has_edition(self):
        """Whether there is an edition to show."""
        return self.facts.edition is not None

    @cached_property
    def text(self):
        """The text, or None where the edition has none or there is no edition."""
        source = raw_text(self.facts.edition) if self.has_edition else ""
        return shown_text(source) if source.strip() else None

    @cached_property
    def remarks(self):
        """The remarks on the edition shown, see ``IRemarksBeside``; None where there is no edition."""
        return queryMultiAdapter((self.facts.edition, self.request), IRemarksBeside) if self.has_edition else None

    @property
    def shown_html(self):
        """The text with what only those who work on it see in it."""
        return self.text.html if self.remarks is None else self.remarks.marked(self.text.html)

    @property
    def is_past(self):
        """Whether the rail *NIE OBOWIĄZUJE* runs along the text and the print."""
        return self.banner is not None and self.banner["family"] == "past"

    @cached_property
    def files(self):
        return aside.files_of(self.facts.edition) if self.has_edition else []

    @cached_property
    def forms(self):
        """The forms to fill in, see ``IFillableForms``; none beside an edition that is not in force."""
        if not self.has_edition or self.facts.state != "in_force":
            return []
        fillable = queryMultiAdapter((self.facts.document, self.request), IFillableForms)
        return [] if fillable is None else fillable.forms()

    @cached_property
    def related(self):
        return aside.related_documents((self.facts.edition or self.facts.document).related_documents)

    @cached_property
    def changes(self):
        return aside.change_log(self.facts)

    @property
    def recent_changes(self):
        return self.changes[:RECENT_CHANGES]

    @cached_property
    def classification(self):
        return aside.classification(self.facts)

    @cached_property
    def distribution(self):
        return aside.distribution(self.facts)

    @property
    def published(self):
        return self.facts.edition

    @cached_property
    def proposals(self):
        return proposals(self.facts)

    @cached_property
    def proposal_url(self):
        """Address where a remark is reported, or None for those who may not."""
        return self._operation_url("propose-change")

    @cached_property
    def answer_url(self):
        """Address where a remark is answered, or None."""
        if not self.proposals or not self.facts.may(ANSWERING_PERMISSION, self.facts.document):
            return None
        return self._operation_url("answer-proposal")

    def _operation_url(self, operation_id):
        if not self.facts.may("View", self.facts.document):
            return None
        operation = operation_named(self.facts.document, self.request, operation_id)
        return operation.address if operation.refusal() is None else None

    @cached_property
    def signatures(self):
        return signature_rows(self.facts.edition) if self.has_edition else []

    @cached_property
    def outside_signatures(self):
        return section_of(self.facts.edition) if self.has_edition else []

    @cached_property
    def taken_over(self):
        return taken_over_sentence(self.facts.edition) if self.has_edition else None

    @property
    def signatures_open(self):
        """Those who work on the document see the signatures at once."""
        return self.facts.is_editor

    @cached_property
    def short_address(self):
        return short_address(self.facts.document)

    @cached_property
    def foot(self):
        return print_foot(self.facts)


class DocumentPage(ReadingPage):
    """The page of a document *is* its edition in force."""

    @cached_property
    def facts(self):
        return Facts(self.context, self.request)


class EditionPage(ReadingPage):
    """The page of one edition."""

    @cached_property
    def facts(self):
        return Facts(self.context.document, self.request, self.context)

    @cached_property
    def breadcrumbs(self):
        steps = super().breadcrumbs
        if not self.facts.may("View", self.facts.document):
            # Before anything was in force, the edition announced is all that staff see of the document.
            return steps
        steps[-1]["url"] = self.facts.document.absolute_url()
        return [*steps, {"title": edition_name(self.context), "url": None}]

    @property
    def shows_editing(self):
        return super().shows_editing and not self.is_past

    @property
    def title(self):
        """Title of the window."""
        return f"{self.facts.document.symbol} {self.block['title']} ({self.context.number})"

    @property
    def other_editions(self):
        """All editions that the person may see, while the one shown is not the rule."""
        return self.changes if self.is_past else ()

    @property
    def newer_change(self):
        """What the next edition changed: an entry of the change log, or None."""
        if not self.is_past:
            return None
        places = [entry["number"] for entry in self.changes]
        place = places.index(self.context.number)
        return self.changes[place - 1] if place else None

    @property
    def edit_url(self):
        """Address of the editing page, or None for those who may not save."""
        if self.facts.state == "draft" and self.facts.may("czest.qms: Save edition", self.context):
            return f"{self.context.absolute_url()}/edit"
        return None
