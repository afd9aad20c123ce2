"""Interfaces of the room of disposal."""

from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.operations.interfaces import IOperable


class IArchiveMarker(IOperable):
    """Marks the container of lists."""


class IDisposalListMarker(IOperable, IHasTrail):
    """Marks disposal and transfer lists."""
