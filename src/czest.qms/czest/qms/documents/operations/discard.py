"""Discarding a draft: it disappears, its trail stays."""

from czest.qms import _
from czest.qms.documents.access import apply_access
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import is_officer
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import OWNER
from plone import api
from plone.supermodel import model
from zope import schema


class IReason(model.Schema):
    """A reason, which goes to the trail."""

    reason = schema.Text(title=_("Reason"), description=_("It goes to the trail."), max_length=2000)


class Discard(EditionOperation):
    """Delete a draft."""

    id = "discard"
    title = _("Discard the draft")
    heading = _("Discarding the draft of edition ${number} of ${symbol}")
    done = _("The draft was discarded.")
    not_done = _("Not discarded.")
    busy = _("Discarding…")
    icon = "trash3"
    schema = IReason
    order = 90
    emphasis = "danger"
    who = (AUTHOR, OWNER, OFFICER)
    condition = _("reason; the trail stays")

    def person_refusal(self):
        if is_officer(self.context) or api.user.has_permission("czest.qms: Save edition", obj=self.context):
            return None
        return _("Only an author or the quality officer discards a draft.")

    def write(self, data):
        document = self.document
        details = {"edition": self.context.number, "digest": self.context.digest}
        document._delObject(self.context.getId())
        apply_access(document)
        return Outcome(document, reason=data["reason"], details=details)

    def consequences(self):
        return [
            _("The draft of edition ${number} is deleted.", mapping={"number": self.context.number}),
            _("The trail keeps who discarded it, when and why."),
        ]
