"""The trail: one hash chain of evidence per document or record, outliving it."""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
import contextlib
from czest.qms import clock
from czest.qms.evidence import head_log
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.rules import chains
from czest.qms.evidence.rules import sealing
from czest.qms.evidence.witnesses import heads_of_chain
from persistent import Persistent
import transaction
from zope.interface import implementer


class Chain(Persistent):
    """The entries of one document or record, as immutable texts by number.

    Parameters:
        label: symbol of the document or record.
    """

    security = ClassSecurityInfo()
    security.declareObjectPrivate()
    security.setDefaultAccess("deny")

    def __init__(self, label):
        self.label = label
        self.head = sealing.NOTHING_BEFORE
        self.texts = IOBTree()

    def last(self):
        """Return the last entry, or None.

        Raises:
            UnreadableEntry: when its text was damaged.
        """
        return sealing.from_text(self.texts[self.texts.maxKey()]) if self.texts else None

    def add(self, entry):
        """Add an entry at the end; return the number under which it is stored."""
        number = self.texts.maxKey() + 1 if self.texts else 1
        self.texts.insert(number, sealing.to_text(entry))
        # Written with every entry, so that two transactions extending one chain conflict at the chain itself,
        # whatever the buckets of the BTree would let pass, and so that the storage refuses to undo an entry from
        # under later ones. Verification does not rely on it.
        self.head = entry.hash
        return number


InitializeClass(Chain)


@implementer(ITrail)
class Trail(Persistent):
    """Chains by UID. Each is persistent by itself, so different documents never wait for one another."""

    security = ClassSecurityInfo()
    security.declareObjectPrivate()
    security.setDefaultAccess("deny")

    def __init__(self):
        self._chains = OOBTree()

    def append(
        self,
        uid,
        *,
        label,
        operation,
        actor,
        object_uid=None,
        edition=None,
        on_behalf_of=None,
        reason="",
        rule=None,
        digest=None,
        details=None,
    ):
        """Append an entry and return it (see ITrail)."""
        chain = self._chains.get(uid)
        entry = sealing.seal(
            chain.last() if chain is not None else None,
            time=clock.now(),
            actor=actor,
            operation=operation,
            object_uid=object_uid or uid,
            on_behalf_of=on_behalf_of,
            edition=edition,
            reason=reason,
            rule=rule,
            digest=digest,
            details=details,
        )
        if chain is None:
            chain = self._chains[uid] = Chain(label)
        if chain.label != label:
            chain.label = label
        self._announce_on_commit(uid, chain.add(entry))
        return entry

    def entries(self, uid):
        """Return every entry of a chain (see ITrail)."""
        chain = self._chains.get(uid)
        return [sealing.from_text(text) for text in chain.texts.values()] if chain is not None else []

    def stored(self, uid, start=1, stop=None):
        """Return numbers and entries, None for the unreadable (see ITrail)."""
        chain = self._chains.get(uid)
        if chain is None:
            return []
        return [(number, _readable(text)) for number, text in chain.texts.items(min=start, max=stop)]

    def length(self, uid):
        """Return how many entries a chain has."""
        chain = self._chains.get(uid)
        return len(chain.texts) if chain is not None else 0

    def head(self, uid):
        """Return the last entry of a chain, or None (see ITrail)."""
        chain = self._chains.get(uid)
        return chain.last() if chain is not None else None

    def uids(self):
        """Iterate over the keys of all chains."""
        return iter(self._chains)

    def label(self, uid):
        """Return the symbol kept with a chain, or None."""
        chain = self._chains.get(uid)
        return chain.label if chain is not None else None

    def verify(self, uid):
        """Return the ChainReport of a chain (see ITrail)."""
        heads = heads_of_chain(uid)
        report = self.report(uid, heads)
        if any(reason.code == chains.MISSING for reason in report.reasons):
            # The log may be ahead only because it was read after this connection took its view of the database.
            with self.latest() as latest:
                report = latest.report(uid, heads)
        return report

    def report(self, uid, heads):
        """Return the ChainReport of a chain against given ``(seq, hash)`` pairs."""
        entries = []
        # The numbers under which the texts are stored are part of what is verified.
        for position, (number, entry) in enumerate(self.stored(uid, start=None), 1):
            entries.append(entry if entry is None or number in (position, entry.seq) else None)
        return chains.verify_chain(entries, heads)

    @contextlib.contextmanager
    def latest(self):
        """Yield this trail as last committed, for reading; itself where it was never committed."""
        if self._p_jar is None or self._p_serial == b"\0" * 8:
            yield self
            return
        connection = self._p_jar.db().open(transaction.TransactionManager())
        try:
            yield connection.get(self._p_oid)
        finally:
            connection.transaction_manager.abort()
            connection.close()

    def forget_read(self):
        """Let the cache of the connection go of what was only read; for walks over all chains."""
        if self._p_jar is not None:
            self._p_jar.cacheGC()

    def _announce_on_commit(self, uid, number):
        """See to it that entries of a chain from ``number`` on reach the log of heads, once they are committed."""
        current = self._p_jar.transaction_manager.get() if self._p_jar is not None else transaction.get()
        try:
            first_added = current.data(self)
        except KeyError:
            first_added = {}
            current.set_data(self, first_added)
        if not first_added:
            current.addBeforeCommitHook(self._announce, (current, first_added))
        first_added.setdefault(uid, number)

    def _announce(self, current, first_added):
        """Read what is really about to be committed: savepoints may have taken entries back."""
        heads = []
        for uid, first in first_added.items():
            for _number, entry in self.stored(uid, start=first):
                heads.append(head_log.Head(entry.time, uid, self.label(uid), entry.seq, entry.hash))
        first_added.clear()
        if heads:
            current.addAfterCommitHook(head_log.after_commit, (heads,))


InitializeClass(Trail)


def _readable(text):
    """Return the entry of a text, or None."""
    try:
        return sealing.from_text(text)
    except sealing.UnreadableEntry:
        return None
