"""Deciding that nothing newer is published in the place of an archived version (BIP-6)."""

from czest.qms import _
from czest.qms.documents.operations.discard import IReason
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.operations.base import PublicationOperation
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import STATES_SINCE


class KeepArchived(PublicationOperation):
    """Leave the archived version as the last one."""

    id = "keep-archived"
    title = _("Leave the archived version")
    headings = (
        _("Edition ${number} of ${symbol} stays in the BIP as an archived version"),
        _("Record ${symbol} stays in the BIP as an archived version"),
    )
    done = _("The archived version stays as it is.")
    not_done = _("Not noted.")
    icon = None
    schema = IReason
    permission = EDITOR_PERMISSION
    order = 96
    who = (BIP_EDITOR,)
    condition = _("an archived version waits for something newer; reason")
    possible_in = STATES_SINCE

    @property
    def archived_case(self):
        """The archived case in whose place something newer is awaited, or None."""
        archived = (case for case in self.cases if case.state == cases.ARCHIVED)
        return next((case for case in archived if self.ledger.lists.is_unreplaced(case)), None)

    def state_refusal(self):
        if self.archived_case is not None:
            return None
        return _("Not possible: no archived version waits for something newer.")

    def write(self, data):
        case = self.archived_case
        self.ledger.lists.settle(case)
        return Outcome(self.context, reason=data["reason"], details={"case": case.id})

    def consequences(self):
        return [
            _("Residents still read the archived version, marked as not in force."),
            _("The task of publishing something newer is closed; a newer edition can still be published."),
        ]
