"""What operations and the trail need to know of libraries, documents and editions."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.interfaces import ILibraryMarker
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from zope.component import adapter
from zope.interface import implementer


class Standing:
    """State of an object; without content of its own it has no digest."""

    digest = None

    def __init__(self, context):
        self.context = context

    @property
    def state(self):
        return state_of(self.context)

    @property
    def word(self):
        return state(self.state).word


@implementer(IStateOf)
@adapter(ILibraryMarker)
class LibraryStanding(Standing):
    """State of the library, which has only one."""

    word = _("Open")


@implementer(IStateOf, ITrailSubject)
@adapter(IControlledDocumentMarker)
class DocumentStanding(Standing):
    """State and trail of a document."""

    edition = None

    @property
    def label(self):
        return self.context.symbol


@implementer(IStateOf, ITrailKey, ITrailSubject)
@adapter(IEditionMarker)
class EditionStanding(Standing):
    """State and digest of an edition; its trail is its document's."""

    @property
    def digest(self):
        return self.context.digest

    @property
    def trail_uid(self):
        return uid_of(self.context.document)

    @property
    def label(self):
        return self.context.document.symbol

    @property
    def edition(self):
        return self.context.number
