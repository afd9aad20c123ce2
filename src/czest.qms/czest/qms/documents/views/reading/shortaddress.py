"""The short address of a document: ``/qms/d/PS-01``."""

from czest.qms.documents.interfaces import INumbering
from czest.qms.documents.kinds import kinds
from plone import api
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.component import getUtility
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class ShortAddress(BrowserView):
    """Leads to the document with a symbol, whatever its place and edition.

    Before its first edition is in force, staff see no document, but that edition once it is announced.
    """

    symbol = None

    def publishTraverse(self, request, name):
        if self.symbol is not None:
            raise NotFound(name)
        self.symbol = name
        return self

    def __call__(self):
        """Redirect to the document, or to its announced edition.

        Raises:
            NotFound: where there is no such document for this person: one that he may not see is not told apart from
                one that does not exist.
        """
        brains = self.documents() or self.announced_editions() if self.symbol else []
        if not brains:
            raise NotFound(self.symbol or "d")
        return self.request.response.redirect(brains[0].getURL())

    def documents(self):
        """Return the brain of the document if the person may see it, in a list."""
        return api.portal.get_tool("portal_catalog")(symbol=self.symbol.upper(), portal_type=list(kinds()))

    def announced_editions(self):
        """Return the brain of the approved edition if the person may see it, in a list."""
        uid = getUtility(INumbering).uid_of(self.symbol.upper())
        if uid is None:
            return []
        catalog = api.portal.get_tool("portal_catalog")
        return catalog(document_uid=uid, portal_type="Edition", review_state="approved")
