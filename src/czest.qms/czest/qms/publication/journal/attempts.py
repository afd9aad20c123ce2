"""Refused attempts: noted at once in a connection of their own, whatever becomes of the request (DESIGN §5)."""

from czest.qms.approval.passwords import committed
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.transactions import FIRST_PAUSE
from czest.qms.publication.carrying_out import now
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal.keeping import DENIED
from czest.qms.publication.trail import CHAIN
import time
from transaction.interfaces import TransientError
from zope.component import queryUtility


ATTEMPTS = 5
#: What the trail calls it; not an operation, since nothing was done.
DENIED_ATTEMPT = "denied-in-bulletin"
#: Methods that change nothing.
READING = frozenset({"GET", "HEAD", "OPTIONS"})


def note_attempt(request, login, operation, what):
    """Note that somebody tried to change the bulletin without the right to.

    Looking at a form changes nothing and is no attempt.

    Parameters:
        request: the request in which it was tried.
        login: who tried.
        operation: id of what was tried.
        what: symbol and number of the edition, or id of the page.
    """
    ledger, trail = queryUtility(IPublicationLedger), queryUtility(ITrail)
    if request.method in READING or ledger is None or ledger._p_jar is None:
        return
    details = {"operation": operation, "what": what}
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with committed(ledger.journal, trail) as (journal, stored):
                journal.note(now(), DENIED, login, what, operation=operation)
                stored.append(CHAIN, label=CHAIN, operation=DENIED_ATTEMPT, actor=login, details=details)
            return
        except TransientError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(FIRST_PAUSE * attempt)
