"""The subject of a signature: the edition, and who has signed it already."""

from czest.qms import _
from czest.qms.approval.operations.base import SigningOperation
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.documents.rules.signatures import standing
from czest.qms.documents.subjects import EditionSubject
from czest.qms.outside_signatures.views.section import in_one_line
from zope.component import adapter


LABELS = {REVIEW: _("Checked by"), APPROVAL: _("Approved by")}


@adapter(SigningOperation)
class SigningSubject(EditionSubject):
    """An edition with the signatures that stand on its content."""

    def people_rows(self):
        """Return a row for each kind of signature given so far, and for those made outside; remarks stand beside the post."""
        outside = {"label": _("Signed outside the system"), "value": in_one_line(self.edition, self.operation.request)}
        return [
            *([outside] if outside["value"] else []),
            *self._rows_of_signatures(),
        ]

    def _rows_of_signatures(self):
        return [
            {"label": label, "value": "; ".join(signers), "icon": "qms-in-force"}
            for act, label in LABELS.items()
            if (
                signers := [
                    signer(signature) for signature in standing(self.edition.signatures, act, self.edition.digest)
                ]
            )
        ]


def signer(signature):
    """Return post or name of a signer, with the remark."""
    who = signature["post"] or signature["name"]
    return f"{who} – {signature['comment']}" if signature["comment"] else who
