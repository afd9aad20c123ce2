"""*Wypełnij formularz* on a document: the open series in which this person may hand in what is filled in."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IFillableForms
from czest.qms.interfaces import IQmsLayer
from czest.qms.records.forms import form_named
from czest.qms.records.operations.base import KEEP
from plone import api
from zope.component import adapter
from zope.interface import implementer


#: Portal type of documents that are forms themselves.
FORM = "FormTemplate"


@implementer(IFillableForms)
@adapter(IControlledDocumentMarker, IQmsLayer)
class FillableForms:
    """The series that a document leads to.

    A form leads to the series that take it; any other document to those of its procedure that have a form or fields.
    """

    def __init__(self, document, request):
        self.document = document
        self.request = request

    def forms(self):
        """Return the forms, each with its title and the address where it is filled in (see IFillableForms)."""
        allowed = getSecurityManager().checkPermission
        return [
            {"title": self._title(series), "url": f"{series.absolute_url()}/@@operation/capture"}
            for series in self._series()
            if allowed(KEEP, series)
        ]

    def _series(self):
        """Return the open series that belong to the document and that the person may see."""
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="RecordSeries",
            series_documents=self.document.symbol,
            review_state="open",
            sort_on="sort_symbol",
        )
        return [series for series in (brain._unrestrictedGetObject() for brain in brains) if self._leads_to(series)]

    def _leads_to(self, series):
        if self.document.portal_type == FORM:
            return series.form == self.document.symbol
        return series.procedure == self.document.symbol and bool(series.form or series.record_form)

    def _title(self, series):
        """Return what is filled in: the form or the kind of record, and the series it goes to."""
        form = form_named(series.record_form)
        if form is not None and self.document.portal_type != FORM:
            return _("${form} (series ${symbol})", mapping={"form": form.title, "symbol": series.symbol})
        return _("${form} (series ${symbol})", mapping={"form": series.title, "symbol": series.symbol})
