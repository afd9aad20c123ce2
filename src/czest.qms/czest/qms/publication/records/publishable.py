"""A record as something that may be published.

Evidence is written for the office: nobody drew it up for everybody to read. So only what names it is public by itself
(title, symbol, kind, what it proves, day and unit), and of its files those that were chosen, each under the eyes of two
people. Typed fields, case sign, series, procedure and the text of corrections stay inside: a case sign leads to the
parties of a case, and fields hold names of people who perform no public function (art. 5 ust. 2 u.d.i.p.; art. 5 ust. 1
lit. c RODO). An office that owes the public more writes an extract into the public text, or gives a redacted file.
"""

from czest.qms.approval.letters import in_words_of_site
from czest.qms.bulletin import wording
from czest.qms.documents.content import state_of
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.publishable import basis_in_words
from czest.qms.publication.publishable import contact_of
from czest.qms.publication.records.naming import kind_of
from czest.qms.publication.records.naming import named_apart
from czest.qms.publication.records.sections import section_of
from czest.qms.publication.settings import LANGUAGE
from czest.qms.records.forms import form_named
from czest.qms.records.interfaces import IRecordMarker
from plone import api
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IPublishable)
@adapter(IRecordMarker)
class PublishableRecord:
    """See IPublishable."""

    #: A record has no editions.
    number = ""
    version = None

    def __init__(self, context):
        self.context = context

    @property
    def subject(self):
        return self.context

    @property
    def name(self):
        return in_words_of_site(f"{self.symbol} {self.context.title}")

    @property
    def symbol(self):
        return self.context.symbol

    @property
    def state(self):
        return state_of(self.context)

    @property
    def openness(self):
        return self.context.openness or ""

    @property
    def openness_basis(self):
        return basis_in_words(self.context.openness_basis)

    @property
    def author_set(self):
        record = self.context
        return frozenset({record.author, *(addendum["login"] for addendum in record.addenda)})

    @property
    def owner_unit(self):
        return self.context.owner_unit

    @property
    def produced_on(self):
        return self.context.created_on

    @property
    def responsible(self):
        record = self.context
        return (record.author_name, record.author_post) if record.author_name and record.author_post else None

    def files(self):
        return named_apart([file for file, _address in self._placed()])

    def further_files(self):
        return {}

    def facts(self):
        record = self.context
        return {
            "symbol": record.symbol,
            "kind": kind_of(record.record_form),
            "kind_title": self._kind_title(),
            "section": section_of(record),
            "number": "",
            "title": record.title,
            "summary": record.evidence_of or "",
            "what_changed": "",
            "body": "",
            "case_sign": "",
            "in_force_from": "",
            "contact": contact_of(self.owner_unit),
            "relations": (),
        }

    def text(self):
        return ""

    def texts(self):
        return {"title": self.context.title, "summary": self.context.evidence_of or ""}

    def links(self):
        return [
            {"name": name, "url": address, "note": wording.size(file.getSize())}
            for name, (file, address) in zip(self.files(), self._placed(), strict=True)
        ]

    def _placed(self):
        """Return the files of the record and of its corrections, each with its address inside."""
        record, base = self.context, self.context.absolute_url()
        return [
            *((file, f"{base}/@@file/{place}") for place, file in enumerate(record.files or (), 1)),
            *((each["file"], f"{base}/@@addendum/{each['number']}") for each in record.addenda if each["file"]),
        ]

    def _kind_title(self):
        form = form_named(self.context.record_form)
        title = api.portal.get_tool("portal_types")[self.context.portal_type].Title() if form is None else form.title
        return str(translate(title, target_language=LANGUAGE))
