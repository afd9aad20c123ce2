"""``POST @hand-over``: the tasks of a person who leaves go to a successor; with ``preview`` nothing is changed."""

from czest.qms import _
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.services.base import accept_or_require_token
from czest.qms.operations.services.base import json_object
from czest.qms.organisation.people import account_exists
from czest.qms.workplace.handing_over import hand_over
from czest.qms.workplace.handing_over import preview
from plone import api
from plone.restapi.services import Service
from zope.i18n import translate


class HandOverPost(Service):
    """Hands over, or says what would become of each task."""

    def reply(self):
        accept_or_require_token(self.request)
        if not api.user.has_permission(OFFICER_PERMISSION):
            # With the permission on the service, somebody signed in would be asked to sign in.
            raise NotPermitted(_("Not handed over: only the quality officer does that."))
        body = json_object(self.request)
        values = self.values(body)
        found = (preview if body.get("preview") is True else hand_over)(*values)
        return {
            "items": [self.item(one) for one in found],
            "done": 0 if body.get("preview") is True else sum(one.refusal is None for one in found),
        }

    def values(self, body):
        """Return leaver, successor and reason.

        Raises:
            InvalidInput: naming every field that is missing or wrong.
        """
        errors = []
        for name in ("from", "to", "reason"):
            if not isinstance(body.get(name), str) or not body[name].strip():
                errors.append((name, _("This field is required.")))
            elif name != "reason" and not account_exists(body[name]):
                errors.append((name, _("There is no such person or post.")))
        if not isinstance(body.get("preview", False), bool):
            errors.append(("preview", _("The value is of the wrong type.")))
        if not errors and body["from"] == body["to"]:
            errors.append(("to", _("Choose another person.")))
        if errors:
            raise InvalidInput(_("Not done: some of the data is wrong."), errors)
        return body["from"], body["to"], body["reason"]

    def item(self, handover):
        return {
            "object": handover.edition.absolute_url(),
            "stage": handover.stage,
            "possible": handover.refusal is None,
            "reason": handover.reason and translate(handover.reason, context=self.request),
        }
