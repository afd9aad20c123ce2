"""Content classes: the archive and its lists."""

from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from czest.qms.disposal.interfaces import IArchiveMarker
from czest.qms.disposal.interfaces import IDisposalListMarker
from czest.qms.disposal.rules.selections import Selection
from czest.qms.disposal.schema import IArchive
from czest.qms.disposal.schema import IDisposalList
from czest.qms.operations.protection import HoldsByOperations
from czest.qms.operations.protection import WrittenByOperations
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IArchiveMarker, IArchive)
class Archive(HoldsByOperations, Container):
    """The lists of the office; unordered, because an ordering rewrites itself at every addition."""

    _ordering = "unordered"

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        #: Year → last number allotted.
        self.numbers = OIBTree()
        #: Ids of the lists that are worked on piece by piece.
        self.unfinished = OOTreeSet()


@implementer(IDisposalListMarker, IDisposalList)
class DisposalList(WrittenByOperations, Item):
    """A list of records that are destroyed, or go to the state archive, with the papers that this asks for."""

    #: What is being done piece by piece: a dict that is replaced as a whole (see ``work``), or None.
    work = None
    #: SHA-256 of head and rows, noted when the list is complete.
    digest = None
    #: Sums of the rows by name (see ``rules.rows.Totals``), replaced as a whole.
    totals = {}
    #: What an operation noted of itself, by the name of the step; replaced as a whole (see ``papers``).
    papers = {}
    #: Answer of the archive to a list of ``BE``: the day of its appraisal, or None.
    appraised_on = None
    consent_no = ""
    consent_date = None
    consent_letter = None
    refusal_letter = None
    protocol_file = None
    is_refused = False

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        #: Number (lp.) → ``rules.rows.Row``.
        self.rows = IOBTree()
        #: UID of a record → number of its row.
        self.numbers = OIBTree()
        #: Number → dict with ``by`` (``archive`` or ``office``), ``day`` and ``reason``.
        self.excluded = IOBTree()
        #: Number → day on which the record was destroyed or transferred.
        self.done = IOBTree()
        #: Number → codes of what kept the record from it when it was last tried.
        self.skipped = IOBTree()
        #: Symbol of a record that was planned and could not be put on the list → codes of the reasons.
        self.left_out = OOBTree()
        #: What is still to be done: place → UID of a record, or number of a row.
        self.plan = IOBTree()

    @property
    def trail_name(self):
        """What the breadcrumbs call the list."""
        return self.symbol

    @property
    def selection(self):
        """The ``rules.selections.Selection`` of the list."""
        return Selection.parse(self.category)

    @property
    def kind(self):
        """The kind of archival category: ``B``, ``BE``, ``Bc`` or ``A``."""
        return self.selection.kind

    def is_open_row(self, number):
        """Tell whether nothing has been decided of a row yet: neither excluded nor destroyed or transferred."""
        return number not in self.excluded and number not in self.done
