"""Destruction and transfer: the archivist orders them, row by row the rules are asked again (ARCH-5, ARCH-6, ARCH-9)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.disposal.judging import candidate
from czest.qms.disposal.judging import listing_of
from czest.qms.disposal.judging import record_with
from czest.qms.disposal.operations.base import about_rows
from czest.qms.disposal.operations.base import check_day
from czest.qms.disposal.operations.base import ListOperation
from czest.qms.disposal.operations.base import open_rows
from czest.qms.disposal.papers import note
from czest.qms.disposal.rules.candidates import obstacles_to_destruction
from czest.qms.disposal.rules.candidates import obstacles_to_transfer
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.rules.steps import is_possible
from czest.qms.disposal.sentences import sentence_of
from czest.qms.disposal.work import begin
from czest.qms.documents.checks import raise_all
from czest.qms.documents.content import state_of
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import ObjectMovedOn
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


#: So many reasons are told at most; a list has thousands of rows.
MOST_REASONS = 50


class Ending(ListOperation):
    """What destruction and transfer share."""

    #: Kind of the work, see ``work``.
    kind_of_work = ""
    #: Function of the rules that says what forbids it.
    obstacles = None
    #: Name of the paper.
    paper = ""

    def require_a_row(self):
        """Require that at least one row may be dealt with now.

        Raises:
            ObjectMovedOn: with the reasons, where none may.
        """
        content, listing, reasons = self.context, listing_of(self.context), []
        for number in open_rows(content):
            record = record_with(content.rows[number].record)
            found = type(self).obstacles(candidate(record, content.appraised_on), listing, clock.today())
            if not found:
                return
            reasons.append((number, found))
        raise ObjectMovedOn(
            self.not_done, [("rows", sentence) for sentence in about_rows(content, reasons[:MOST_REASONS])]
        )

    def carry_out(self):
        """Begin, and return details and warnings of the Outcome."""
        content = self.context
        is_complete = begin(content, self.kind_of_work, self.id, open_rows(content))
        skipped = [(number, [Problem(code) for code in codes]) for number, codes in content.skipped.items()]
        details = {"finished": is_complete, "done": len(content.done), "skipped": len(skipped)}
        return details, about_rows(content, skipped[:MOST_REASONS])


class IDestroy(model.Schema):
    """Input of the destruction; what is missing can follow with the protocol."""

    method = schema.TextLine(
        title=_("Method"), description=_("How the records are destroyed."), required=False, max_length=250, default=""
    )
    directives.widget("commission", LinesFieldWidget)
    directives.widget("witnesses", LinesFieldWidget)
    commission = schema.List(
        title=_("Members of the commission"),
        description=_("Names with posts, one a line."),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    witnesses = schema.List(
        title=_("Witnesses"),
        description=_("Names with posts, one a line."),
        value_type=schema.TextLine(),
        required=False,
        default=[],
    )
    destroyed_on = schema.Date(title=_("Destroyed on"), description=_("Left empty, today."), required=False)


class Destroy(Ending):
    """Destroy the content of the records to which the archive consented."""

    id = "destroy"
    title = _("Destroy the records")
    heading = _("Destruction of the records on list ${symbol}")
    done = _("The records were destroyed.")
    not_done = _("Nothing was destroyed.")
    busy = _("Destroying…")
    icon = "trash3"
    schema = IDestroy
    order = 60
    emphasis = "danger"
    fires = ("destroy", "begin-destruction")
    condition = _("consent of the state archive; row by row, nothing on hold")
    kind_of_work = "destroying"
    obstacles = obstacles_to_destruction
    paper = "destroyed"

    def state_refusal(self):
        content = self.context
        waits = is_possible("record-consent", content.kind, state_of(content))
        return sentence_of(Problem("no_consent_number")) if waits else super().state_refusal()

    def consequences(self):
        return [
            _("Texts, fields and files of the records are destroyed for good; a stub with the metadata stays."),
            _("Rows on hold are skipped, and stay on the list."),
        ]

    def check(self, data):
        raise_all(check_day("destroyed_on", data["destroyed_on"], self.context.consent_date))
        self.require_a_row()

    def write(self, data):
        content = self.context
        fields = ("method", "commission", "witnesses")
        day = data["destroyed_on"] or clock.today()
        note(content, "destroyed", day, **{name: data[name] for name in fields})
        details, warnings = self.carry_out()
        return Outcome(content, details={"consent_no": content.consent_no, **details}, warnings=warnings)


class ITransfer(model.Schema):
    """Input of the transfer."""

    transferred_on = schema.Date(title=_("Handed over on"), description=_("Left empty, today."), required=False)
    reference = schema.TextLine(
        title=_("Sign of the archive"), description=_("Of the receipt."), required=False, max_length=100, default=""
    )


class Transfer(Ending):
    """Note that the records went to the state archive; their content stays here (ARCH-5)."""

    id = "transfer"
    title = _("Transfer to the archive")
    heading = _("Transfer of the records on list ${symbol}")
    done = _("The transfer was recorded.")
    not_done = _("Nothing was transferred.")
    busy = _("Recording…")
    icon = "box-arrow-right"
    schema = ITransfer
    order = 60
    emphasis = "primary"
    fires = ("transfer", "begin-transfer")
    condition = _("category A; row by row, nothing on hold")
    kind_of_work = "transferring"
    obstacles = obstacles_to_transfer
    paper = "transferred"

    def consequences(self):
        return [_("The records are shown as transferred; their content stays.")]

    def check(self, data):
        raise_all(check_day("transferred_on", data["transferred_on"], self.context.made_on))
        self.require_a_row()

    def write(self, data):
        content = self.context
        note(content, "transferred", data["transferred_on"] or clock.today(), reference=data["reference"])
        details, warnings = self.carry_out()
        return Outcome(content, details={"reference": data["reference"], **details}, warnings=warnings)
