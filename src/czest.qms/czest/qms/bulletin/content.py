"""Content of the bulletin: subjects with their entries, and pages.

Entries keep one snapshot of plain values. They are written by ``writing`` in a process that is given both databases,
and never by the public one, which reads only.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from ComputedAttribute import ComputedAttribute
from czest.qms.bulletin.interfaces import IBulletinEntry
from czest.qms.bulletin.interfaces import IBulletinFolder
from czest.qms.bulletin.interfaces import IBulletinPage
from czest.qms.bulletin.interfaces import IBulletinSubject
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.bulletin.snapshot import Withdrawal
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


WORKFLOW = "qms_bulletin_entry_workflow"


@implementer(IBulletinFolder)
class BulletinFolder(Container):
    """A container whose contents stand in no order of their own."""

    _ordering = "unordered"


@implementer(IBulletinSubject)
class BulletinSubject(Container):
    """Everything published under one symbol; its address is the canonical one."""

    _ordering = "unordered"

    symbol = ""

    def entries(self):
        """Return the entries, newest first."""
        return sorted(self.objectValues(), key=lambda entry: entry.version, reverse=True)

    def current(self):
        """Return the entry now published, else the newest one."""
        entries = self.entries()
        return next((entry for entry in entries if entry.state == PUBLISHED), entries[0] if entries else None)


@implementer(IBulletinEntry)
class BulletinEntry(Item):
    """One publication, as it was made.

    Attributes:
        facts: what ``snapshot.as_plain`` gave.
        version: ordinal under the symbol, from 1.
        files: ``{public name: NamedBlobFile}``.
        in_force_to: last day on which it was in force, ``YYYY-MM-DD``; empty while it is.
        withdrawn: what ``snapshot.as_plain`` gave of the Withdrawal, or None.
    """

    facts = None
    version = 0
    files = ()
    in_force_to = ""
    withdrawn = None
    searchable_text = ""

    @property
    def snapshot(self):
        """The snapshot."""
        return from_plain(Snapshot, self.facts)

    @property
    def withdrawal(self):
        """The Withdrawal, or None."""
        return None if self.withdrawn is None else from_plain(Withdrawal, self.withdrawn)

    @property
    def state(self):
        """State id, from the history of the entry itself: the intranet asks too, where other tools are the current ones."""
        return self.workflow_history[WORKFLOW][-1]["review_state"]

    def _subject(self):
        return aq_parent(aq_inner(self))

    subject = ComputedAttribute(_subject, 1)


@implementer(IBulletinPage)
class BulletinPage(Item):
    """A page of the bulletin itself.

    Attributes:
        body: HTML that was cleaned when it was written.
        facts: plain values of a page that is made from a form, such as the accessibility declaration.
    """

    body = ""
    facts = None
