"""What the scheduler does on its day; not registered, so nobody can ask for it."""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import Person
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import REQUESTER
from czest.qms.operations.roles import SCHEDULER
from czest.qms.publication import carrying_out
from czest.qms.publication.interfaces import IMayBePublished
from czest.qms.publication.operations.base import PublicationOperation
from czest.qms.publication.preparing import content_digest
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import PUBLIC_OPENNESS
from czest.qms.publication.rules.decision import PUBLISHABLE_STATES
from czest.qms.publication.rules.decision import STATES_SINCE


NOT_PUBLIC = "W dniu publikacji dokument nie był już jawny albo upłynął termin, do którego miał być w Biuletynie."
OVER = "Upłynął termin, do którego informacja miała być w Biuletynie."


class ScheduledOperation(PublicationOperation):
    """An operation on one case.

    Parameters:
        case: the case.
    """

    who = (SCHEDULER,)
    concerns = IMayBePublished

    def __init__(self, context, request, case):
        super().__init__(context, request)
        self.case = case

    def may_be_public(self):
        """Tell whether what was decided on may still become public."""
        publishable = self.publishable
        return (
            publishable.state in PUBLISHABLE_STATES
            and publishable.openness in PUBLIC_OPENNESS
            and not cases.is_over(self.case.until, clock.today())
        )


class PublishScheduled(ScheduledOperation):
    """Publish what was decided, in the name of the editor who decided it."""

    id = "publish"
    title = _("Publication on its day")
    order = 21
    condition = _("on the day set by the BIP editor; still open and in force")
    tells = (REQUESTER,)
    possible_in = PUBLISHABLE_STATES

    def state_refusal(self):
        if self.case.state != cases.SCHEDULED or self.case.publish_on > clock.today().isoformat():
            return _("Not possible: the day has not come.")
        if not self.may_be_public():
            return _("Not possible: only what is open, and in force or filed, may be published.")
        return None

    def write(self, data):
        decision = self.case.decision
        if content_digest(draft_of(self.case)) != decision["content_digest"]:
            raise ValueError("The draft is not the one that was decided on.")
        path = carrying_out.publish(self.case, decision["by"], from_plain(Person, decision["person"]))
        details = {"case": self.case.id, "entry": path, "entry_digest": self.case.snapshot["digest"]}
        return Outcome(self.context, details={**details, "decided_by": decision["by"]})


class LapseScheduled(ScheduledOperation):
    """Let a decision lapse whose day found that it may not become public any more; another one has to be made."""

    id = "retract-publication"
    title = _("Lapse of the decision to publish")
    order = 22
    condition = _("on the day set it may not be public any more")
    possible_in = STATES_SINCE

    def write(self, data):
        self.case.contents, self.case.text = (), ""
        self.ledger.move(self.case, cases.LAPSED)
        return Outcome(self.context, reason=NOT_PUBLIC, details={"case": self.case.id})


class UnpublishAfterEnd(ScheduledOperation):
    """Withdraw what has passed its last day in the bulletin (RODO-4)."""

    id = "unpublish"
    title = _("End of the time in the BIP")
    order = 96
    condition = _("its last day in the bulletin has passed")
    tells = (REQUESTER,)
    possible_in = STATES_SINCE

    def write(self, data):
        carrying_out.withdraw(self.case, actor(), OVER)
        return Outcome(self.context, reason=OVER, details={"case": self.case.id, "until": self.case.until})
