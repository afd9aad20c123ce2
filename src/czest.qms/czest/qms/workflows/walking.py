"""The nightly walk through all objects that a workflow governs: which of them are not as they should be.

It takes some of them in each transaction and the worker does other work in between, so it keeps nobody waiting in an
office with hundreds of thousands. What it found counts once it has come to the end.
"""

from BTrees.IOBTree import IOBTree
from czest.qms import clock
from czest.qms.approval.rules.mailing import is_morning
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.transactions import in_transaction
from czest.qms.register.catalog_sets import for_current_user
from czest.qms.workflows.drift import is_stuck
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.live import shipped_bindings
from czest.qms.workflows.objects import Recorded
from czest.qms.workflows.rules.known import EDITION
import datetime
from itertools import islice
import logging
from persistent import Persistent
from plone import api
from transaction.interfaces import TransientError
from zope.component import queryUtility
from zope.interface import implementer


logger = logging.getLogger(__name__)

#: Rows of the catalog in one transaction.
PIECE = 500
#: Transactions in one turn of the worker, which then does what else is due.
PIECES = 5

#: So long the check for drift waits for a walk to come to its end; it takes seconds where nothing fails.
LONGEST = datetime.timedelta(hours=3)


class Walk(Persistent):
    """How far a walk has come, and what it found.

    Parameters:
        began: aware datetime.

    Attributes:
        last: number of the last row of the catalog that was looked at, or None.
        astray: number → UID of each object that is not as it should be.
    """

    last = None

    def __init__(self, began):
        self.began = began
        self.astray = IOBTree()

    @property
    def day(self):
        """Day in the office on which it began."""
        return self.began.astimezone(clock.OFFICE_ZONE).date()

    def holds_up(self, moment):
        """Tell whether the check for drift is to wait for it: not for one of another day, nor where something fails."""
        is_of_today = self.day == moment.astimezone(clock.OFFICE_ZONE).date()
        return is_of_today and moment - self.began < LONGEST

    def add(self, uid):
        """Note an object."""
        self.astray[len(self)] = uid

    def __len__(self):
        return self.astray.maxKey() + 1 if self.astray else 0


@implementer(IJob, IOwnTransactions)
class WalkObjects:
    """Looks once a morning at every object, before the check for drift tells of what it finds."""

    order = 42

    def run(self):
        """Go on with the walk of the day; nothing is said of it, as the check for drift tells what it found."""
        for _piece in range(PIECES):
            if in_transaction(piece):
                break


def piece():
    """Do one piece of the walk where it is due; return whether there is nothing more to do now."""
    ledger = queryUtility(IAdjustmentsLedger)
    if ledger is None or not is_due(ledger):
        return True
    if ledger.walk is None or ledger.walk.day != clock.today():
        ledger.walk = Walk(clock.now())
    go_on(ledger, PIECE)
    return ledger.walk is None


def is_due(ledger):
    """Tell whether objects are to be looked at: once a morning, and not while they are being given other rights."""
    if ledger.work is not None and not is_stuck(ledger.work):
        return False
    last_day = ledger.walked.day if ledger.walked is not None else None
    return is_morning(clock.now().astimezone(clock.OFFICE_ZONE), last_day)


def go_on(ledger, most):
    """Look at some more objects; at the end, what was found takes the place of what the former walk found.

    Parameters:
        ledger: the ``IAdjustmentsLedger``, with a walk under way.
        most: rows of the catalog at most; a document brings its editions along.
    """
    walk, recorded = ledger.walk, Recorded(ledger.current())
    brains = rows_after(walk.last, most)
    for brain in brains:
        for uid in found_astray(brain, recorded):
            walk.add(uid)
        walk.last = brain.getRID()
    if len(brains) < most:
        ledger.walked, ledger.walk = walk, None
    # What was only looked at would crowd out what people work with.
    api.portal.get()._p_jar.cacheGC()


def rows_after(last, most):
    """Return the next brains of governed objects, in the order of their rows; editions come with their documents.

    A number that an index still has though its row is gone keeps nobody from the objects after it.
    """
    sets = for_current_user()
    types = [portal_type for portal_type, workflow_id in shipped_bindings().items() if workflow_id != EDITION]
    rows = sets.matching("portal_type", types)
    following = rows.keys() if last is None else rows.keys(min=last, excludemin=True)
    return sets.brains(islice(sets.with_rows(following), most))


def found_astray(brain, recorded):
    """Return the UIDs of an object, and of its editions, of those that are not as they should be.

    Raises:
        TransientError: another client was faster; the piece is to be repeated.
    """
    try:
        content = brain._unrestrictedGetObject()
        looked_at = (content, *(content.editions() if IControlledDocumentMarker.providedBy(content) else ()))
        uids = [one.UID() for one in looked_at]
    except TransientError:
        raise
    except Exception:
        logger.exception("The object %s cannot be read", brain.UID)
        return [brain.UID]
    return [uid for uid, one in zip(uids, looked_at, strict=True) if is_astray(uid, one, recorded)]


def is_astray(uid, content, recorded):
    """Tell whether an object is not as it should be; one that cannot be read is not.

    Raises:
        TransientError: another client was faster; the piece is to be repeated.
    """
    try:
        return bool(recorded.problems(content))
    except TransientError:
        raise
    except Exception:
        logger.exception("The object %s cannot be read", uid)
        return True
