"""Review: confirmed with a signature, or returned with a reason."""

from czest.qms import _
from czest.qms.approval.forms import IReviewForm
from czest.qms.approval.operations.base import change_state
from czest.qms.approval.operations.base import SigningOperation
from czest.qms.approval.signatures import void_signatures
from czest.qms.documents.content import state_of
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import is_officer
from czest.qms.documents.operations.discard import IReason
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome


class Review(SigningOperation):
    """Confirm the review with a signature."""

    id = "review"
    act = REVIEW
    title = _("Confirm the review")
    heading = _("Review of edition ${number} of ${symbol}")
    done = _("The review was confirmed with a signature.")
    form_schema = IReviewForm
    usual_meaning = "Sprawdzono"
    order = 10
    emphasis = "primary"

    def people(self):
        return self.context.reviewers

    def consequences(self):
        return [
            _("Your signature is bound to the content shown here."),
            _("When every reviewer has signed, the approvers are asked."),
        ]


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
        if login in (*self.context.reviewers, *self.context.approvers):
            return None
        return _("This task belongs to somebody else.")

    def state_refusal(self):
        refusal = super().state_refusal()
        if refusal or is_officer(self.context) or actor() in self._people_of_stage():
            return refusal
        return _("Not possible now: another stage of the route is running.")

    def _people_of_stage(self):
        in_review = SIGNED_IN[state_of(self.context)] == REVIEW
        return self.context.reviewers if in_review else self.context.approvers

    def write(self, data):
        void_signatures(self.context, data["reason"])
        change_state(self)
        return Outcome(self.context, reason=data["reason"])

    def consequences(self):
        return [
            _("The edition is a draft again, and the author sees the reason."),
            _("Signatures given so far become void."),
        ]
