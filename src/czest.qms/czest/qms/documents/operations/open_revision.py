"""Opening a revision: the only way an edition is made, and the only copy there is (DESIGN §2)."""

from czest.qms import _
from czest.qms.documents.access import apply_access
from czest.qms.documents.checks import check_files
from czest.qms.documents.checks import raise_all
from czest.qms.documents.conversion.sections import template
from czest.qms.documents.intake import read_source
from czest.qms.documents.making import make
from czest.qms.documents.operations.base import DocumentOperation
from czest.qms.documents.rules.numbering import edition_address
from czest.qms.documents.rules.numbering import next_edition_number
from czest.qms.documents.settings import setting
from czest.qms.documents.snapshots import CONTROL_DATA
from czest.qms.documents.snapshots import plain
from czest.qms.documents.snapshots import raw_text
from czest.qms.documents.snapshots import stamp_digest
from czest.qms.documents.storing import rewrap
from czest.qms.documents.storing import rich_text
from czest.qms.documents.storing import stored
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import OWNER
from plone.namedfile.field import NamedBlobFile
from plone.supermodel.model import Schema
from plone.supermodel.model import SchemaClass
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


BEGINNINGS = SimpleVocabulary(
    [
        SimpleTerm("template", title=_("Section template")),
        SimpleTerm("current", title=_("Edition in force")),
        SimpleTerm("file", title=_("Uploaded file")),
    ]
)

REVISION_KINDS = SimpleVocabulary(
    [
        SimpleTerm("edition", title=_("New edition")),
        SimpleTerm("amendment", title=_("Amendment of the edition in force")),
    ]
)

# ``from`` is a word of Python, so this schema cannot be written as a class.
IOpenRevision = SchemaClass(
    "IOpenRevision",
    (Schema,),
    {
        "from": schema.Choice(title=_("Begin with"), vocabulary=BEGINNINGS, required=False),
        "kind": schema.Choice(title=_("Kind of revision"), vocabulary=REVISION_KINDS, default="edition"),
        "source_file": NamedBlobFile(
            title=_("Source file"),
            description=_("ODT, DOCX, PDF or TXT. Classified information must not enter this system."),
            required=False,
        ),
    },
    __doc__="Input of the opening of a revision.",
    __module__=__name__,
)


class OpenRevision(DocumentOperation):
    """Make the next edition as a draft."""

    id = "open-revision"
    title = _("Begin a new edition")
    heading = _("A new edition of ${symbol}")
    done = _("The draft was made. It can be written now.")
    not_done = _("Not begun.")
    busy = _("Preparing the draft…")
    icon = "qms-draft"
    schema = IOpenRevision
    permission = "czest.qms: Open revision"
    order = 10
    emphasis = "primary"
    who = (AUTHOR, OWNER, OFFICER)
    condition = _("no other edition is being worked on")

    def state_refusal(self):
        return super().state_refusal() or self.open_edition_refusal()

    def defaults(self):
        return {"from": self._usual_beginning({}), "kind": "edition"}

    def check(self, data):
        beginning = data["from"] or self._usual_beginning(data)
        in_force = self.context.edition_in_force()
        errors = []
        if beginning == "current" and in_force is None:
            errors.append(("from", _("No edition is in force yet.")))
        if data["kind"] == "amendment" and in_force is None:
            errors.append(("kind", _("Only an edition in force can be amended.")))
        if beginning == "file" and data["source_file"] is None:
            errors.append(("source_file", _("This field is required.")))
        raise_all(errors + check_files(data))

    def _usual_beginning(self, data):
        if data.get("source_file") is not None:
            return "file"
        return "current" if self.context.edition_in_force() is not None else "template"

    def write(self, data):
        document = self.context
        beginning = data["from"] or self._usual_beginning(data)
        number = next_edition_number([edition.number for edition in document.editions()], data["kind"])
        values = {name: plain(getattr(document, name)) for name in CONTROL_DATA}
        content, warnings = getattr(self, f"_from_{beginning}")(data)
        values.update(content)
        edition = make(
            document, "Edition", edition_address(number), {**values, "number": number, "authors": (actor(),)}
        )
        stamp_digest(edition)
        edition.reindexObject()
        apply_access(document)
        return Outcome(edition, details={"from": beginning, "kind": data["kind"]}, warnings=warnings)

    def _from_template(self, data):
        return {"body": rich_text(template(setting("section_template")))}, []

    def _from_current(self, data):
        current = self.context.edition_in_force()
        content = {
            "body": rich_text(raw_text(current)),
            "source_file": rewrap(current.source_file),
            "attachments": [rewrap(attachment) for attachment in current.attachments],
        }
        return content, []

    def _from_file(self, data):
        source = stored(data["source_file"])
        html, warnings = read_source(source)
        return {"body": rich_text(html), "source_file": source}, warnings

    def consequences(self):
        edition = self.context.edition_in_force()
        if edition is None:
            return [_("A draft is made; nothing is in force yet.")]
        return [
            _("A draft is made for you to write."),
            _("Edition ${number} stays in force until the new one replaces it.", mapping={"number": edition.number}),
        ]
