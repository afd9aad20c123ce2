"""The short address of a document: ``/qms/d/PS-01``."""

from czest.qms.documents.kinds import kinds
from plone import api
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class ShortAddress(BrowserView):
    """Leads to the document with a symbol, whatever its place and edition."""

    symbol = None

    def publishTraverse(self, request, name):
        if self.symbol is not None:
            raise NotFound(name)
        self.symbol = name
        return self

    def __call__(self):
        """Redirect to the document.

        Raises:
            NotFound: where there is no such document for this person: one that he may not see is not told apart from
                one that does not exist.
        """
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(symbol=(self.symbol or "").upper(), portal_type=list(kinds())) if self.symbol else []
        if not brains:
            raise NotFound(self.symbol or "d")
        return self.request.response.redirect(brains[0].getURL())
