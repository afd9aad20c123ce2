"""Legal hold (*wstrzymanie brakowania*): while it lasts nothing is disposed of, whatever else is due (ARCH-4)."""

from czest.qms import _
from czest.qms.appearance.consequences import OnDay
from czest.qms.documents.content import state_of
from czest.qms.documents.making import uid_of
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import OFFICER
from czest.qms.records.hold_ledger import Decision
from czest.qms.records.hold_ledger import RECORD
from czest.qms.records.hold_ledger import SERIES
from czest.qms.records.holds import hold_ledger
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.operations.base import SeriesOperation
from czest.qms.records.operations.holding import check_end
from czest.qms.records.operations.holding import details_of
from czest.qms.records.operations.holding import Holding
from czest.qms.records.operations.holding import IHold
from czest.qms.records.operations.holding import new_hold
from czest.qms.records.spreading import add_hold


class Hold(Holding):
    """Set a hold."""

    id = "hold"
    title = _("Hold the disposal")
    done = _("The disposal is on hold.")
    not_done = _("Not held.")
    busy = _("Holding…")
    schema = IHold
    order = 60
    who = (OFFICER, ARCHIVIST)
    condition = _("reason")
    bearer = None

    def check(self, data):
        check_end(data)

    def write(self, data):
        hold = new_hold(data)
        add_hold(self.context, hold)
        hold_ledger().put(Decision(hold, self.bearer, [uid_of(self.context)]))
        return Outcome(self.context, reason=data["reason"], details=details_of(hold))


class HoldRecord(Hold, RecordOperation):
    """Hold one record."""

    heading = _("Hold of the disposal of record ${symbol}")
    bearer = RECORD

    def state_refusal(self):
        return RecordOperation.state_refusal(self)

    def consequences(self):
        state = state_of(self.context)
        sentences = [
            OnDay(
                _("Disposal is impossible until the hold is lifted."),
                "until",
                _("Disposal is impossible until ${day}, unless the hold is lifted before."),
            ),
            _("The years of keeping are counted on; a hold shortens and lengthens none of them."),
        ]
        if state == "disposal_pending":
            sentences.append(_("The record stands on a disposal list: it is passed over when the list is destroyed."))
        if state == "open":
            sentences.append(_("The open record cannot be changed; it can be filed and corrected by additions."))
        return sentences


class HoldSeries(Hold, SeriesOperation):
    """Hold all records of a series, those that are still to come too."""

    heading = _("Hold of the disposal of series ${symbol}")
    bearer = SERIES

    def consequences(self):
        return [
            OnDay(
                _("Disposal of every record of the series is impossible until the hold is lifted."),
                "until",
                _(
                    "Disposal of every record of the series is impossible until ${day}, unless the hold is lifted before."
                ),
            ),
            _("Records that are handed in later are held too."),
            _("Its open records cannot be changed; they can be filed and corrected by additions."),
        ]
