"""Deciding that what is published of a record stays as it is, although the record was corrected inside."""

from czest.qms import _
from czest.qms.documents.operations.discard import IReason
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.operations.base import PublicationOperation
from czest.qms.records.rules.lifecycle import FROZEN_STATES


class KeepPublished(PublicationOperation):
    """Leave the entry of a corrected record."""

    id = "keep-published"
    title = _("Leave the entry as it is")
    headings = (
        _("The entry of edition ${number} of ${symbol} stays in the BIP as it is"),
        _("The entry of record ${symbol} stays in the BIP as it is"),
    )
    done = _("The entry stays as it is.")
    not_done = _("Not noted.")
    icon = None
    schema = IReason
    permission = EDITOR_PERMISSION
    order = 97
    who = (BIP_EDITOR,)
    condition = _("corrected since it was published; reason")
    possible_in = FROZEN_STATES

    @property
    def corrected_case(self):
        """The published case of what was corrected since, or None."""
        return next((case for case in self.cases if self.ledger.lists.is_corrected(case)), None)

    def state_refusal(self):
        if self.corrected_case is not None:
            return None
        return _("Not possible: nothing was corrected since it was published.")

    def write(self, data):
        case = self.corrected_case
        self.ledger.lists.settle_correction(case)
        return Outcome(self.context, reason=data["reason"], details={"case": case.id})

    def consequences(self):
        return [
            _("Residents read what was published, without the correction made inside."),
            _("The task is closed; the record can still be published anew, with its correction."),
        ]
