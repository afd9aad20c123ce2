"""Jobs of the bulletin: what was scheduled is published, what is over is withdrawn, what was interrupted is settled."""

from czest.qms import _
from czest.qms import clock
from czest.qms.jobs.interfaces import IJob
from czest.qms.operations.unattended import perform_each
from czest.qms.publication.databases import is_configured
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.operations.scheduled import PublishScheduled
from czest.qms.publication.operations.scheduled import UnpublishAfterEnd
from czest.qms.publication.reconciling import settle_intents
from czest.qms.publication.rules import cases
import datetime
from plone import api
from zope.component import queryUtility
from zope.globalrequest import getRequest
from zope.interface import implementer


def due_operations(ledger, today):
    """Yield the operations whose day has come.

    Parameters:
        today: date.
    """
    yesterday = today - datetime.timedelta(days=1)
    for number in ledger.lists.due(cases.SCHEDULED, until=today.isoformat()):
        yield _operation(PublishScheduled, ledger.case(number))
    for number in ledger.lists.due(cases.PUBLISHED, cases.ARCHIVED, until=yesterday.isoformat()):
        yield _operation(UnpublishAfterEnd, ledger.case(number))


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
        done = perform_each(due_operations(ledger, clock.today()))
        if not done and not settled:
            return None
        symbols = ", ".join(dict.fromkeys(IPublishable(content).symbol for content in done)) or "-"
        return _(
            "Done in the bulletin: ${symbols}; interrupted and settled: ${settled}.",
            mapping={"symbols": symbols, "settled": settled},
        )
