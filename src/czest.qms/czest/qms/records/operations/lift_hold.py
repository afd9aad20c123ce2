"""Lifting a hold: from that day it forbids nothing any more."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import OFFICER
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.holds import hold_ledger
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.operations.base import SeriesOperation
from czest.qms.records.operations.holding import IChosenHold
from czest.qms.records.operations.holding import OfPresentHold
from czest.qms.records.operations.holding import warnings_of
from czest.qms.records.spreading import change_holds
from czest.qms.records.spreading import spread
from zope import schema
from zope.component import getUtility


class ILiftHold(IChosenHold):
    """Input of the lifting."""

    reason = schema.Text(title=_("Reason"), description=_("It goes to the trail."), max_length=1000)


class LiftHold(OfPresentHold):
    """Lift the hold named, or all in force."""

    id = "lift-hold"
    title = _("Lift the hold")
    done = _("The hold was lifted.")
    not_done = _("Not lifted.")
    busy = _("Lifting…")
    icon = "unlock"
    schema = ILiftHold
    order = 62
    who = (OFFICER, ARCHIVIST)
    condition = _("a hold stands on it; reason")
    must_choose = False

    def check(self, data):
        self.chosen(data)

    def write(self, data):
        values = {"lifted": clock.today(), "lifted_by": actor(), "lifted_reason": data["reason"]}
        warnings = []
        lifted = self.chosen(data)
        for hold in lifted:
            change_holds(self.context, {hold["id"]}, **values)
            warnings += self._settle(hold, data, values)
        details = {"holds": [hold["id"] for hold in lifted]}
        return Outcome(self.context, reason=data["reason"], details=details, warnings=warnings)

    def _settle(self, hold, data, values):
        """Bring the decision up to date and return Messages about what is still to be written."""
        ledger = hold_ledger()
        if not self.is_of_all(hold, data):
            ledger.leave(hold["id"], uid_of(self.context))
            return []
        others = self.others(hold)
        if not others:
            ledger.change(hold["id"], **values)
            return []
        decision = ledger.get(hold["id"])
        details = {"holds": [hold["id"]], "post": getUtility(IDirectory).post_title(actor())}
        spread(decision, self.id, values, data["reason"], details, others)
        return warnings_of(decision)


class LiftHoldOfRecord(LiftHold, RecordOperation):
    """Lift holds of a record."""

    heading = _("Lifting of the hold of record ${symbol}")
    nothing_held = _("Not possible: no hold stands on this record itself.")

    def state_refusal(self):
        return RecordOperation.state_refusal(self) or self.refusal_of_hold()

    def consequences(self):
        return [
            _("Without another hold, disposal is possible again from the day that follows from the years of keeping."),
            _("A hold on the series stays; it is lifted on the series."),
        ]


class LiftHoldOfSeries(LiftHold, SeriesOperation):
    """Lift holds of a series."""

    heading = _("Lifting of the hold of series ${symbol}")
    nothing_held = _("Not possible: no hold stands on this series.")

    def state_refusal(self):
        return self.refusal_of_hold()

    def consequences(self):
        return [
            _("Without another hold, disposal of its records is possible from the days that follow from their years."),
            _("Holds on single records stay."),
        ]
