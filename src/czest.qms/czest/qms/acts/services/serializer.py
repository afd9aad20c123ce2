"""JSON of a legal act: Plone's, with its state and the editions that this person may see."""

from czest.qms.acts.finding import editions_of
from czest.qms.acts.interfaces import ILegalActMarker
from czest.qms.documents.content import state_of
from czest.qms.interfaces import IQmsLayer
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(ILegalActMarker, IQmsLayer)
class SerializeAct(SerializeToJson):
    """An act with its editions, in the order in which they were brought into force."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version=version, include_items=include_items)
        seen = editions_of([self.context])
        result["state"] = state_of(self.context)
        result["editions"] = [summary(seen[uid]) for uid in self.context.editions if uid in seen]
        return result


def summary(brain):
    """Return one edition of an act; the last part but one of its path is the symbol."""
    return {
        "@id": brain.getURL(),
        "symbol": brain.getPath().split("/")[-2],
        "number": brain.edition_number,
        "title": brain.Title,
        "state": brain.review_state,
    }
