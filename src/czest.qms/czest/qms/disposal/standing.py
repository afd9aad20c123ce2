"""What operations and the trail need to know of the archive and of its lists."""

from czest.qms import _
from czest.qms.disposal.interfaces import IArchiveMarker
from czest.qms.disposal.interfaces import IDisposalListMarker
from czest.qms.disposal.states import LIST_STATES
from czest.qms.documents.standing import Standing
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from zope.component import adapter
from zope.interface import implementer


@implementer(IStateOf)
@adapter(IArchiveMarker)
class ArchiveStanding(Standing):
    """State of the archive, which has only one."""

    word = _("Open")


@implementer(IStateOf, ITrailSubject)
@adapter(IDisposalListMarker)
class DisposalListStanding(Standing):
    """State, digest and trail of a list."""

    edition = None

    @property
    def word(self):
        return LIST_STATES[self.state].word

    @property
    def digest(self):
        return self.context.digest

    @property
    def label(self):
        return self.context.symbol
