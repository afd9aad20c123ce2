"""One edition brought into force by an act: a part of ``enact``, traced in the chain of its document."""

from czest.qms import clock
from czest.qms.documents.coming_into_force import bring_into_force
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.operations.base import Outcome


class EnactEdition(EditionOperation):
    """Bring one edition into force, or set the day for the scheduler; not registered, so nobody can ask for it alone.

    Parameters:
        act: the legal act.
        force: ``rules.force.Force`` of the act.
    """

    id = "enact"
    permission = OFFICER_PERMISSION

    def __init__(self, edition, request, act, force):
        super().__init__(edition, request)
        self.act = act
        self.force = force

    def write(self, data):
        edition, force = self.context, self.force
        if not edition.is_enacted:
            edition.planned_act = edition.legal_act
            edition.is_enacted = True
        edition.legal_act = self.act.number
        edition.awaits_act = False
        edition.retroactive_from = force.retroactive_from
        details = {"legal_act": self.act.number, "act": self.act.UID()}
        if force.is_now(clock.today()):
            bring_into_force(edition, force.day)
            details["in_force_from"] = force.day.isoformat()
        else:
            edition.effective_from = force.day
            edition.reindexObject()
            details["effective_from"] = force.day.isoformat()
        if force.retroactive_from is not None:
            details["retroactive_from"] = force.retroactive_from.isoformat()
        return Outcome(edition, details=details)
