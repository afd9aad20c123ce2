"""``@@workflow-settings.json``: what the office decided over the shipped workflows, as a file that another site takes in."""

from czest.qms import clock
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.rules.exporting import export_of
from Products.Five import BrowserView
from zope.component import getUtility


class ExportFile(BrowserView):
    """The file that ``import-adjustments`` takes in."""

    def __call__(self):
        """Return the file as bytes, with the headers that keep it out of every cache and of the window."""
        response = self.request.response
        name = f"przebiegi-pracy-{clock.today().isoformat()}.json"
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")
        return export_of(getUtility(IAdjustmentsLedger).values)
