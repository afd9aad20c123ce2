"""What operations and the trail need to know of acts and their container."""

from czest.qms.acts.interfaces import IActsMarker
from czest.qms.acts.interfaces import ILegalActMarker
from czest.qms.documents.standing import Standing
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from zope.component import adapter
from zope.interface import implementer


@implementer(IStateOf)
@adapter(IActsMarker)
class ActsStanding(Standing):
    """State of the container."""


@implementer(IStateOf, ITrailSubject)
@adapter(ILegalActMarker)
class ActStanding(Standing):
    """State, digest and trail of an act."""

    edition = None

    @property
    def digest(self):
        """Digest of the signed file: what the act proves."""
        return None if self.context.signed_file is None else self.context.signed_file.sha256

    @property
    def label(self):
        return self.context.number
