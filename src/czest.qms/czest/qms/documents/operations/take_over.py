"""Taking over an edition that was in force before this system: on evidence, without invented signatures."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.consequences import OnDay
from czest.qms.documents.access import apply_access
from czest.qms.documents.checks import check_distribution
from czest.qms.documents.checks import check_files
from czest.qms.documents.checks import check_jrwa
from czest.qms.documents.checks import raise_all
from czest.qms.documents.coming_into_force import bring_into_force
from czest.qms.documents.content import state_of
from czest.qms.documents.intake import read_source
from czest.qms.documents.intake import source_warnings
from czest.qms.documents.interfaces import INumbering
from czest.qms.documents.making import make
from czest.qms.documents.openness import check_basis
from czest.qms.documents.operations.amend_control_data import ADMINISTRATIVE_DATA
from czest.qms.documents.operations.register import check_symbol
from czest.qms.documents.operations.register import make_document
from czest.qms.documents.rules.numbering import edition_address
from czest.qms.documents.rules.numbering import parse_edition_number
from czest.qms.documents.schema import IAdministrativeData
from czest.qms.documents.schema import IControlData
from czest.qms.documents.snapshots import CONTROL_DATA
from czest.qms.documents.snapshots import stamp_digest
from czest.qms.documents.storing import rich_text
from czest.qms.documents.storing import stored
from czest.qms.documents.views.editing.editor import DraftTextFieldWidget
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import OFFICER
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema
from zope.component import getUtility


class ITakeOver(IControlData, IAdministrativeData):
    """Input of the take-over."""

    model.fieldset("evidence", label=_("Evidence"), fields=["legal_act", "prepared_by", "checked_by", "approved_by"])
    model.fieldset("content", label=_("Content"), fields=["change_description", "body", "source_file"])
    directives.widget("body", DraftTextFieldWidget)
    type = schema.Choice(title=_("Kind"), vocabulary="czest.qms.Kinds", default="Procedure")
    symbol = schema.TextLine(title=_("Symbol"), max_length=40)
    number = schema.TextLine(title=_("Edition number"), description=_("Such as 6, or 6/1 for an amendment."))
    effective_from = schema.Date(title=_("In force from"), description=_("The past day."))
    change_description = schema.Text(title=_("Description of the change"), required=False, max_length=2000, default="")
    legal_act = schema.TextLine(title=_("Legal act"), required=False, max_length=50)
    prepared_by = schema.TextLine(title=_("Prepared by"), required=False, max_length=250)
    checked_by = schema.TextLine(title=_("Checked by"), required=False, max_length=250)
    approved_by = schema.TextLine(title=_("Approved by"), required=False, max_length=250)
    body = RichText(
        title=_("Text"),
        required=False,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )
    source_file = NamedBlobFile(
        title=_("Source file"),
        description=_("ODT, DOCX, PDF or TXT. Classified information must not enter this system."),
        required=False,
    )


class TakeOver(Operation):
    """Put an edition straight in force, with an entry that says it was taken over.

    Related documents are not checked: an office that arrives takes over documents that point at one another.
    """

    id = "take-over"
    title = _("Take over a document in force")
    heading = _("Taking over a document in force")
    done = _("The document was taken over and is in force.")
    not_done = _("Not taken over.")
    busy = _("Taking over…")
    icon = "box-arrow-in-down"
    schema = ITakeOver
    permission = "czest.qms: Take over document"
    order = 20
    who = (OFFICER,)
    condition = _("evidence of what was in force")

    def consequences(self):
        return [
            OnDay(
                _("The edition is in force from the day given."),
                "effective_from",
                _("From ${day} the edition is in force."),
            ),
            _("It has no signatures made here: the trail says on what evidence it was taken over."),
        ]

    def check(self, data):
        raise_all(
            self._check_number(data)
            + self._check_administrative_data(data)
            + self._check_day(data)
            + self._check_content(data)
            + check_distribution(data)
            + check_jrwa(data)
            + check_files(data)
        )

    def _document(self, data):
        uid = getUtility(INumbering).uid_of(data["symbol"])
        return None if uid is None else self.context.get(data["symbol"])

    def _check_number(self, data):
        try:
            number = parse_edition_number(data["number"])
        except ValueError:
            return [("number", _("An edition number is such as 6, or 6/1 for an amendment."))]
        document = self._document(data)
        if document is None:
            return check_symbol(data["symbol"])
        if document.portal_type != data["type"]:
            return [("type", _("The document with this symbol is of another kind."))]
        if state_of(document) == "withdrawn" or document.open_edition() is not None:
            return check_symbol(data["symbol"])
        if any(parse_edition_number(edition.number) >= number for edition in document.editions()):
            return [*check_symbol(data["symbol"]), ("number", _("The document has this edition or a later one."))]
        return []

    def _check_administrative_data(self, data):
        document = self._document(data)
        if document is None:
            return check_basis(data["type"], data["openness"], data["openness_basis"])
        return [
            (name, _("The document has other data here: it is changed by its own operation."))
            for name in ADMINISTRATIVE_DATA
            if data[name] not in (None, IAdministrativeData[name].default, getattr(document, name))
        ]

    def _check_day(self, data):
        if data["effective_from"] > clock.today():
            return [("effective_from", _("Only what is in force already can be taken over."))]
        document = self._document(data)
        in_force = document.edition_in_force() if document is not None else None
        if in_force is not None and data["effective_from"] <= in_force.in_force_from:
            return [("effective_from", _("An edition in force is from a later day."))]
        return []

    def _check_content(self, data):
        if data["body"] is None and data["source_file"] is None:
            return [("body", _("Give a text or a source file."))]
        return []

    def write(self, data):
        document = self._document(data) or make_document(self.context, {**data, "kind": data["type"]})
        content, warnings = self._content(data)
        values = {**self._values(data), **content}
        edition = make(document, "Edition", edition_address(data["number"]), values)
        stamp_digest(edition)
        bring_into_force(edition, data["effective_from"], "take-over")
        apply_access(document)
        details = {"effective_from": data["effective_from"].isoformat(), "legal_act": data["legal_act"]}
        return Outcome(edition, details=details, reason=self._reason(data), warnings=warnings)

    def _reason(self, data):
        return f"Przejęto {clock.today().isoformat()} na podstawie: {data['legal_act'] or data['approved_by'] or '–'}"

    def _content(self, data):
        """Return text and file, and warnings; the text given goes before the text of the file."""
        source = stored(data["source_file"])
        if data["body"] is not None:
            return {"body": rich_text(data["body"].raw), "source_file": source}, source_warnings(source)
        html, warnings = read_source(source)
        return {"body": rich_text(html), "source_file": source}, warnings

    def _values(self, data):
        return {
            **{name: data[name] for name in CONTROL_DATA},
            "number": data["number"],
            "change_description": data["change_description"],
            "effective_from": data["effective_from"],
            "legal_act": data["legal_act"],
            "taken_over": {
                "prepared_by": data["prepared_by"] or "",
                "checked_by": data["checked_by"] or "",
                "approved_by": data["approved_by"] or "",
                "on": clock.today().isoformat(),
            },
        }
