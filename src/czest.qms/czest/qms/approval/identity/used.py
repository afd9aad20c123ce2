"""Proofs of identity that were used, until they would have expired anyhow."""

from BTrees.OOBTree import OOBTree
from czest.qms import _
from czest.qms import clock
from czest.qms.approval.interfaces import IUsedProofs
from czest.qms.jobs.interfaces import IJob
from persistent import Persistent
from zope.component import queryUtility
from zope.interface import implementer


@implementer(IUsedProofs)
class UsedProofs(Persistent):
    """See IUsedProofs."""

    def __init__(self):
        self._ends = OOBTree()

    def is_used(self, nonce, target):
        return f"{nonce} {target}" in self._ends

    def use(self, nonce, target, end):
        if not self._ends.insert(f"{nonce} {target}", end):
            raise ValueError("used already")

    def prune(self):
        now = clock.now()
        old = [key for key, end in self._ends.items() if end <= now]
        for key in old:
            del self._ends[key]
        return len(old)


@implementer(IJob)
class PruneUsedProofs:
    """Forgets proofs that have expired: nobody can use them again."""

    order = 80

    def run(self):
        used = queryUtility(IUsedProofs)
        pruned = used.prune() if used is not None else 0
        return _("Forgot ${count} expired confirmations of identity.", mapping={"count": pruned}) if pruned else None
