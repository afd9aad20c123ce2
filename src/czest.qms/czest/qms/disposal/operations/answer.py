"""The answer of the state archive: consent, refusal, exclusions (§ 9 ust. 1, § 10–12 of the regulation; ARCH-6, ARCH-8)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.judging import listing_of
from czest.qms.disposal.operations.base import check_day
from czest.qms.disposal.operations.base import check_rows
from czest.qms.disposal.operations.base import exclude
from czest.qms.disposal.operations.base import ListOperation
from czest.qms.disposal.operations.base import open_rows
from czest.qms.disposal.papers import note
from czest.qms.disposal.row_numbers import RowNumbersFieldWidget
from czest.qms.disposal.rules.consents import after_refusal
from czest.qms.disposal.rules.consents import consent_problems
from czest.qms.disposal.rules.consents import outcome
from czest.qms.disposal.rules.listing import Consent
from czest.qms.disposal.sentences import sentence_of
from czest.qms.documents.checks import raise_all
from czest.qms.documents.checks import screen_file
from czest.qms.documents.content import state_of
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.storing import stored
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema


#: State of a list after an answer → transition that leads there.
_TRANSITIONS = {"consented": "consent", "partly": "consent-partly", "refused": "refuse"}

#: What the rules find wrong → field that it is about.
_FIELDS = {"no_consent_number": "consent_no"}


class IRecordConsent(model.Schema):
    """Input of the consent. Sign and date are asked for by the rules, which say by which article."""

    consent_no = schema.TextLine(
        title=_("Sign of the consent"),
        description=_("As in the letter of the archive; required."),
        required=False,
        max_length=100,
        default="",
    )
    consent_date = schema.Date(
        title=_("Date of the consent"), description=_("As in the letter of the archive; required."), required=False
    )
    request_reference = schema.TextLine(title=_("Request that it answers"), required=False, max_length=100, default="")
    confirms_no_archival_material = schema.Bool(
        title=_("It confirms that there is no archival material among the records"), required=False, default=False
    )
    directives.widget("excluded", RowNumbersFieldWidget)
    excluded = schema.List(
        title=_("Rows that it excludes"),
        description=_("Their numbers, such as 3, 7–9."),
        value_type=schema.Int(),
        required=False,
        default=[],
    )
    reason = schema.Text(title=_("Reason of the exclusion"), required=False, max_length=1000, default="")
    letter = NamedBlobFile(title=_("Letter of the archive"), required=False)


class RecordConsent(ListOperation):
    """Note the consent of the archive, to the whole list or without some rows."""

    id = "record-consent"
    title = _("Record the consent")
    heading = _("Consent to list ${symbol}")
    done = _("The consent was recorded.")
    not_done = _("Not recorded.")
    busy = _("Recording…")
    icon = "check2-square"
    schema = IRecordConsent
    order = 40
    emphasis = "primary"
    fires = ("consent", "consent-partly", "refuse")
    condition = _("sign and date of the consent of the state archive")

    def consequences(self):
        return [_("From now on the archivist may destroy the records; nothing is destroyed by itself.")]

    def check(self, data):
        content = self.context
        consent = Consent(data["consent_no"] or "", data["consent_date"])
        problems = consent_problems(consent, listing_of(content), clock.today())
        errors = [(_FIELDS.get(problem.code, "consent_date"), sentence_of(problem)) for problem in problems]
        errors += check_rows(content, "excluded", data["excluded"] or [])
        if data["excluded"] and not (data["reason"] or "").strip():
            errors.append(("reason", _("This field is required where rows are excluded.")))
        if data["letter"] is not None:
            errors += screen_file("letter", data["letter"], ALLOWED_TYPES)
        raise_all(errors)

    def write(self, data):
        content, excluded = self.context, sorted(set(data["excluded"] or []))
        state = outcome(excluded, len(open_rows(content)))
        content.consent_no = data["consent_no"].strip()
        content.consent_date = data["consent_date"]
        content.consent_letter = stored(data["letter"])
        content.is_refused = state == "refused"
        fields = ("request_reference", "confirms_no_archival_material", "reason")
        note(
            content,
            "answered",
            data["consent_date"],
            sign=content.consent_no,
            excluded=excluded,
            **{name: data[name] for name in fields},
        )
        move(content, _TRANSITIONS[state])
        if excluded:
            exclude(content, excluded, "archive", data["reason"], self.id)
        details = {"consent_no": content.consent_no, "consent_date": content.consent_date.isoformat()}
        return Outcome(content, reason=data["reason"] or "", details={**details, "excluded": excluded})


class IRecordRefusal(model.Schema):
    """Input of the refusal."""

    reason = schema.Text(title=_("Reason"), max_length=1000)
    directives.widget("rows", RowNumbersFieldWidget)
    rows = schema.List(
        title=_("Rows that are refused"),
        description=_("Their numbers, such as 3, 7–9. Left empty, the whole list."),
        value_type=schema.Int(),
        required=False,
        default=[],
    )
    sign = schema.TextLine(title=_("Sign of the letter"), required=False, max_length=100, default="")
    refused_on = schema.Date(title=_("Date of the letter"), description=_("Left empty, today."), required=False)
    letter = NamedBlobFile(title=_("Letter of the archive"), required=False)


class RecordRefusal(ListOperation):
    """Note that the archive refused, the whole list or some rows (§ 10 and 11 of the regulation)."""

    id = "record-refusal"
    title = _("Record a refusal")
    heading = _("Refusal of list ${symbol}")
    done = _("The refusal was recorded.")
    not_done = _("Not recorded.")
    busy = _("Recording…")
    icon = "x-octagon"
    schema = IRecordRefusal
    order = 50
    fires = ("refuse", "consent-partly")
    condition = _("reason given by the state archive")

    def consequences(self):
        return [_("The records refused are filed as before; they can be proposed again later.")]

    def check(self, data):
        content = self.context
        errors = check_rows(content, "rows", data["rows"] or [])
        errors += check_day("refused_on", data["refused_on"], content.made_on)
        if data["letter"] is not None:
            errors += screen_file("letter", data["letter"], ALLOWED_TYPES)
        raise_all(errors)

    def write(self, data):
        content = self.context
        rows = sorted(set(data["rows"] or [])) or open_rows(content)
        before, left = state_of(content), len(open_rows(content, rows))
        state = after_refusal(before, left)
        content.is_refused = state == "refused"
        content.refusal_letter = stored(data["letter"]) or content.refusal_letter
        note(
            content, "refused", data["refused_on"] or clock.today(), sign=data["sign"], reason=data["reason"], rows=rows
        )
        if state != before:
            move(content, _TRANSITIONS[state])
        exclude(content, rows, "archive", data["reason"], self.id)
        return Outcome(content, reason=data["reason"], details={"rows": len(rows), "whole": not left})
