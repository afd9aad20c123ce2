"""Interfaces of the room of legal acts."""

from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.operations.interfaces import IOperable
from czest.qms.outside_signatures.interfaces import ICarriesOutsideSignatures


class IActsMarker(IOperable):
    """Marks the container of legal acts."""


class ILegalActMarker(ICarriesOutsideSignatures, IHasTrail):
    """Marks legal acts."""
