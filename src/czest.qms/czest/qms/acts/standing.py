"""What operations and the trail need to know of acts and their container."""

from czest.qms import _
from czest.qms.acts.interfaces import IActsMarker
from czest.qms.acts.interfaces import ILegalActMarker
from czest.qms.acts.snapshots import digest_of
from czest.qms.documents.standing import Standing
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from zope.component import adapter
from zope.interface import implementer


@implementer(IStateOf)
@adapter(IActsMarker)
class ActsStanding(Standing):
    """State of the container, which has only one."""

    word = _("Open")


@implementer(IStateOf, ITrailSubject)
@adapter(ILegalActMarker)
class ActStanding(Standing):
    """State and trail of an act; its digest covers the data, the signed file and the editions."""

    edition = None

    @property
    def digest(self):
        return digest_of(self.context)

    @property
    def label(self):
        return self.context.number
