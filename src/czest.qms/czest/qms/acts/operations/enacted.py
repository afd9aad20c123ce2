"""One edition brought into force by an act: a part of ``enact``, traced in the chain of its document."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.coming_into_force import bring_into_force
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import OFFICER


class EnactEdition(EditionOperation):
    """Bring one edition into force, or set the day for the scheduler; not registered, so nobody can ask for it alone.

    Parameters:
        act: the legal act.
        force: ``rules.force.Force`` of the act.
    """

    id = "enact"
    title = _("Bring into force by a legal act")
    permission = OFFICER_PERMISSION
    order = 62
    fires = ("release",)
    who = (OFFICER,)
    condition = _("on the page of the legal act; at once, or on its day")
    tells = (BIP_EDITOR,)
    concerns = IEditionMarker

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
