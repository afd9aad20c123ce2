"""What every REST service that performs an operation shares: identity of the request, refusals, the answer."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.idempotency import Answer
from czest.qms.operations.idempotency import key_of
from czest.qms.operations.idempotency import request_digest
from czest.qms.operations.input import read_json
from czest.qms.operations.interfaces import IIdempotencyStore
from czest.qms.operations.performing import perform
from czest.qms.operations.performing import require_permitted
from dataclasses import asdict
import json
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import Forbidden
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides


#: Keys that say what the client believed when it asked.
EXPECTED_KEYS = ("expected_state", "expected_digest")


def json_object(request):
    """Return the body of a request as a dict.

    Raises:
        InvalidInput: when it is no JSON object.
    """
    try:
        body = json.loads(request.get("BODY") or b"{}")
    except (ValueError, UnicodeDecodeError) as error:
        raise InvalidInput(_("Not done: the body is no valid JSON.")) from error
    if not isinstance(body, dict):
        raise InvalidInput(_("Not done: the body must be a JSON object."))
    return body


def accept_or_require_token(request):
    """Spare header-authenticated clients the form token; cookies need it, because browsers send them unasked.

    Raises:
        NotPermitted: when a client with a cookie sends no valid token in ``X-CSRF-TOKEN``.
    """
    if request._auth:
        alsoProvides(request, IDisableCSRFProtection)
    elif not is_token_valid(request):
        raise NotPermitted(_("Not done: the token of the page is missing or too old. Load the page again."))


def is_token_valid(request):
    """Tell whether a request carries the token that only our own pages know."""
    try:
        CheckAuthenticator(request)
    except Forbidden:
        return False
    return True


class RepeatableService(Service):
    """Does something once for each ``Idempotency-Key``."""

    #: HTTP status of success.
    success = 200

    def body(self):
        """Return the JSON object sent."""
        return json_object(self.request)

    def act(self):
        """Carry out what is asked and return the ``Answer``.

        Raises:
            OperationRefused: when it cannot be done.
        """
        raise NotImplementedError

    def reply(self):
        accept_or_require_token(self.request)
        answer = self._stored_answer() or self._new_answer()
        response = self.request.response
        response.setStatus(answer.status)
        for name, value in answer.headers.items():
            response.setHeader(name, value)
        return answer.body

    def _new_answer(self):
        answer = self.act()
        key, digest = self._idempotency()
        if key:
            getUtility(IIdempotencyStore).keep(key, digest, answer)
        return answer

    def _idempotency(self):
        key = self.request.getHeader("Idempotency-Key")
        if not key:
            return None, None
        digest = request_digest(
            self.request.get("REQUEST_METHOD", ""), self.request.get("PATH_INFO", ""), self.request.get("BODY") or b""
        )
        return key_of(key, api.user.get_current().getId()), digest

    def _stored_answer(self):
        key, digest = self._idempotency()
        found = getUtility(IIdempotencyStore).find(key) if key else None
        if found is None:
            return None
        stored_digest, answer = found
        if stored_digest != digest:
            raise ObjectMovedOn(_("Not done: this Idempotency-Key was used for another request."))
        self._require_visible(answer.about)
        return answer

    def _require_visible(self, path):
        """Check that the person may still see what the answer is about; what is gone hides nothing.

        Raises:
            NotPermitted: not any more.
        """
        changed = self.context.unrestrictedTraverse(path, None)
        if changed is not None and not api.user.has_permission("View", obj=changed):
            raise NotPermitted(_("Not repeated: what was done then is open to other persons only."))


class PerformingService(RepeatableService):
    """Performs one operation."""

    def operation(self):
        """Return the operation asked for."""
        raise NotImplementedError

    def expectations(self, body):
        """Return what the client believed: keyword arguments of :func:`perform`."""
        wrong = [name for name in EXPECTED_KEYS if not isinstance(body.get(name), str | None)]
        if wrong:
            raise InvalidInput(
                _("Not done: some of the data is wrong."),
                [(name, _("The value is of the wrong type.")) for name in wrong],
            )
        return {name: body.get(name) for name in EXPECTED_KEYS}

    def answer(self, performed):
        """Return the JSON answer of a performed operation."""
        return {
            "object": performed.changed.absolute_url(),
            "state": performed.state,
            "trail_entry": asdict(performed.entry),
            "warnings": [translate(warning, context=self.request) for warning in performed.warnings],
        }

    def headers(self, changed):
        """Return the headers of the answer by name.

        Parameters:
            changed: the object that was changed or made.
        """
        return {}

    def act(self):
        performed = self._perform()
        changed = performed.changed
        path = "/".join(changed.getPhysicalPath())
        return Answer(self.success, self.answer(performed), self.headers(changed), path)

    def _perform(self):
        operation = self.operation()
        require_permitted(operation)
        body = self.body()
        expectations = self.expectations(body)
        data = read_json(operation.schema, body, self.context, self.request)
        return perform(operation, data, **expectations)
