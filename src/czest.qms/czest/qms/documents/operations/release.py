"""Bringing an approved edition into force: by the officer at once, or by the scheduler on its day."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.coming_into_force import bring_into_force
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import SCHEDULER


class Release(EditionOperation):
    """Bring the edition into force today, whatever its planned day."""

    id = "release"
    title = _("Bring into force now")
    heading = _("Bringing edition ${number} of ${symbol} into force")
    done = _("The edition is in force.")
    not_done = _("Not brought into force.")
    busy = _("Bringing into force…")
    icon = "qms-in-force"
    permission = OFFICER_PERMISSION
    order = 60
    fires = ("release",)
    who = (OFFICER,)
    condition = _("no legal act decides on the day")
    tells = (BIP_EDITOR,)

    def state_refusal(self):
        return super().state_refusal() or self.act_refusal()

    def act_refusal(self):
        """Return why only a legal act brings the edition into force, or None."""
        mapping = {"number": self.context.number}
        if self.context.awaits_act:
            return _(
                "Not possible: edition ${number} waits for the legal act that brings it into force.", mapping=mapping
            )
        if self.context.is_enacted:
            return _("Not possible: edition ${number} comes into force on the day of its legal act.", mapping=mapping)
        return None

    def write(self, data):
        bring_into_force(self.context, clock.today())
        return Outcome(self.context, details={"in_force_from": clock.today().isoformat()})

    def consequences(self):
        in_force = self.document.edition_in_force()
        happens = [_("Edition ${number} is in force from today.", mapping={"number": self.context.number})]
        if in_force is not None:
            happens.append(_("Edition ${number} is superseded.", mapping={"number": in_force.number}))
        return happens


class ScheduledRelease(Release):
    """The same, performed by the scheduler; not registered, so no person can ask for it."""

    title = _("Entry into force")
    permission = None
    order = 61
    who = (SCHEDULER,)
    condition = _("on the day that was given with the signature, or by the legal act")
    concerns = IEditionMarker

    def act_refusal(self):
        """The day of the act has come."""
        return super().act_refusal() if self.context.awaits_act else None
