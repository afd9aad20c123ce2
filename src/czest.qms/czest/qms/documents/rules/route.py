"""The route of an edition: its stages in order, who is asked in each, and how far the edition has come (ISO 7.5.2)."""

from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.documents.rules.signatures import standing
from dataclasses import dataclass
from dataclasses import replace
import datetime


#: What a stage is for. Opinions end at their day: silence counts as no remarks.
CHECK, OPINION, APPROVING = "check", "opinion", "approval"
PURPOSES = (CHECK, OPINION, APPROVING)

#: How many of those asked must sign.
ALL, ANY, QUORUM = "all", "any", "quorum"
RULES = (ALL, ANY, QUORUM)

#: Who may be asked: one person, whoever holds a post, anybody of a unit.
PERSON, POST, UNIT = "person", "post", "unit"

#: Purpose → kind of signature given in the stage.
ACTS = {CHECK: REVIEW, OPINION: REVIEW, APPROVING: APPROVAL}


@dataclass(frozen=True)
class Participant:
    """Somebody who is asked, known by a login, the id of a post or the symbol of a unit.

    Parameters:
        kind: ``person``, ``post`` or ``unit``.
        id: login, id or symbol.
    """

    kind: str
    id: str

    @property
    def key(self):
        """The participant as one word, such as ``post:radca-prawny``."""
        return f"{self.kind}:{self.id}"

    @classmethod
    def of_key(cls, key):
        """Return the participant that a key names.

        Raises:
            ValueError: the key is none.
        """
        kind, _colon, name = key.partition(":")
        if kind not in (PERSON, POST, UNIT) or not name:
            raise ValueError(key)
        return cls(kind, name)


def title_of(asked, organisation):
    """Return what people call somebody asked: title of the post or unit, its id once it is gone, or a login.

    Parameters:
        asked: a :class:`Participant`, or one whom a template asks.
        organisation: anything with ``posts`` and ``units`` by id.
    """
    known = {POST: organisation.posts, UNIT: organisation.units}.get(asked.kind, {})
    return known[asked.id].title if asked.id in known else asked.id


@dataclass(frozen=True)
class Stage:
    """One stage of a route.

    Parameters:
        id: number of the stage as text, ``1`` for the first.
        purpose: ``check``, ``opinion`` or ``approval``.
        participants: tuple of :class:`Participant`, in the order in which they are asked.
        rule: ``all``, ``any`` or ``quorum``.
        quorum: how many must sign where the rule is ``quorum``.
        in_sequence: whether each is asked only when the one before has signed.
        days: calendar days given to the stage, or None.
        begun: day on which the stage began, or None.
        silent: whether the stage ended because nobody had remarks in time.
    """

    id: str
    purpose: str
    participants: tuple
    rule: str = ALL
    quorum: int = 0
    in_sequence: bool = False
    days: int | None = None
    begun: datetime.date | None = None
    silent: bool = False

    @property
    def act(self):
        """Kind of the signature given in the stage."""
        return ACTS[self.purpose]

    @property
    def needed(self):
        """How many of those asked must sign."""
        return {ALL: len(self.participants), ANY: 1, QUORUM: self.quorum}[self.rule]

    @property
    def due(self):
        """Last day of the stage, or None."""
        return self.begun + datetime.timedelta(days=self.days) if self.begun and self.days else None

    @property
    def people(self):
        """Logins of those who are asked by name."""
        return tuple(participant.id for participant in self.participants if participant.kind == PERSON)


