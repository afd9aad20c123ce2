"""Submitting a draft: from here on its content is frozen."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.making_routes import begin
from czest.qms.approval.making_routes import check_route
from czest.qms.approval.making_routes import plain
from czest.qms.approval.operations.agreement import sentence_of_end
from czest.qms.approval.operations.optional_states import check_content
from czest.qms.approval.operations.optional_states import end_consultation
from czest.qms.approval.operations.optional_states import outcome_of
from czest.qms.approval.progress import advance
from czest.qms.approval.progress import refresh
from czest.qms.approval.proposing import proposed_route
from czest.qms.approval.route_ahead import sentences
from czest.qms.approval.signatures import RETRACTED
from czest.qms.approval.signatures import void_signatures
from czest.qms.documents.checks import check_effective_from
from czest.qms.documents.checks import raise_all
from czest.qms.documents.content import running_consultation
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ASKED_NEXT
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OWNER


class Submit(EditionOperation):
    """Hand the draft over for review."""

    id = "submit"
    title = _("Submit for review")
    heading = _("Submission of edition ${number} of ${symbol}")
    done = _("Submitted for review.")
    not_done = _("Not submitted.")
    busy = _("Submitting…")
    icon = "send"
    opposite = "save"
    permission = "czest.qms: Save edition"
    order = 10
    emphasis = "primary"
    fires = ("submit", "review")
    who = (AUTHOR, OWNER)
    condition = _("description of the change and route are complete")
    tells = (ASKED_NEXT,)

    def check(self, data):
        edition = self.context
        errors = check_content(edition) + check_effective_from(
            {"effective_from": edition.effective_from}, clock.today()
        )
        raise_all(errors + check_route(edition, proposed_route(edition)))

    def write(self, data):
        edition = self.context
        consultation = end_consultation(edition)
        begin(edition)
        move(edition, self.id)
        advance(edition)
        details = {"route": [plain(stage) for stage in edition.route], "template": edition.route_template}
        if consultation is not None:
            details.update(outcome_of(consultation))
        return Outcome(edition, details=details)

    def consequences(self):
        ended = sentence_of_end(running_consultation(self.context))
        return [
            *([ended] if ended else []),
            _("The content can no longer be changed, unless it is retracted or returned."),
            *sentences(proposed_route(self.context), self.request),
        ]


class Retract(EditionOperation):
    """Take a submitted edition back to work on it."""

    id = "retract"
    title = _("Retract the submission")
    heading = _("Retracting edition ${number} of ${symbol}")
    done = _("The submission was retracted. The edition is a draft again.")
    not_done = _("Not retracted.")
    busy = _("Retracting…")
    permission = "czest.qms: Save edition"
    order = 40
    fires = ("retract",)
    who = (AUTHOR, OWNER)

    def write(self, data):
        if end_consultation(self.context) is None:
            void_signatures(self.context, RETRACTED)
        move(self.context, self.id)
        refresh(self.context)
        return Outcome(self.context)

    def consequences(self):
        again = _("The edition is a draft again.")
        if running_consultation(self.context) is not None:
            return [again]
        return [again, _("Signatures given so far become void.")]
