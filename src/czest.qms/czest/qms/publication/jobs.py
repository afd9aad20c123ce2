"""Jobs of the bulletin: what was scheduled is published, what is over is withdrawn, what was interrupted is settled."""

from czest.qms import _
from czest.qms import clock
from czest.qms.jobs.interfaces import IJob
from czest.qms.operations.performing import perform
from czest.qms.publication.databases import is_configured
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.operations.scheduled import PublishScheduled
from czest.qms.publication.operations.scheduled import UnpublishAfterEnd
from czest.qms.publication.reconciling import settle_intents
from czest.qms.publication.rules import cases
import logging
from plone import api
from transaction.interfaces import TransientError
from zope.component import queryUtility
from zope.globalrequest import getRequest
from zope.interface import implementer


logger = logging.getLogger(__name__)


def due_operations(ledger, today):
    """Yield the operations whose day has come.

    Parameters:
        today: date.
    """
    for case in ledger.in_state(cases.SCHEDULED):
        if case.publish_on <= today.isoformat():
            yield _operation(PublishScheduled, case)
    for case in ledger.in_state(cases.PUBLISHED, cases.ARCHIVED):
        if cases.is_over(case.until, today):
            yield _operation(UnpublishAfterEnd, case)


def _operation(factory, case):
    return factory(api.content.get(UID=case.uid), getRequest(), case)


@implementer(IJob)
class KeepBulletin:
    """Does what is due in the bulletin; does nothing the second time, and catches up missed days."""

    order = 30

    def run(self):
        ledger = queryUtility(IPublicationLedger)
        if ledger is None or not is_configured(api.portal.get()._p_jar):
            return None
        settled = settle_intents(ledger)
        done = [operation for operation in due_operations(ledger, clock.today()) if self._perform(operation)]
        if not done and not settled:
            return None
        symbols = ", ".join(dict.fromkeys(operation.case.symbol for operation in done)) or "-"
        return _(
            "Done in the bulletin: ${symbols}; interrupted and settled: ${settled}.",
            mapping={"symbols": symbols, "settled": settled},
        )

    def _perform(self, operation):
        """Perform one operation; one that fails is logged and must not keep the others waiting."""
        try:
            perform(operation)
        except TransientError:
            raise
        except Exception:
            logger.exception("Publication %s of %s was not done", operation.case.id, operation.case.symbol)
            return False
        return True
