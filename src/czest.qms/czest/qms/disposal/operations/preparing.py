"""The steps before the answer: the list is signed, the request is sent, records of ``BE`` are appraised (ARCH-7, ARCH-8)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.operations.base import check_day
from czest.qms.disposal.operations.base import check_rows
from czest.qms.disposal.operations.base import exclude
from czest.qms.disposal.operations.base import ListOperation
from czest.qms.disposal.papers import note
from czest.qms.disposal.row_numbers import RowNumbersFieldWidget
from czest.qms.disposal.rows import totals
from czest.qms.disposal.rules.papers import missing_in
from czest.qms.disposal.rules.papers import Request
from czest.qms.documents.checks import raise_all
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class ISign(model.Schema):
    """Input of the signing."""

    title = schema.TextLine(title=_("Title"), required=False, max_length=250)
    place = schema.TextLine(title=_("Place"), description=_("Where the list was drawn up."), max_length=100)


class Sign(ListOperation):
    """Confirm a list: head and rows are what goes to the archive."""

    id = "sign"
    title = _("Sign the list")
    heading = _("Signing of list ${symbol}")
    done = _("The list was signed.")
    not_done = _("Not signed.")
    busy = _("Signing…")
    icon = "pencil-square"
    schema = ISign
    order = 10
    emphasis = "primary"
    fires = ("sign",)

    def defaults(self):
        return {"title": self.context.title}

    def write(self, data):
        content = self.context
        content.title = data["title"] or content.title
        note(content, "signed", clock.today(), place=data["place"])
        move(content, "sign")
        content.reindexObject()
        return Outcome(content, details={"place": data["place"]})


class ISendRequest(model.Schema):
    """Input of the request for consent (§ 9 ust. 2 of the regulation of 20.10.2015)."""

    sent_on = schema.Date(title=_("Sent on"), description=_("Left empty, today."), required=False)
    sign = schema.TextLine(title=_("Case sign of the request"), required=False, max_length=60, default="")
    basis = schema.TextLine(
        title=_("Basis of the classification"),
        description=_("The office's JRWA with its version."),
        max_length=250,
    )
    records_are = schema.TextLine(
        title=_("Kind of the records"),
        description=_("Such as files of cases, technical or electronic records."),
        max_length=250,
    )
    metres = schema.TextLine(
        title=_("Running metres"),
        description=_("Of paper; left empty where there is none."),
        required=False,
        default="",
    )
    is_declared = schema.Bool(
        title=_("The time of keeping is over and the records lost their significance, that of evidence included."),
        description=_("The declaration of the office (§ 9 ust. 2 of the regulation)."),
        default=False,
    )


class SendRequest(ListOperation):
    """Note that the request for consent was sent to the state archive."""

    id = "send-request"
    title = _("Send the request")
    heading = _("Request for consent to list ${symbol}")
    done = _("The request was noted as sent.")
    not_done = _("Not noted.")
    busy = _("Noting…")
    icon = "send"
    schema = ISendRequest
    order = 20
    emphasis = "primary"
    fires = ("send-request",)
    condition = _("declaration that the records lost their significance")

    def defaults(self):
        return {"sent_on": clock.today()}

    def _request(self, data):
        return Request(
            requesting_body=self.context.requesting_body,
            body_of_records=self.context.body_of_records,
            basis=data["basis"],
            records_are=data["records_are"],
            totals=totals(self.context),
            metres=data["metres"] or "",
            is_declared=bool(data["is_declared"]),
        )

    def check(self, data):
        errors = [
            (name, _REQUIRED_DECLARATION if name == "is_declared" else _("This field is required."))
            for name in missing_in(self._request(data))
        ]
        raise_all(errors + check_day("sent_on", data["sent_on"], self.context.made_on))

    def write(self, data):
        content = self.context
        fields = ("sign", "basis", "records_are", "metres", "is_declared")
        note(content, "requested", data["sent_on"] or clock.today(), **{name: data[name] for name in fields})
        move(content, "send-request")
        return Outcome(content, details={"sign": data["sign"], "declared": True})


_REQUIRED_DECLARATION = _("Without this declaration there is no request (§ 9 ust. 2 of the regulation).")


class IRecordAppraisal(model.Schema):
    """Input of the appraisal by the archive."""

    appraisal_no = schema.TextLine(title=_("Sign of the appraisal"), max_length=100)
    appraised_on = schema.Date(title=_("Date of the appraisal"))
    directives.widget("archival", RowNumbersFieldWidget)
    archival = schema.List(
        title=_("Rows with archival material"),
        description=_("Their numbers, such as 3, 7–9; they leave the list."),
        value_type=schema.Int(),
        required=False,
        default=[],
    )


class RecordAppraisal(ListOperation):
    """Note the appraisal of records of category ``BE`` (annex 1 of the regulation; ARCH-3)."""

    id = "record-appraisal"
    title = _("Record the appraisal")
    heading = _("Appraisal of list ${symbol}")
    done = _("The appraisal was recorded.")
    not_done = _("Not recorded.")
    busy = _("Recording…")
    icon = "search"
    schema = IRecordAppraisal
    order = 30
    condition = _("category BE; sign and date of the appraisal")

    def check(self, data):
        # The archive may have appraised the records before the list was made.
        earliest = self.context.made_on.replace(year=1900, day=1)
        raise_all(
            check_day("appraised_on", data["appraised_on"], earliest)
            + check_rows(self.context, "archival", data["archival"] or [])
        )

    def write(self, data):
        content, archival = self.context, data["archival"] or []
        content.appraised_on = data["appraised_on"]
        note(content, "appraised", data["appraised_on"], sign=data["appraisal_no"], archival=archival)
        if archival:
            exclude(content, archival, "archive", "Materiał archiwalny według ekspertyzy", self.id)
        return Outcome(content, details={"sign": data["appraisal_no"], "archival": archival})
