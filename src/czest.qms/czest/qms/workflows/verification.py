"""Whether the ledger of adjustments says what the trail says was decided."""

from czest.qms import _
from czest.qms.evidence.interfaces import ITrail
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.standing import CHAIN
from zope.component import queryUtility


def broken_ledger():
    """Yield ``(chain, seq, message)`` where the adjustments are not those of the last entry of the trail."""
    ledger, trail = queryUtility(IAdjustmentsLedger), queryUtility(ITrail)
    if ledger is None or trail is None:
        return
    last = None
    for number, entry in trail.stored(CHAIN):
        if entry is not None:
            last = (number, entry)
    if last is None:
        if ledger.revisions():
            yield CHAIN, None, _("The adjustments of workflows have no trail.")
    elif last[1].digest != ledger.digest:
        yield CHAIN, last[0], _("The adjustments of workflows are not those that were decided last.")
