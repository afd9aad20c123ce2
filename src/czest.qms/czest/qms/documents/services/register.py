"""``POST`` to the library registers a document; ``@type`` names its kind."""

from czest.qms import _
from czest.qms.documents.kinds import kinds
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.services.base import PerformingService


class RegisterPost(PerformingService):
    """Registers a document."""

    success = 201

    def operation(self):
        return operation_named(self.context, self.request, "register")

    def body(self):
        body = super().body()
        kind = body.pop("@type", None)
        if kind not in kinds():
            raise InvalidInput(
                _("Not registered: there is no such kind of document."),
                [("@type", _("One of: ${kinds}.", mapping={"kinds": ", ".join(kinds())}))],
            )
        return {**body, "kind": kind}

    def headers(self, changed):
        return {"Location": changed.absolute_url()}

    def answer(self, performed):
        document = performed.changed
        return {
            **super().answer(performed),
            "@id": document.absolute_url(),
            "@type": document.portal_type,
            "UID": document.UID(),
            "symbol": document.symbol,
            "title": document.title,
        }
