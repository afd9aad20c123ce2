"""Extending a hold: it lasts longer than was decided first."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.consequences import OnDay
from czest.qms.documents.checks import raise_all
from czest.qms.documents.making import uid_of
from czest.qms.language.dates import long_date
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import OFFICER
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.hold_ledger import Decision
from czest.qms.records.hold_ledger import RECORD
from czest.qms.records.holds import hold_ledger
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.operations.base import SeriesOperation
from czest.qms.records.operations.holding import details_of
from czest.qms.records.operations.holding import IChosenHold
from czest.qms.records.operations.holding import OfPresentHold
from czest.qms.records.operations.holding import warnings_of
from czest.qms.records.rules import holding
from czest.qms.records.spreading import change_holds
from czest.qms.records.spreading import spread
from plone.uuid.interfaces import IUUIDGenerator
from zope import schema
from zope.component import getUtility


class IExtendHold(IChosenHold):
    """Input of an extension."""

    until = schema.Date(
        title=_("Held until"),
        description=_("The new last day. Left empty, the hold has no end and must be lifted."),
        required=False,
    )
    reason = schema.Text(title=_("Reason"), description=_("It goes to the trail."), max_length=1000)


class ExtendHold(OfPresentHold):
    """Let a hold last longer."""

    id = "extend-hold"
    title = _("Extend the hold")
    done = _("The hold was extended.")
    not_done = _("Not extended.")
    busy = _("Extending…")
    icon = "calendar-plus"
    schema = IExtendHold
    order = 61
    who = (OFFICER, ARCHIVIST)
    condition = _("a hold stands on it; reason")
    must_choose = True

    def consequences(self):
        return [
            OnDay(
                _("Disposal is impossible until the hold is lifted."),
                "until",
                _("Disposal is impossible until ${day}, unless the hold is lifted before."),
            )
        ]

    def check(self, data):
        chosen = self.chosen(data)
        if len(chosen) > 1:
            raise_all([("hold", _("There are several holds: say which one is meant."))])
        (hold,) = chosen
        problem = holding.extension_problem(hold["until"], data["until"], clock.today())
        if problem and hold["until"] is None:
            raise_all([("until", _("This hold has no end: there is nothing to extend."))])
        if problem:
            day = long_date(hold["until"])
            raise_all([("until", _("The new day must be later than ${day}.", mapping={"day": day}))])

    def write(self, data):
        (hold,) = self.chosen(data)
        if self.is_of_all(hold, data):
            return self._extend_all(hold, data)
        return self._extend_alone(hold, data)

    def _extend_all(self, hold, data):
        extended = {**hold, "until": data["until"]}
        change_holds(self.context, {hold["id"]}, until=data["until"])
        decision = hold_ledger().get(hold["id"])
        details = {**details_of(extended), "post": getUtility(IDirectory).post_title(actor())}
        others = self.others(hold)
        if others:
            spread(decision, self.id, {"until": data["until"]}, data["reason"], details, others)
        else:
            hold_ledger().change(hold["id"], until=data["until"])
        return Outcome(
            self.context, reason=data["reason"], details=details_of(extended), warnings=warnings_of(decision)
        )

    def _extend_alone(self, hold, data):
        """Take the record out of the decision on several: from now on its hold is one of its own."""
        own = {**hold, "id": getUtility(IUUIDGenerator)(), "group": None, "until": data["until"]}
        change_holds(self.context, {hold["id"]}, **own)
        hold_ledger().leave(hold["id"], uid_of(self.context))
        hold_ledger().put(Decision(own, RECORD, [uid_of(self.context)]))
        details = {**details_of(own), "hold": hold["id"], "becomes": own["id"]}
        return Outcome(self.context, reason=data["reason"], details=details)


class ExtendHoldOfRecord(ExtendHold, RecordOperation):
    """Extend a hold of a record."""

    heading = _("Extension of the hold of record ${symbol}")
    nothing_held = _("Not possible: no hold stands on this record itself.")

    def state_refusal(self):
        return RecordOperation.state_refusal(self) or self.refusal_of_hold()


class ExtendHoldOfSeries(ExtendHold, SeriesOperation):
    """Extend a hold of a series."""

    heading = _("Extension of the hold of series ${symbol}")
    nothing_held = _("Not possible: no hold stands on this series.")

    def state_refusal(self):
        return self.refusal_of_hold()
