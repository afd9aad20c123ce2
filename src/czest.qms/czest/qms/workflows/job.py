"""Jobs of the workflow manager: rights that are still to be given, and the nightly check for drift."""

from czest.qms import _
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.transactions import in_transaction
from czest.qms.operations import gate
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.work import go_on
from zope.component import queryUtility
from zope.interface import implementer


#: Objects in one transaction: few enough that whoever conflicts with it waits less than a second.
PIECE = 100


@implementer(IJob, IOwnTransactions)
class GiveRights:
    """Gives objects the rights of their state where a change concerns too many for one request."""

    order = 41

    def run(self):
        """Go on until nothing is left to do and say how many objects that were, or return None."""
        count = 0
        while True:
            done, is_finished = in_transaction(piece)
            count += done
            if is_finished:
                return (
                    _("Gave ${count} objects the rights of their state.", mapping={"count": count}) if count else None
                )


def piece():
    """Do one piece of the work; return how many objects that were, and whether all is done."""
    ledger = queryUtility(IAdjustmentsLedger)
    if ledger is None or ledger.work is None:
        return 0, True
    before = len(ledger.plan)
    with gate.opened(ledger.work["operation"]):
        is_finished = go_on(ledger, PIECE)
    return before - len(ledger.plan), is_finished
