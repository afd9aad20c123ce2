"""A room above that knows of forms to fill in, as the room of records does."""

import contextlib
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IFillableForms
from czest.qms.interfaces import IQmsLayer
from zope.component import getGlobalSiteManager
from zope.interface import implementer


@implementer(IFillableForms)
class Forms:
    """Two forms belong to a procedure, a form is its own; the auditor fills in none."""

    def __init__(self, document, request):
        self.document = document
        self.request = request

    def forms(self):
        if self.request["AUTHENTICATED_USER"].getUserName() == "auditor":
            return []
        address = f"{self.document.absolute_url()}/@@fill"
        if self.document.portal_type == "FormTemplate":
            return [{"title": self.document.title, "url": address}]
        return [{"title": f"Karta <{number}>", "url": f"{address}?form={number}"} for number in (1, 2)]


@contextlib.contextmanager
def room_above():
    """Let this adapter be there in place of the one of the room of records."""
    components = getGlobalSiteManager()
    required = (IControlledDocumentMarker, IQmsLayer)
    usual = components.adapters.registered(required, IFillableForms)
    components.registerAdapter(Forms, required, IFillableForms)
    try:
        yield
    finally:
        components.registerAdapter(usual, required, IFillableForms)
