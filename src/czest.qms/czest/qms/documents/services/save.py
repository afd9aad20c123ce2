"""``PATCH`` of an edition is the operation ``save``; ``If-Match`` carries the digest the client saw."""

from czest.qms import _
from czest.qms.documents.history import who_changed
from czest.qms.documents.operations.amend_control_data import ADMINISTRATIVE_DATA
from czest.qms.documents.operations.base import is_officer
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.services.base import PerformingService


class EditionPatch(PerformingService):
    """Saves a draft."""

    def operation(self):
        return operation_named(self.context, self.request, "save")

    def body(self):
        body = super().body()
        administrative = [name for name in body if name in ADMINISTRATIVE_DATA]
        if administrative and not is_officer(self.context):
            raise NotPermitted(
                _("Not saved: administrative data is changed by the quality officer."),
                [(name, _("Changed by the quality officer only.")) for name in administrative],
            )
        return body

    def expectations(self, body):
        expected = super().expectations(body)
        match = (self.request.getHeader("If-Match") or "").strip().strip('"')
        if match and match != "*":
            expected["expected_digest"] = match
        return expected

    def _perform(self):
        try:
            return super()._perform()
        except ObjectMovedOn as refusal:
            if "expected_digest" in dict(refusal.errors):
                refusal.message = _(
                    "${message} ${who}", mapping={"message": refusal.message, "who": who_changed(self.context)}
                )
            raise

    def headers(self, changed):
        return {"ETag": f'"{changed.digest}"'}

    def answer(self, performed):
        edition = performed.changed
        return {**super().answer(performed), "@id": edition.absolute_url(), "digest": edition.digest}
