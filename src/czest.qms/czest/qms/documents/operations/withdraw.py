"""Withdrawing a document from force."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.coming_into_force import end
from czest.qms.documents.coming_into_force import settle
from czest.qms.documents.operations.base import DocumentOperation
from czest.qms.documents.operations.discard import IReason
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import OFFICER
from zope import schema


class IWithdraw(IReason):
    """Input of the withdrawal."""

    legal_act = schema.TextLine(
        title=_("Legal act"),
        description=_("Number of the order that repeals the document."),
        required=False,
        max_length=50,
    )


class Withdraw(DocumentOperation):
    """End the force of the document without a successor."""

    id = "withdraw"
    title = _("Withdraw from force")
    heading = _("Withdrawing ${symbol} from force")
    done = _("The document was withdrawn.")
    not_done = _("Not withdrawn.")
    busy = _("Withdrawing…")
    icon = "qms-withdrawn"
    schema = IWithdraw
    permission = "czest.qms: Withdraw document"
    order = 80
    emphasis = "danger"
    fires = ("withdraw",)
    who = (OFFICER,)
    condition = _("no edition is being worked on; reason")
    tells = (BIP_EDITOR,)

    def state_refusal(self):
        return super().state_refusal() or self.open_edition_refusal()

    def write(self, data):
        edition = self.context.edition_in_force()
        end(edition, clock.today(), "withdraw")
        settle(self.context)
        self.context.reindexObject()
        details = {"edition": edition.number, "legal_act": data["legal_act"]}
        return Outcome(self.context, reason=data["reason"], details=details)

    def consequences(self):
        return [
            _("From today the document is not in force, and nothing replaces it."),
            _("It stays readable with a banner that says so."),
            _("The symbol is never used again."),
        ]
