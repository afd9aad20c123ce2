"""Approval: a signature that releases the content for good; and its revocation by the officer."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.consequences import OnDay
from czest.qms.approval.forms import IApproveForm
from czest.qms.approval.operations.base import ISignature
from czest.qms.approval.operations.base import SigningOperation
from czest.qms.approval.progress import refresh
from czest.qms.approval.rules import signing as rules
from czest.qms.approval.signatures import void_signatures
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.operations.discard import IReason
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.settings import needs_act
from czest.qms.documents.settings import setting
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.roles import APPROVER
from czest.qms.operations.roles import ASKED_NEXT
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from zope import schema


#: Basis of an approval where nothing but a legal act brings the edition into force (SIG-1).
LEGAL_ACT = "zarządzenie"


NOT_PUBLISHED = _("It is not published in the BIP: that is a decision of its own.")


class IApprove(ISignature):
    """Input of the approval."""

    effective_from = schema.Date(
        title=_("Effective from"),
        description=_("The day on which the edition comes into force."),
        required=False,
    )


class Approve(SigningOperation):
    """Approve with a signature."""

    id = "approve"
    act = APPROVAL
    title = _("Sign and approve")
    heading = _("Approval of edition ${number} of ${symbol}")
    done = _("Signed and approved.")
    asked = IApprove
    asked_in_form = IApproveForm
    usual_meaning = "Zatwierdzam do stosowania"
    order = 10
    emphasis = "primary"
    fires = ("approve",)
    who = (APPROVER,)
    condition = _("asked in the running stage, no author; signature")
    tells = (ASKED_NEXT,)

    @property
    def needs_act(self):
        """Whether a legal act must bring the edition into force."""
        return needs_act(self.document.portal_type)

    def defaults(self):
        planned = self.context.effective_from
        day = max(planned, clock.today()) if planned else clock.today()
        return {**super().defaults(), "effective_from": None if self.needs_act else day}

    def withheld(self):
        return ("effective_from",) if self.needs_act else ()

    def check(self, data):
        errors = []
        for check in (self._check_day, super().check):
            try:
                check(data)
            except InvalidInput as refusal:
                errors += refusal.errors
        if errors:
            raise InvalidInput(_("Not signed: some of the data is wrong."), errors)

    def _check_day(self, data):
        planned = None if self.needs_act else self.context.effective_from
        try:
            rules.day_of_effect(data["effective_from"], planned, clock.today())
        except ValueError as error:
            earliest = rules.earliest_day(clock.today()).isoformat()
            sentence = _("The day is past: the earliest is ${day}.", mapping={"day": earliest})
            raise InvalidInput(sentence, [("effective_from", sentence)]) from error

    def complete(self, data):
        edition = self.context
        if self.needs_act:
            edition.awaits_act = True
            edition.approval_basis = LEGAL_ACT
            edition.effective_from = data["effective_from"] or edition.effective_from
        else:
            edition.effective_from = rules.day_of_effect(data["effective_from"], edition.effective_from, clock.today())
            if not edition.legal_act and not edition.approval_basis:
                edition.approval_basis = setting("approval_basis")
        move(edition, self.id)
        refresh(edition)

    def details(self):
        day = self.context.effective_from
        known = {"effective_from": day.isoformat() if day else None}
        return {**known, "awaits_act": True} if self.context.awaits_act else known

    def consequences(self):
        edition = self.context
        in_force = self.document.edition_in_force()
        mapping = {"number": edition.number}
        happens = [_("The content of edition ${number} can never be changed again.", mapping=mapping)]
        if self.needs_act:
            happens.append(_("Edition ${number} waits for the legal act that brings it into force.", mapping=mapping))
            return [*happens, NOT_PUBLISHED]
        happens.append(
            OnDay(
                _("On the day given, edition ${number} comes into force.", mapping=mapping),
                "effective_from",
                _("On ${day}, edition ${number} comes into force.", mapping=mapping),
            )
        )
        if in_force is not None:
            happens.append(_("On that day edition ${number} is superseded.", mapping={"number": in_force.number}))
        return [*happens, NOT_PUBLISHED]


class RevokeApproval(EditionOperation):
    """Take an approval back before the edition comes into force."""

    id = "revoke-approval"
    title = _("Revoke the approval")
    heading = _("Revoking the approval of edition ${number} of ${symbol}")
    done = _("The approval was revoked. The edition is a draft again.")
    not_done = _("Not revoked.")
    busy = _("Revoking…")
    schema = IReason
    permission = OFFICER_PERMISSION
    order = 70
    emphasis = "danger"
    fires = ("revoke-approval",)
    who = (OFFICER,)
    condition = _("reason")
    tells = (AUTHOR,)

    def write(self, data):
        void_signatures(self.context, data["reason"])
        self._leave_the_act()
        move(self.context, self.id)
        refresh(self.context)
        return Outcome(self.context, reason=data["reason"])

    def _leave_the_act(self):
        """Forget the legal act that had set its day: it does not bring this content into force any more."""
        edition = self.context
        edition.awaits_act = False
        if edition.is_enacted:
            edition.legal_act, edition.planned_act = edition.planned_act, None
            edition.is_enacted = False

    def consequences(self):
        return [_("The edition is a draft again."), _("Signatures given so far become void.")]
