"""*Czekam na innych*: what a person sent as an author or as the head of the owner unit, who has it now, and how late."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.states import plate
from czest.qms.language.numerals import counted
from czest.qms.workplace import rules
from czest.qms.workplace.tasks import Tasks
from czest.qms.workplace.waiting import STATES
from czest.qms.workplace.waiting import Stuck
from czest.qms.workplace.waiting import Waiting


#: State of an edition that waits for nobody but its day, or a legal act.
APPROVED = "approved"


class Sent(Waiting):
    """The editions that the person signed in sent and others have now; all from the catalog."""

    def __init__(self):
        super().__init__()
        self.login = self.sets.user.getId()

    def records(self):
        """Return the records of what was sent, without what came back to the same person as a task."""
        sent = self.sets.matching("written_by", self.login)
        headed = [unit.symbol for unit in self.directory.units() if self.directory.head_of(unit.symbol) == self.login]
        if headed:
            of_units = self.sets.narrowed(self.sets.matching("owner_unit", headed), "portal_type", "Edition")
            sent = self.sets.either(sent, of_units)
        under_way = self.sets.narrowed(sent, "review_state", [*STATES, APPROVED])
        return self.sets.less(under_way, Tasks(self.sets.user).records)

    def row(self, brain):
        """Return who has an edition, since when, and how late it is; of an approved one, when it comes into force."""
        row = super().row(brain)
        if brain.review_state != APPROVED:
            return row
        day = rules.day(brain.effective_from)
        return {**row, "plate": plate(APPROVED, since=day), "asked": [coming_into_force(day)], "since": ""}


class SentPage(Stuck):
    """Draws the list."""

    title = _("I wait for others")
    name = "sent"
    may_hand_over = False
    caption = _("What I sent and others have now, the latest first")
    nothing = _("Nothing that I sent waits for others.")
    find = Sent


def coming_into_force(day):
    """Return the words of when an approved edition comes into force.

    Parameters:
        day: the date, or None where a legal act will say it.
    """
    if day is None:
        return _("waits for the legal act that brings it into force")
    left = (day - clock.today()).days
    if left < 1:
        return _("comes into force today")
    return counted(
        left,
        _("comes into force in ${count} day"),
        _("comes into force in ${count} days (few)"),
        _("comes into force in ${count} days (many)"),
    )
