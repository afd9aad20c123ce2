"""``POST`` to the container or to a series hands in a record (DESIGN §11)."""

from czest.qms import _
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.services.base import PerformingService
from czest.qms.records.services.serializer import summary


class RecordPost(PerformingService):
    """Hands in a record."""

    success = 201

    def operation(self):
        return operation_named(self.context, self.request, "capture")

    def body(self):
        body = super().body()
        if body.pop("@type", None) != "Record":
            raise InvalidInput(
                _("Not handed in: only records are handed in here."),
                [("@type", _("One of: ${kinds}.", mapping={"kinds": "Record"}))],
            )
        return body

    def headers(self, changed):
        return {"Location": changed.absolute_url()}

    def answer(self, performed):
        return {**super().answer(performed), **summary(performed.changed)}
