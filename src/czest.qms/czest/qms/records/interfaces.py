"""Interfaces of the room of records."""

from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.operations.interfaces import IOperable
from zope.interface import Attribute
from zope.interface import Interface


class IRecordsMarker(IOperable, IHasTrail):
    """Marks the container of series; its trail tells what was done to many records at once."""


class IRecordSeriesMarker(IOperable, IHasTrail):
    """Marks series of records."""


class IRecordMarker(IOperable, IHasTrail):
    """Marks records."""


class IRecordForm(Interface):
    """The typed fields of a kind of record; a named utility, made by the directive ``utility`` of ZCML."""

    title = Attribute("Message: what the kind is called, as in “Nonconformity report”")
    schema = Attribute("Schema interface of the fields")


class IDisposalObstacle(Interface):
    """Named utility of a room that shows records outside the office; such a record is not destroyed."""

    def published(uids):
        """Return the set of those UIDs whose records are shown now.

        Parameters:
            uids: iterable of UIDs of records.
        """
