"""A scheme as a CSV file."""

from czest.qms.classification.rules.files import written
from czest.qms.classification.views.base import ClassificationView


class TableExport(ClassificationView):
    """The file that the import takes back; with a byte order mark, by which spreadsheets know UTF-8."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.scheme.name}.csv"')
        response.setHeader("Cache-Control", "private, no-store")
        return written(self.scheme, self.classification.terms(self.scheme.name)).encode("utf-8-sig")
