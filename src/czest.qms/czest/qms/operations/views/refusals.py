"""Exception views: a refusal is a sentence with its status, in JSON and in HTML, never a traceback."""

from czest.qms import _
from czest.qms.appearance.errors import recognise_person
from czest.qms.appearance.errors import Refusal
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import TooManyConflicts
import json
from plone.rest.interfaces import IAPIRequest
from zope.i18n import translate


#: Seconds after which a client may try again what ended in a conflict.
RETRY_AFTER = 2


class RefusalView(Refusal):
    """Renders an OperationRefused."""

    @property
    def refusal(self):
        return self.exception

    def __init__(self, context, request):
        super().__init__(context, request)
        self.exception = context

    def __call__(self):
        response = self.request.response
        response.setStatus(self.refusal.status, lock=1)
        response._has_challenged = True
        if IAPIRequest.providedBy(self.request):
            response.setHeader("Content-Type", "application/json")
            return json.dumps(self.as_json())
        recognise_person(self.request)
        return self.page(self.refusal.status, self.refusal.message)

    def as_json(self):
        return {
            "type": type(self.refusal).__name__,
            "message": self.translated(self.refusal.message),
            "errors": [{"field": name, "message": self.translated(message)} for name, message in self.refusal.errors],
        }

    def translated(self, message):
        return translate(message, context=self.request)


class ConflictView(RefusalView):
    """Renders a write conflict that outlived Zope's retries."""

    @property
    def refusal(self):
        return TooManyConflicts(_("Not done: somebody was changing the same thing. Try again in a moment."))

    def __call__(self):
        self.request.response.setHeader("Retry-After", str(RETRY_AFTER))
        return super().__call__()


class NotCopiedView(RefusalView):
    """Renders Zope's refusal to cut, copy, rename or paste, which its own pages would call a failure."""

    @property
    def refusal(self):
        return NotPermitted(_("Not done: this cannot be copied, moved or renamed."))
