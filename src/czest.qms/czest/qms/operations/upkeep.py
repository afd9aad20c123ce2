"""What falls due by time for the trail and for operations, and titles of operations for readers of the trail."""

from czest.qms import _
from czest.qms import clock
from czest.qms.evidence.checkpoint import take_checkpoint
from czest.qms.evidence.interfaces import IOperationTitles
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IJob
from czest.qms.operations.interfaces import IIdempotencyStore
from czest.qms.operations.interfaces import IOperation
from functools import cached_property
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import implementer


@implementer(IJob)
class DailyCheckpoint:
    """Takes the checkpoint of the day, after everything else that fell due."""

    order = 90

    def run(self):
        """Take the checkpoint unless it is taken, and say so."""
        path = take_checkpoint(getUtility(ITrail), clock.today())
        return path and _("Checkpoint of the trail taken: ${file}.", mapping={"file": path.name})


@implementer(IJob)
class PruneIdempotency:
    """Forgets answers kept for repeated requests after seven days."""

    order = 80

    def run(self):
        pruned = getUtility(IIdempotencyStore).prune()
        return _("Forgot ${count} answers to repeated requests.", mapping={"count": pruned}) if pruned else None


@implementer(IOperationTitles)
class OperationTitles:
    """Titles of all operations that any room registered."""

    @cached_property
    def _titles(self):
        registrations = getGlobalSiteManager().registeredAdapters()
        return {
            found.name: getattr(found.factory, "title", None) for found in registrations if found.provided is IOperation
        }

    def title(self, operation):
        """Return the title of an operation by its id, or None."""
        return self._titles.get(operation)
