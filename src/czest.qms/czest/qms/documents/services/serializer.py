"""JSON of documents and editions: Plone's, with state, editions and signatures added."""

from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.services.editions import signatures_of
from czest.qms.documents.services.editions import summary
from czest.qms.interfaces import IQmsLayer
from plone.namedfile.interfaces import INamedBlobFile
from plone.restapi.interfaces import IJsonCompatible
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IControlledDocumentMarker, IQmsLayer)
class SerializeDocument(SerializeFolderToJson):
    """A document with its state and the summary of its edition in force."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version=version, include_items=include_items)
        edition = self.context.edition_in_force()
        result["state"] = state_of(self.context)
        result["edition_in_force"] = summary(edition) if edition is not None else None
        return result


@implementer(ISerializeToJson)
@adapter(IEditionMarker, IQmsLayer)
class SerializeEdition(SerializeToJson):
    """An edition with its state and signatures."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version=version, include_items=include_items)
        result["state"] = state_of(self.context)
        result["signatures"] = signatures_of(self.context)
        result["taken_over"] = self.context.taken_over
        self.request.response.setHeader("ETag", f'"{self.context.digest}"')
        return result


@implementer(IJsonCompatible)
@adapter(INamedBlobFile)
def described(file):
    """Return name, type, size in bytes and digest of a file that stands in a list of files."""
    return {
        "filename": file.filename,
        "content-type": file.contentType,
        "size": file.getSize(),
        "sha256": getattr(file, "sha256", None),
    }
