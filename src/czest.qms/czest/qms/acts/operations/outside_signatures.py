"""What was signed outside with a legal act: its signed file, and signatures over that file (SIG-3, SIG-4)."""

from czest.qms import _
from czest.qms.acts.operations.base import ActOperation
from czest.qms.operations import roles
from czest.qms.outside_signatures.operations.base import AttachOperation
from czest.qms.outside_signatures.operations.base import IAttachSignature
from czest.qms.outside_signatures.operations.base import RevalidateOperation


class AttachSignature(AttachOperation, ActOperation):
    """Attach a signature in a file of its own, made over the signed file of the act, which itself is never replaced."""

    id = "attach-signature"
    title = _("Attach a signature")
    heading = _("Attaching a signature to order no. ${number}")
    schema = IAttachSignature
    order = 20
    condition = _("the act has its signed file")
    who = (roles.OFFICER,)

    def state_refusal(self):
        if self.context.signed_file is None:
            return _("Not possible: the act has no signed file yet.")
        return None

    def signed_content(self):
        return self.context.signed_file

    def screened(self, named_file):
        return []


class Revalidate(RevalidateOperation, ActOperation):
    """Verify again what was signed outside."""

    heading = _("Verifying the outside signatures of order no. ${number}")
    who = (roles.OFFICER,)
