"""The site as operations of the workflow manager see it: its state is that of the adjustments."""

from czest.qms import _
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.operations.interfaces import IOperationSubject
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.operations.base import ManagerOperation
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: Key and label of the chain: adjustments have no UID.
CHAIN = "workflows"

SETTLED, BEING_APPLIED = "settled", "being_applied"
WORDS = {SETTLED: _("In force as recorded"), BEING_APPLIED: _("Being applied")}


@implementer(IStateOf, ITrailKey, ITrailSubject)
@adapter(IPloneSiteRoot)
class SiteStanding:
    """State, digest and trail of the adjustments of a site.

    Parameters:
        context: the site.
    """

    trail_uid = CHAIN
    label = CHAIN
    edition = None

    def __init__(self, context):
        self.context = context

    @property
    def state(self):
        return SETTLED if getUtility(IAdjustmentsLedger).work is None else BEING_APPLIED

    @property
    def word(self):
        return WORDS[self.state]

    @property
    def digest(self):
        return getUtility(IAdjustmentsLedger).digest


@implementer(IOperationSubject)
@adapter(ManagerOperation)
class ManagerSubject:
    """How the page of an operation shows the workflows."""

    title = _("Workflows of documents and records")
    edge = None
    words = {}

    def __init__(self, operation):
        self.operation = operation

    @property
    def rows(self):
        revisions = len(self.operation.ledger.revisions())
        return [
            {"label": _("State"), "value": IStateOf(self.operation.context).word},
            {"label": _("Changes so far"), "value": str(revisions)},
        ]
