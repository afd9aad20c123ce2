"""Interfaces of the trail."""

from zope.interface import Attribute
from zope.interface import Interface


#: Actor of entries that no person made: the jobs of the scheduler.
SCHEDULER = "scheduler"


class ITrail(Interface):
    """Local utility: the chains of evidence of all documents and records.

    Entries are only ever added. There is no way to change or remove one.
    """

    def append(
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
        """Append an entry to the chain of ``uid`` and return it.

        Parameters:
            uid: key of the chain: UID of the document or record.
            label: its symbol, kept with the chain so that a break can be named after the object is gone.
            operation: id of the operation.
            actor: login of the person, or name of the job.
            object_uid: UID of the object operated on; the chain's when None.
            edition: number of the edition, or None.
            on_behalf_of: login of the person in whose place the actor acted, or None.
            reason: text given by the actor.
            rule: id of the rule applied, or None.
            digest: digest of the content, or None.
            details: plain values (text, integers, booleans, None, lists, dictionaries) without personal data
                beyond logins and posts; ``post`` is shown as the post of the actor.

        Raises:
            ValueError: when a value cannot be written (see ``rules.sealing.seal``).
            UnreadableEntry: when the last entry of the chain was damaged.
        """

    def entries(uid):
        """Return every entry of a chain, oldest first; an unknown chain is empty.

        Raises:
            UnreadableEntry: when an entry was damaged.
        """

    def stored(uid, start=1, stop=None):
        """Return ``(number, Entry or None)`` for the entries from ``start`` to ``stop`` inclusive.

        None stands for an entry that cannot be read.
        """

    def length(uid):
        """Return how many entries a chain has."""

    def head(uid):
        """Return the last entry of a chain, or None.

        Raises:
            UnreadableEntry: when the entry was damaged.
        """

    def uids():
        """Iterate over the keys of all chains."""

    def label(uid):
        """Return the symbol kept with a chain, or None."""

    def verify(uid):
        """Return the ChainReport of a chain, checked against the log outside the database too."""


class IHasTrail(Interface):
    """Marks content whose trail may be asked for."""


class ITrailKey(Interface):
    """Says in which chain the trail of an object is kept; an adapter of the object."""

    trail_uid = Attribute("Key of the chain; by default the UID of the object")


class IOperationTitles(Interface):
    """Utility by which a higher room names operations to readers of the trail."""

    def title(operation):
        """Return the title (a Message) of an operation by its id, or None."""
