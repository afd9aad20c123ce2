"""The subject of a signature: the edition, and who has signed it already."""

from czest.qms import _
from czest.qms.approval.operations.base import SigningOperation
from czest.qms.approval.rules import APPROVAL
from czest.qms.approval.rules import REVIEW
from czest.qms.documents.subjects import EditionSubject
from zope.component import adapter


LABELS = {REVIEW: _("Checked by"), APPROVAL: _("Approved by")}


@adapter(SigningOperation)
class SigningSubject(EditionSubject):
    """An edition with the signatures that stand on its content."""

    def people_rows(self):
        """Return a row for each kind of signature given so far; remarks stand beside the post."""
        return [
            {"label": label, "value": "; ".join(signers), "icon": "qms-in-force"}
            for act, label in LABELS.items()
            if (signers := [signer(signature) for signature in self.standing(act)])
        ]

    def standing(self, act):
        """Return the signatures of one kind that are bound to the present content."""
        return [
            signature
            for signature in self.edition.signatures
            if signature["act"] == act and signature["digest"] == self.edition.digest and not signature["void"]
        ]


def signer(signature):
    """Return post or name of a signer, with the remark."""
    who = signature["post"] or signature["name"]
    return f"{who} – {signature['comment']}" if signature["comment"] else who
