"""Titles of what approval writes to the trail without a person's operation."""

from czest.qms import _
from czest.qms.approval.identity.settings_trail import CHANGED
from czest.qms.approval.operations.silence import EndSilentOpinion
from czest.qms.approval.passwords import FORGED_PROOF
from czest.qms.approval.passwords import LOCKED
from czest.qms.approval.passwords import WRONG_PASSWORD
from czest.qms.evidence.interfaces import IOperationTitles
from zope.interface import implementer


TITLES = {
    WRONG_PASSWORD: _("Wrong password at a signature"),
    FORGED_PROOF: _("Forged confirmation of identity at a signature"),
    LOCKED: _("Signing locked after wrong passwords"),
    CHANGED: _("Change a setting of the identity provider"),
    EndSilentOpinion.id: EndSilentOpinion.title,
}


@implementer(IOperationTitles)
class ApprovalTitles:
    """Titles of refusals and of what the scheduler does."""

    def title(self, operation):
        """Return the title of an entry by its id, or None."""
        return TITLES.get(operation)
