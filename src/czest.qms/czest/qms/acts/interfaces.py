"""Interfaces of the room of legal acts."""

from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.operations.interfaces import IOperable


class IActsMarker(IOperable):
    """Marks the container of legal acts."""


class ILegalActMarker(IOperable, IHasTrail):
    """Marks legal acts."""
