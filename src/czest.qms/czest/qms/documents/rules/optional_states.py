"""Optional states of an edition between draft and review: the closed list of those that an office may turn on."""

from czest.qms.documents.files.findings import _
from czest.qms.documents.rules.route import Participant
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
import datetime


#: Ids of the patterns.
AGREEMENT, FORMAL_CHECK = "agreement", "formal_check"

#: Answers in an agreement.
AGREED, WITH_REMARKS = ANSWERS = ("agreed", "remarks")

#: The state from which an optional state is entered and to which it leads back.
DRAFT = "draft"
#: The state whose permissions an optional state has: frozen content, read by those who are asked.
LIKE = "in_review"


@dataclass(frozen=True)
class OptionalState:
    """A pattern: one state with the way in and the ways out.

    Parameters:
        id: of the pattern, such as ``agreement``.
        state: id of the state, such as ``in_agreement``.
        title: what the state is called, the id of a message.
        begin: id of the transition, and of the operation, from the draft into the state.
        end: id of the one back to the draft.
        begin_title, end_title: ids of messages, what these transitions are called.
        leads_on: ids of further transitions out of the state; the workflow has them anyway.
    """

    id: str
    state: str
    title: str
    begin: str
    end: str
    begin_title: str
    end_title: str
    leads_on: tuple

    @property
    def exits(self):
        """Ids of all transitions out of the state."""
        return (self.end, *self.leads_on)


#: Id of a pattern → pattern.
PATTERNS = {
    pattern.id: pattern
    for pattern in (
        OptionalState(
            id=AGREEMENT,
            state="in_agreement",
            title=_("In agreement"),
            begin="begin-agreement",
            end="end-agreement",
            begin_title=_("Ask for agreement"),
            end_title=_("End the agreement"),
            leads_on=("submit",),
        ),
        OptionalState(
            id=FORMAL_CHECK,
            state="in_formal_check",
            title=_("In formal check"),
            begin="begin-formal-check",
            end="end-formal-check",
            begin_title=_("Ask for a formal check"),
            end_title=_("End the formal check"),
            leads_on=("submit", "retract"),
        ),
    )
}

#: Id of a state → pattern.
BY_STATE = {pattern.state: pattern for pattern in PATTERNS.values()}
#: Ids of all optional states, in the order of the patterns.
OPTIONAL_STATES = tuple(BY_STATE)


def is_offered(pattern_id, kind, choices):
    """Tell whether an office offers an optional state for a kind of document.

    Parameters:
        pattern_id: key of PATTERNS.
        kind: portal type of the document.
        choices: id of a pattern → kinds for which it is offered, none of them meaning every kind; a pattern that is
            missing is turned off.
    """
    kinds = choices.get(pattern_id)
    return kinds is not None and (not kinds or kind in kinds)


@dataclass(frozen=True)
class Consultation:
    """Whom an edition in an optional state waits for.

    Parameters:
        pattern: id of the pattern.
        participants: tuple of :class:`Participant`: those who are asked.
        begun: day on which it began.
        due: last day, or None.
        answers: key of a participant who has answered → what he answered.
    """

    pattern: str
    participants: tuple
    begun: datetime.date
    due: datetime.date | None = None
    answers: dict = field(default_factory=dict)

    @property
    def id(self):
        """What it is called among all that may run; a stage has its number."""
        return self.pattern

    @property
    def waiting(self):
        """Those who have not answered yet."""
        return tuple(asked for asked in self.participants if asked.key not in self.answers)

    def answered(self, participant, answer):
        """Return the consultation with an answer more.

        Parameters:
            participant: a :class:`Participant` who waits.
            answer: dict of plain values.
        """
        return replace(self, answers={**self.answers, participant.key: answer})

    def is_over(self, today):
        """Tell whether its last day has passed."""
        return self.due is not None and self.due < today


def participants_of(keys):
    """Return those whom keys name, each once, in their order.

    Raises:
        ValueError: a key names nobody.
    """
    return tuple(dict.fromkeys(Participant.of_key(key) for key in keys))
