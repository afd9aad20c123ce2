"""The job that goes on with long lists. It begins nothing by itself: nothing is proposed or destroyed by a clock (ARCH-6)."""

from czest.qms import _
from czest.qms.disposal.setup import ARCHIVE
from czest.qms.disposal.work import go_on
from czest.qms.disposal.work import progress
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.transactions import in_transaction
from czest.qms.operations import gate
from functools import partial
from plone import api
from zope.component import getUtility
from zope.interface import implementer


#: Records in one transaction: few enough that whoever conflicts with it waits less than a second.
PIECE = 100


@implementer(IJob, IOwnTransactions)
class DisposalWork:
    """Does what archivists ordered and what was too much for one request."""

    order = 40

    def run(self):
        """Go on with every list that is worked on and say how many records that were, or return None."""
        count = sum(self._finish(name) for name in in_transaction(unfinished))
        return _("Worked on ${count} records on disposal lists.", mapping={"count": count}) if count else None

    def _finish(self, name):
        """Work on one list until nothing is left to do; return how many records that were."""
        count = 0
        while True:
            done, is_finished = in_transaction(partial(piece, name))
            count += done
            if is_finished:
                return count


def unfinished():
    """Return the ids of the lists with work to do."""
    archive = api.portal.get().get(ARCHIVE)
    return list(archive.unfinished) if archive is not None else []


def piece(name):
    """Do one piece of the work on a list; return how many records that were, and whether all is done."""
    content = api.portal.get()[ARCHIVE][name]
    if content.work is None:
        return 0, True
    doer, before = content.work["doer"], progress(content)
    with gate.opened(doer["operation"]):
        is_finished = go_on(content, PIECE)
        if is_finished:
            _trace(content, doer, before["total"])
    return min(PIECE, before["total"] - before["done"]), is_finished


def _trace(content, doer, total):
    getUtility(ITrail).append(
        uid_of(content),
        label=content.symbol,
        operation=doer["operation"],
        actor=doer["login"],
        digest=content.digest,
        details={"post": doer["post"], "finished": True, "records": total, "rows": len(content.rows)},
    )
