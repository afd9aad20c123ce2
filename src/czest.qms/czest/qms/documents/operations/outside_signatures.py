"""A file signed outside, attached to an edition: at its approval, or later as evidence of it (SIG-3, SIG-4).

It is an operation of its own, beside ``approve``: whoever signs outside does that at another time and place, the
officer may attach it for him, and confirming identity at a provider could not carry a file along.
"""

from czest.qms import _
from czest.qms.documents.checks import screen_file
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import is_officer
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.rules import access
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.operations import roles
from czest.qms.outside_signatures.operations.base import AttachOperation
from czest.qms.outside_signatures.operations.base import RevalidateOperation
from plone import api


class AttachSignedFile(AttachOperation, EditionOperation):
    """Attach a signed file, or a signature over the source file; more may follow, none is replaced."""

    id = "attach-signed-file"
    title = _("Attach a signed file")
    heading = _("Attaching a signed file to edition ${number} of ${symbol}")
    order = 74
    who = (roles.APPROVER, roles.OFFICER)

    def person_refusal(self):
        if is_officer(self.context) or self._is_approver():
            return None
        return _("This operation belongs to those who approve, and to the quality officer.")

    def _is_approver(self):
        """Tell whether the route asks the person, his post or his unit to approve; also when the route is over."""
        user = api.user.get_current()
        asked = access.asked(self.context.route, APPROVAL, self.document.portal_type)
        return not {user.getId(), *user.getGroups()}.isdisjoint(asked)

    def signed_content(self):
        return self.context.source_file

    def screened(self, named_file):
        return screen_file("signed_file", named_file, ALLOWED_TYPES)

    def digest(self):
        return self.context.digest


class Revalidate(RevalidateOperation, EditionOperation):
    """Verify again what was signed outside; the state of the edition does not matter."""

    heading = _("Verifying the outside signatures of edition ${number} of ${symbol}")
    permission = OFFICER_PERMISSION
    who = (roles.OFFICER,)
