"""``POST`` to the container or to a series hands in a record (DESIGN §11)."""

from czest.qms import _
from czest.qms.operations.base import actor
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.services.base import json_object
from czest.qms.operations.services.base import PerformingService
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.finding import series_for
from czest.qms.records.operations.base import KEEP
from czest.qms.records.operations.capture import SERIES_FIELDS
from czest.qms.records.services.serializer import summary
from plone import api
from zope.component import getUtility


class RecordPost(PerformingService):
    """Hands in a record to a series."""

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


class RecordPostAnywhere(RecordPost):
    """Hands in a record to the office.

    Where the series is there already, it is that series which is asked: it knows its typed fields.
    """

    def operation(self):
        series = self._series()
        return operation_named(self.context if series is None else series, self.request, "capture")

    def _series(self):
        """Return the series that the body names or means, where it is open to the person; else None."""
        body = json_object(self.request)
        names = {name: body.get(name) or "" for name in ("series", "procedure", "owner_unit", "jrwa_class")}
        if not all(isinstance(value, str) for value in names.values()):
            return None
        if names["series"]:
            found = self.context.get(names["series"])
        else:
            unit = names["owner_unit"] or min(getUtility(IDirectory).units_of(actor()), default=None)
            found = series_for(names["procedure"], unit, names["jrwa_class"])
        return found if found is not None and api.user.has_permission(KEEP, obj=found) else None

    def body(self):
        body = super().body()
        series = self._series()
        if series is not None:
            body.pop("series", None)
            for name in SERIES_FIELDS:
                if (body.get(name) or getattr(series, name)) == getattr(series, name):
                    body.pop(name, None)
        return body
