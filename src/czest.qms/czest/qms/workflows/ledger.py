"""The ledger of adjustments: a persistent local utility."""

from BTrees.IOBTree import IOBTree
from czest.qms import clock
from czest.qms.operations.base import actor
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import canonical
from czest.qms.workflows.rules.adjustments import digest_of
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.adjustments import plain
from dataclasses import asdict
from dataclasses import dataclass
import json
from persistent import Persistent
from zope.interface import implementer


@dataclass(frozen=True)
class Revision:
    """One decision about the workflows.

    Parameters:
        number: 1 for the first.
        time: UTC, ISO 8601.
        login: who decided.
        operation: id of the operation or change.
        reason: text given by the person.
        before, after: adjustments in the plain form.
        undone: number of the revision that was taken back, or None.
    """

    number: int
    time: str
    login: str
    operation: str
    reason: str
    before: dict
    after: dict
    undone: int | None = None


@implementer(IAdjustmentsLedger)
class AdjustmentsLedger(Persistent):
    """See :class:`IAdjustmentsLedger`. Decisions are few and never changed, so each is kept as text."""

    #: See ``work``.
    work = None
    #: See ``work``.
    failed = ()
    #: See ``drifting``.
    drift = None
    #: See ``walking``.
    walk = walked = None

    def __init__(self):
        self._revisions = IOBTree()
        self.plan = IOBTree()

    @property
    def values(self):
        if not self._revisions:
            return plain(Adjustments())
        return self.revision(self._revisions.maxKey()).after

    @property
    def digest(self):
        return digest_of(self.values)

    def current(self):
        return of_plain(self.values)

    def revisions(self):
        return [self.revision(number) for number in reversed(self._revisions.keys())]

    def revision(self, number):
        return Revision(**json.loads(self._revisions[number]))

    def record(self, values, operation, reason="", undone=None):
        number = self._revisions.maxKey() + 1 if self._revisions else 1
        time = clock.now().isoformat()
        revision = Revision(number, time, actor(), operation, reason or "", self.values, values, undone)
        self._revisions[number] = canonical(asdict(revision))
        return revision
