"""What the catalog keeps of an edition, and what of it a step along the route can change."""

from czest.qms.documents.interfaces import IEditionMarker
from plone.indexer.interfaces import IIndexableObject
from plone.indexer.wrapper import IndexableObjectWrapper
from Products.ZCatalog.interfaces import IZCatalog
from zope.component import adapter
from zope.interface import implementer


#: Indexes that tell how far an edition has come and who may see it. A step changes no word, no control data, no address.
INDEXES_OF_A_STEP = (
    "Date",
    "allowedRolesAndUsers",
    "modified",
    "not_waiting_for",
    "remarks_waiting_for",
    "review_state",
    "stage_due",
    "state_since",
    "states_entered",
    "waiting_for",
)


def index_step(edition):
    """Index what an operation along the route can change of an edition: every column, and the indexes of a step."""
    edition.notifyModified()
    edition.reindexObject(idxs=INDEXES_OF_A_STEP)


@implementer(IIndexableObject)
@adapter(IEditionMarker, IZCatalog)
class IndexableEdition(IndexableObjectWrapper):
    """An edition as the catalog sees it while it is indexed; what serves an index and a column is found out once."""

    def __getattr__(self, name):
        value = super().__getattr__(name)
        self.__dict__[name] = value
        return value
