"""Returning to what is shipped and recorded where the site has drifted from it."""

from czest.qms import _
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.organisation.rules.model import Refused as TemplateRefused
from czest.qms.workflows.astray import uids_astray
from czest.qms.workflows.drift import mend
from czest.qms.workflows.drift import whole_drift
from czest.qms.workflows.drifting import note
from czest.qms.workflows.messages import errors_of
from czest.qms.workflows.operations.base import ManagerOperation
from czest.qms.workflows.operations.base import WRONG
from czest.qms.workflows.rules.problems import Refused
from czest.qms.workflows.work import begin


class ReturnToRecorded(ManagerOperation):
    """Mends everything in which the site differs from the shipped definitions with the recorded adjustments."""

    id = "return-to-recorded"
    title = _("Return to what is recorded")
    done = _("The site stands as recorded again.")
    order = 40

    def check(self, data):
        """Raise InvalidInput when there is nothing to mend."""
        if not whole_drift(self.ledger):
            raise InvalidInput(_("Not done: nothing differs from what is recorded."))

    def write(self, data):
        found, astray = whole_drift(self.ledger), uids_astray(self.ledger)
        try:
            concerned, portal_types = mend(self.ledger.current())
        except (Refused, TemplateRefused) as refused:
            raise InvalidInput(WRONG, errors_of(refused)) from refused
        note(self.ledger, [])
        begin(self.ledger, concerned, self.id, data["reason"], portal_types, astray)
        if astray:
            self.ledger.walked.astray.clear()
        return Outcome(self.context, data["reason"], {"mended": [one.field for one in found], "objects": len(astray)})
