"""Answers kept in the memory of the process: an operation of plone.caching, with the store of plone.app.caching.

Which doors are kept is said by rulesets in ``configure.zcml`` and by the registry of the bulletin's profile. An answer
is kept together with the state of the database that it was made from, so the next transaction is seen at once.
"""

from czest.qms.bulletin.views.answering import whole_or_known
from plone.app.caching.interfaces import IRAMCached
from plone.app.caching.operations.utils import getRAMCache
from plone.app.caching.operations.utils import PAGE_CACHE_ANNOTATION_KEY
from plone.caching.interfaces import ICachingOperation
from plone.caching.interfaces import ICachingOperationType
from urllib.parse import urlsplit
from zope.annotation.interfaces import IAnnotations
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.interface import provider


@implementer(ICachingOperation)
@provider(ICachingOperationType)
class KeepInMemory:
    """Answer from memory what was made from the same state of the database.

    Parameters:
        published: the public door.
        request: the request.
    """

    title = "Answers of the bulletin, kept in memory"
    description = "Until the next transaction in the database of the bulletin."
    prefix = "czest.qms.bulletin.memory"
    options = ()

    def __init__(self, published, request):
        self.published = published
        self.request = request

    def interceptResponse(self, _ruleset, response):
        """Return the bytes that are kept, or None."""
        key = key_of(self.published.context, self.request)
        kept = getRAMCache().get(key) if key is not None else None
        if kept is None:
            return None
        status, headers, content, _compressed = kept
        response.setStatus(status)
        for name, value in headers.items():
            response.setHeader(name, value, literal=1)
        return whole_or_known(self.request, content)

    def modifyResponse(self, _ruleset, _response):
        """Have the answer kept, once it is whole and if it is a success."""
        key = key_of(self.published.context, self.request)
        if key is not None:
            IAnnotations(self.request)[PAGE_CACHE_ANNOTATION_KEY] = key
            alsoProvides(self.request, IRAMCached)


def key_of(content, request):
    """Return the name under which an answer is kept, or None for one that is not.

    One address has one name: what is written in another way, or asks a question, is never kept, so that nobody can
    fill the memory with copies.
    """
    address = request["ACTUAL_URL"]
    path = urlsplit(address).path.removeprefix("/").removesuffix("/")
    if request.get("QUERY_STRING") or {"", ".", ".."} & set(path.split("/")) and path:
        return None
    state = state_seen(content)
    return None if state is None else f"{state.hex()} {address}"


def state_seen(content):
    """Return what stands for the state of the database that this request sees, or None where the storage has none.

    The last transaction of the database may be a later one than the connection has got, hence its own horizon.
    """
    return getattr(content._p_jar._storage, "_start", None)
