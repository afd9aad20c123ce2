"""An edition as something that may be published."""

from czest.qms import _
from czest.qms.acts.finding import act_numbered
from czest.qms.approval.letters import name_of
from czest.qms.bulletin.sections import section_for
from czest.qms.bulletin.snapshot import Contact
from czest.qms.bulletin.snapshot import Relation
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.rules.numbering import parse_edition_number
from czest.qms.documents.snapshots import raw_text
from czest.qms.documents.views.reading import aside
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.outside_signatures.keeping import attached_to
from czest.qms.outside_signatures.keeping import is_of_present_content
from czest.qms.outside_signatures.services.signatures import address_of
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.records.naming import named_apart
from czest.qms.publication.settings import LANGUAGE
from czest.qms.publication.settings import setting
from plone import api
from urllib.parse import unquote
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


#: How a legal act stands to a document: the act of its first edition, and those of later ones (BIP-5).
INTRODUCED, AMENDED = "introduced", "amended"


@implementer(IPublishable)
@adapter(IEditionMarker)
class PublishableEdition:
    """See IPublishable."""

    def __init__(self, context):
        self.context = context

    #: Whoever asks for the publication answers for it unless he names somebody else.
    responsible = None

    @property
    def document(self):
        """The document of the edition."""
        return self.context.document

    @property
    def subject(self):
        return self.document

    @property
    def version(self):
        return _("edition ${number}", mapping={"number": self.context.number})

    @property
    def name(self):
        return name_of(self.context)

    @property
    def produced_on(self):
        return self.context.in_force_from

    @property
    def symbol(self):
        return self.document.symbol

    @property
    def number(self):
        return self.context.number

    @property
    def state(self):
        return state_of(self.context)

    @property
    def openness(self):
        return self.document.openness or ""

    @property
    def openness_basis(self):
        return basis_in_words(self.document.openness_basis)

    @property
    def author_set(self):
        return frozenset(self.context.authors)

    @property
    def owner_unit(self):
        return self.context.owner_unit

    def files(self):
        found = [self.context.source_file, *self.context.attachments]
        return {each.filename: each for each in found if each is not None}

    def further_files(self):
        """Return the files signed outside: they show whose signature and seal they bear, so they are never chosen alone."""
        return {name: entry["file"] for name, entry in self._signed().items()}

    def _signed(self):
        """Return what was signed outside, by a name that no file inside has; a draft never released stays inside."""
        inside = self.files()
        signed = [
            entry
            for entry in attached_to(self.context)
            if not entry["says_the_same"] and is_of_present_content(self.context, entry)
        ]
        names = list(named_apart([*inside.values(), *(entry["file"] for entry in signed)]))
        return dict(zip(names[len(inside) :], signed, strict=True))

    def facts(self):
        edition, kind = self.context, self.document.portal_type
        title = api.portal.get_tool("portal_types")[kind].Title()
        return {
            "symbol": self.symbol,
            "kind": kind,
            "kind_title": str(translate(title, target_language=LANGUAGE)),
            "section": section_for(kind),
            "number": self.number,
            "title": edition.title,
            "summary": edition.description or "",
            "what_changed": edition.change_description or "",
            "body": raw_text(edition),
            "case_sign": "",
            "in_force_from": edition.in_force_from.isoformat() if edition.in_force_from else "",
            "contact": contact_of(self.owner_unit),
            "relations": relations_of(self.document, edition),
        }

    def text(self):
        return raw_text(self.context) or ""

    def texts(self):
        edition = self.context
        return {"title": edition.title, "summary": edition.description, "what_changed": edition.change_description}

    def links(self):
        named = {unquote(link["url"].rpartition("/")[2]): link for link in aside.files_of(self.context)}
        return [
            *(
                {"name": name, "url": named[name]["url"], "note": named[name]["note"]}
                for name in self.files()
                if name in named
            ),
            *(
                {
                    "name": name,
                    "url": address_of(self.context, entry, "file"),
                    "note": aside.file_link(entry["file"], "")["note"],
                }
                for name, entry in self._signed().items()
            ),
        ]


def basis_in_words(basis):
    """Return the legal basis of an openness as people read it: by its token in the list of the office, or as it is."""
    return str(getUtility(IClassification).title("openness_basis", basis)) if basis else ""


def contact_of(unit):
    """Return whom the public asks about a matter of a unit: the unit by name, never a person."""
    try:
        title = getUtility(IDirectory).unit(unit).title
    except KeyError:
        title = ""
    return Contact(str(title), setting("phone") or "", setting("email") or "")


def relations_of(document, edition):
    """Return the legal acts of the editions up to one, oldest first, in the style of the city's bulletin."""
    ordinal = parse_edition_number(edition.number)
    past = [each for each in reversed(document.editions()) if parse_edition_number(each.number) <= ordinal]
    numbers = list(dict.fromkeys(each.legal_act for each in past if each.legal_act and each.in_force_from))
    return tuple(_relation(INTRODUCED if place == 0 else AMENDED, number) for place, number in enumerate(numbers))


def _relation(kind, number):
    act = act_numbered(number)
    date = act.date.isoformat() if act is not None and act.date else ""
    return Relation(kind, number, date)
