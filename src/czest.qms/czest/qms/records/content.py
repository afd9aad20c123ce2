"""Content classes: the container of series, a series, and the record."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from ComputedAttribute import ComputedAttribute
from czest.qms.operations.protection import HoldsByOperations
from czest.qms.operations.protection import WrittenByOperations
from czest.qms.records.batches.storage import Batches
from czest.qms.records.hold_ledger import HoldLedger
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.interfaces import IRecordSeriesMarker
from czest.qms.records.interfaces import IRecordsMarker
from czest.qms.records.numbering import RecordNumbering
from czest.qms.records.schema import IRecord
from czest.qms.records.schema import IRecords
from czest.qms.records.schema import IRecordSeries
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


@implementer(IRecordsMarker, IRecords)
class Records(HoldsByOperations, Container):
    """The series of the office; unordered, because an ordering rewrites itself at every addition."""

    _ordering = "unordered"

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.numbering = RecordNumbering()
        self.batches = Batches()
        #: Decisions to hold records.
        self.holds = HoldLedger()

    @property
    def trail_name(self):
        """What the breadcrumbs call the container."""
        return self.title


@implementer(IRecordSeriesMarker, IRecordSeries)
class RecordSeries(WrittenByOperations, HoldsByOperations, Container):
    """Records of one kind, which share procedure, unit, class and retention."""

    _ordering = "unordered"

    #: Legal holds on all its records, oldest first: tuple of dicts, see ``rules.holding``.
    holds = ()

    @property
    def trail_name(self):
        """What the breadcrumbs call the series."""
        return self.symbol


@implementer(IRecordMarker, IRecord)
class Record(WrittenByOperations, Item):
    """Evidence of what was done: created once, filed, kept and disposed of; never revised."""

    #: Values of the typed fields of its kind by name: a dict that is replaced as a whole, never changed.
    typed = {}
    #: Corrections after filing, oldest first: tuple of dicts, see ``operations.add_addendum``.
    addenda = ()
    #: Legal holds, oldest first: tuple of dicts, see ``rules.holding``.
    holds = ()
    #: UID of the disposal list on which it stands, or None.
    disposal_list = None
    #: The day on which its content was destroyed, or None.
    disposed_on = None
    #: Symbol of the list by which it was destroyed, kept whatever becomes of the list.
    disposal_list_symbol = ""
    #: How many files were destroyed with it, those of corrections included.
    files_destroyed = 0
    #: SHA-256 of what is left of a destroyed record; ``digest`` stays that of what is gone.
    stub_digest = None
    #: Plain text of its fields and files, for the search; emptied when the content is destroyed.
    searchable_text = ""

    @property
    def trail_name(self):
        """What the breadcrumbs call the record."""
        return self.symbol

    def _series(self):
        """Return the series of the record."""
        return aq_parent(aq_inner(self))

    # A plain property would be given the record without its acquisition wrapper, hence without a parent.
    series = ComputedAttribute(_series, 1)

    def reindexObjectSecurity(self, skip_self=False):
        """Index who may see the record: it holds nothing that would have to follow."""
        if not skip_self:
            self.reindexObject(idxs=self._cmf_security_indexes, update_metadata=0)

    def _subobject_permissions(self):
        """Return no permissions: a record holds nothing, so no schema is searched for a field of their names."""
        return ()
