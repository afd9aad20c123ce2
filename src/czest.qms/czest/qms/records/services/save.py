"""``PATCH`` of a record is the operation ``save``."""

from czest.qms.operations.base import operation_named
from czest.qms.operations.services.base import PerformingService


class RecordPatch(PerformingService):
    """Saves an open record; ``If-Match`` carries the digest."""

    def operation(self):
        return operation_named(self.context, self.request, "save")

    def expectations(self, body):
        expected = super().expectations(body)
        match = (self.request.getHeader("If-Match") or "").strip().strip('"')
        if match and match != "*":
            expected["expected_digest"] = match
        return expected

    def headers(self, changed):
        return {"ETag": f'"{changed.digest}"'}
