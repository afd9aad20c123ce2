"""What the operations of the optional states between draft and review share."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.approval.claiming import logins_of
from czest.qms.approval.progress import refresh
from czest.qms.documents.content import state_of
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.optional_states import keep_states
from czest.qms.documents.optional_states import offers
from czest.qms.documents.rules.optional_states import Consultation
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.documents.rules.route_problems import problem_of
from czest.qms.documents.snapshots import raw_text
from czest.qms.documents.transitions import move
from czest.qms.operations import roles


class OptionalStateOperation(EditionOperation):
    """An operation of one optional state; refused where the office has not turned the state on."""

    #: Id of the pattern.
    pattern = ""

    def state_refusal(self):
        return super().state_refusal() or self.pattern_refusal()

    def pattern_refusal(self):
        """Return why an edition of this kind cannot enter the state, or None."""
        if state_of(self.context) == PATTERNS[self.pattern].state or offers(self.pattern, self.document.portal_type):
            return None
        return _(
            "Not possible: this office does not use the state ${state} for this kind of document.",
            mapping={"state": state(PATTERNS[self.pattern].state).word},
        )


class BeginOptionalState(OptionalStateOperation):
    """Lead a draft into an optional state."""

    not_done = _("Nobody was asked.")
    busy = _("Asking…")
    permission = "czest.qms: Save edition"
    who = (roles.AUTHOR, roles.OWNER)
    condition = _("the office uses this state for the kind of document")

    def begin(self, participants, begun, due):
        """Lead the edition into the state: from here on its content is frozen, and those asked may read it."""
        edition = self.context
        keep_states()
        edition.consultation = Consultation(self.pattern, tuple(participants), begun, due)
        move(edition, PATTERNS[self.pattern].begin)
        refresh(edition)


class EndOptionalState(OptionalStateOperation):
    """Lead an edition back to its draft."""

    busy = _("Ending…")
    tells = (roles.AUTHOR,)

    def end(self):
        """Lead the edition back to the draft: those asked no longer read it."""
        end_consultation(self.context)
        move(self.context, PATTERNS[self.pattern].end)
        refresh(self.context)


def end_consultation(edition):
    """Forget whom an edition in an optional state waited for; the trail keeps it. Return what there was, or None."""
    consultation, edition.consultation = edition.consultation, None
    return consultation


def outcome_of(consultation):
    """Return what the trail keeps of the answers to a consultation that is over."""
    return {
        "answers": {key: answer["answer"] for key, answer in consultation.answers.items()},
        "silent": [asked.key for asked in consultation.waiting],
    }


def check_content(edition):
    """Return what an edition lacks before anybody can be asked about it, as ``(field, Message)`` pairs."""
    errors = []
    if not (edition.change_description or "").strip():
        errors.append(("change_description", _("Describe the change: it goes to the change log.")))
    if not raw_text(edition).strip() and edition.source_file is None:
        errors.append(("body", _("Give a text or a source file.")))
    return errors


def is_vacant(asked, authors):
    """Tell whether a post or unit has nobody today but authors of the edition."""
    return problem_of(asked, authors, logins_of) is not None
