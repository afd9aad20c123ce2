"""Review: confirmed with a signature, or returned with a reason."""

from czest.qms import _
from czest.qms.approval.claiming import is_on_route
from czest.qms.approval.claiming import is_on_stage
from czest.qms.approval.forms import IOpinionForm
from czest.qms.approval.forms import IReviewForm
from czest.qms.approval.operations.base import SigningOperation
from czest.qms.approval.progress import refresh
from czest.qms.approval.route_ahead import sentence
from czest.qms.approval.signatures import void_signatures
from czest.qms.documents.content import state_of
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import is_officer
from czest.qms.documents.operations.discard import IReason
from czest.qms.documents.rules.route import OPINION
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.documents.transitions import move
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import APPROVER
from czest.qms.operations.roles import ASKED_NEXT
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import REVIEWER


def keeps_signatures(edition):
    """Tell whether the template of the route leaves signatures standing when an edition is returned."""
    return bool(edition.route_template and edition.route_template["keeps_signatures"])


class Review(SigningOperation):
    """Confirm the review with a signature."""

    id = "review"
    act = REVIEW
    title = _("Confirm the review")
    heading = _("Review of edition ${number} of ${symbol}")
    done = _("The review was confirmed with a signature.")
    asked_in_form = IReviewForm
    usual_meaning = "Sprawdzono"
    order = 10
    emphasis = "primary"
    fires = ("review",)
    who = (REVIEWER,)
    condition = _("asked in the running stage, no author; signature")
    tells = (ASKED_NEXT,)

    def __init__(self, context, request):
        super().__init__(context, request)
        stage = context.course.current
        if stage is not None and stage.purpose == OPINION:
            self.title = _("Give the opinion")
            self.heading = _("Opinion on edition ${number} of ${symbol}")
            self.done = _("The opinion was given with a signature.")
            self.asked_in_form = IOpinionForm
            self.usual_meaning = "Opiniuję bez uwag"

    def consequences(self):
        return [_("Your signature is bound to the content shown here."), *self._what_comes_next()]

    def _what_comes_next(self):
        """Return the sentence of the stage after this one, in a list."""
        following = self.context.course.following
        if following is None:
            return []
        mapping = {"stage": sentence(following, self.request)}
        return [_("When this stage is complete, the next one begins. ${stage}", mapping=mapping)]


class Return(EditionOperation):
    """Return a submitted edition to its author."""

    id = "return"
    title = _("Return for correction")
    heading = _("Return of edition ${number} of ${symbol} for correction")
    done = _("Returned for correction.")
    not_done = _("Not returned.")
    busy = _("Returning…")
    icon = "reply"
    schema = IReason
    order = 20
    fires = ("return",)
    who = (REVIEWER, APPROVER, OFFICER)
    condition = _("of those on the route, who is asked in the running stage; reason")
    tells = (AUTHOR,)

    @property
    def opposite(self):
        """The signature that this person could give instead."""
        return SIGNED_IN.get(state_of(self.context))

    def person_refusal(self):
        login = actor()
        if is_officer(self.context):
            return None
        if login in self.context.authors:
            return _("An author takes his work back by retracting it.")
        if is_on_route(self.context, login):
            return None
        return _("This task belongs to somebody else.")

    def state_refusal(self):
        refusal = super().state_refusal()
        if refusal or is_officer(self.context) or is_on_stage(self.context, actor()):
            return refusal
        return _("Not possible now: another stage of the route is running.")

    def write(self, data):
        edition = self.context
        if not keeps_signatures(edition):
            void_signatures(edition, data["reason"])
        move(edition, self.id)
        refresh(edition)
        return Outcome(self.context, reason=data["reason"])

    def consequences(self):
        fate = (
            _("Signatures given so far stay, as long as the content is not changed.")
            if keeps_signatures(self.context)
            else _("Signatures given so far become void.")
        )
        return [_("The edition is a draft again, and the author sees the reason."), fate]