class Course:
    """How far an edition has come on its route.

    Parameters:
        stages: tuple of :class:`Stage`.
        signatures: dicts with ``act``, ``stage``, ``participant``, ``login``, ``digest`` and ``void``.
        digest: SHA-256 of the present content; signatures of another one do not count.
    """

    def __init__(self, stages, signatures, digest):
        self.stages = tuple(stages)
        self.signatures = signatures
        self.digest = digest

    def signed(self, stage):
        """Return the standing signatures of a stage by participant, in the order in which they are asked."""
        found = {}
        for signature in standing(self.signatures, stage.act, self.digest):
            if signature["stage"] == stage.id:
                found.setdefault(signature["participant"], signature)
        return {asked: found[asked.key] for asked in stage.participants if asked.key in found}

    def is_met(self, stage):
        """Tell whether the rule of a stage is met; a stage of nobody never is."""
        return stage.silent or 0 < stage.needed <= len(self.signed(stage))

    @property
    def current(self):
        """The stage in which the edition is: the first that is not met, or None after the last."""
        return next((stage for stage in self.stages if not self.is_met(stage)), None)

    @property
    def following(self):
        """The stage that begins when the present one is met, or None."""
        ahead = [stage for stage in self.stages if not self.is_met(stage)]
        return ahead[1] if len(ahead) > 1 else None

    def waiting(self, stage):
        """Return those of a stage whose turn it is, as a tuple of participants."""
        if self.is_met(stage):
            return ()
        signed = self.signed(stage)
        left = tuple(asked for asked in stage.participants if asked not in signed)
        return left[:1] if stage.in_sequence else left

    def behind(self, stage):
        """Return the logins behind the standing signatures of a stage: the hands, and those for whom they signed."""
        signatures = self.signed(stage).values()
        return {login for one in signatures for login in (one["login"], one["on_behalf_of"]) if login}


def begun(stages, stage_id, day):
    """Return the stages, one of them begun on a day unless it is running already."""
    return tuple(
        replace(stage, begun=day) if stage.id == stage_id and stage.begun is None else stage for stage in stages
    )


def fresh(stages):
    """Return the stages as they were before the first began."""
    return tuple(replace(stage, begun=None, silent=False) for stage in stages)


def with_usual_days(stages, days):
    """Return the stages, those without days of their own with the usual ones.

    Parameters:
        days: purpose → days, or None for no deadline.
    """
    return tuple(stage if stage.days else replace(stage, days=days.get(stage.purpose)) for stage in stages)


def undated(stages):
    """Return the stages as they were before the first began, without their days: whom they ask, and by which rule."""
    return tuple(replace(stage, days=None) for stage in fresh(stages))


def silenced(stages, stage_id):
    """Return the stages, one of them ended by silence."""
    return tuple(replace(stage, silent=True) if stage.id == stage_id else stage for stage in stages)


def is_silent(stage, today):
    """Tell whether an opinion is over because its last day has passed."""
    return stage.purpose == OPINION and stage.due is not None and stage.due < today


def short_form(reviewers, approvers):
    """Return the route of an edition to which no template applies: everybody named checks, then everybody approves.

    Parameters:
        reviewers, approvers: logins.
    """
    return tuple(
        Stage(str(number), purpose, tuple(Participant(PERSON, login) for login in dict.fromkeys(logins)))
        for number, (purpose, logins) in enumerate(((CHECK, reviewers), (APPROVING, approvers)), start=1)
    )


def replaced(stages, stage_id, before, after):
    """Return the stages, one participant of one of them replaced by another."""
    return _with(
        stages,
        stage_id,
        lambda participants: tuple(after if asked == before else asked for asked in participants),
    )


def added(stages, stage_id, participant):
    """Return the stages, one of them with a further participant at its end."""
    return _with(stages, stage_id, lambda participants: (*participants, participant))


def _with(stages, stage_id, change):
    return tuple(
        replace(stage, participants=change(stage.participants)) if stage.id == stage_id else stage for stage in stages
    )


def rewound(stages, stage_id):
    """Return the stages, one of them and all later ones as they were before they began."""
    numbers = [stage.id for stage in stages]
    place = numbers.index(stage_id)
    return (*stages[:place], *fresh(stages[place:]))


def stages_from(stages, stage_id):
    """Return the ids of a stage and of all later ones."""
    numbers = [stage.id for stage in stages]
    return frozenset(numbers[numbers.index(stage_id) :])
