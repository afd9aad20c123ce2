"""Writing holds on records and series; the decision on many records is written on each, with its entry in the trail."""

from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.transactions import in_transaction
from czest.qms.operations import gate
from czest.qms.operations.base import Outcome
from czest.qms.operations.performing import trace
from czest.qms.records.holds import hold_ledger
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.rules import holding
from czest.qms.records.rules.lifecycle import is_possible
from czest.qms.records.setup import RECORDS
from itertools import islice
from plone import api
from zope.interface import implementer


#: Records on which a decision is written at once, in the transaction of whoever decides, and in each step later.
AT_ONCE = 200

#: Steps in one run of the job; other jobs wait meanwhile.
STEPS_OF_A_RUN = 10


def add_hold(content, hold):
    """Put a hold on a record or a series."""
    content.holds = (*content.holds, hold)
    _index(content)


def change_holds(content, ids, **values):
    """Set values in those holds of a record or a series that have one of the ids."""
    content.holds = holding.changed(content.holds, ids, **values)
    _index(content)


def _index(content):
    # A series is not indexed by its holds: its records are found by their series.
    if IRecordMarker.providedBy(content):
        content.reindexObject(idxs=["held_until"])


def spread(decision, operation_id, values, reason, details, uids):
    """Begin to write a decision on records: on few at once, on many in steps of the job.

    Until it is written, a hold that is set or extended binds all the same (``Decision.awaited``).

    Parameters:
        decision: of the ledger.
        operation_id: ``hold``, ``extend-hold`` or ``lift-hold``.
        values: of the hold that change, by name.
        reason: for the trail.
        details: for the trail, with the ``post`` of the person.
        uids: UIDs of the records.
    """
    ledger = hold_ledger()
    login = api.user.get_current().getId()
    work = {"operation": operation_id, "values": values, "reason": reason, "details": details, "login": login}
    if operation_id == "extend-hold":
        ledger.change(decision.hold["id"], **values)
    ledger.begin(decision.hold["id"], work, uids)
    if len(decision.pending) <= AT_ONCE:
        write_step(decision)


def write_step(decision, limit=None):
    """Write a decision on the next records; the last step ends the work.

    Parameters:
        decision: one at work.
        limit: number of records; all of ``AT_ONCE`` by default.

    Returns:
        the number of records that the step was about.
    """
    uids = list(islice(decision.pending, limit or AT_ONCE))
    operation_id = decision.work["operation"]
    with gate.opened(operation_id):
        for uid in uids:
            record = _record_of(uid)
            if record is not None and is_possible(operation_id, state_of(record)):
                _write(record, decision)
            decision.pending.remove(uid)
    if not decision.pending:
        if decision.work["operation"] == "lift-hold":
            hold_ledger().change(decision.hold["id"], **decision.work["values"])
        hold_ledger().finish(decision.hold["id"])
    return len(uids)


def _record_of(uid):
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid)
    return brains[0]._unrestrictedGetObject() if brains else None


def _write(record, decision):
    work = decision.work
    if work["operation"] == "hold":
        add_hold(record, decision.hold)
    else:
        change_holds(record, {decision.hold["id"]}, **work["values"])
    trace(work["operation"], Outcome(record, work["reason"], work["details"]), work["login"])


@implementer(IJob, IOwnTransactions)
class SpreadHolds:
    """Writes decisions on many records, some in each transaction: interrupted, it goes on where it was."""

    #: Before disposal could look at anything.
    order = 20

    def run(self):
        written = 0
        for _step in range(STEPS_OF_A_RUN):
            count = in_transaction(self._step)
            written += count
            if not count:
                break
        return _("Holds were written on ${count} records.", mapping={"count": written}) if written else None

    def _step(self):
        if RECORDS not in api.portal.get():
            return 0
        decision = next(iter(hold_ledger().at_work()), None)
        return write_step(decision) if decision is not None else 0
