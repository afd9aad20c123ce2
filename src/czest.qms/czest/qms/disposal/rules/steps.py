"""The life of a list, and its steps as an office knows them, from the proposal to the protocol.

The order is: proposed, signed, request sent, answer of the archive, destruction, protocol. An office that signs and
sends on paper records only the answer, so the steps between may be passed over; the answer and the protocol never.
What a hold kept from the destruction or the transfer may follow later, by the same list.
"""

from collections.abc import Mapping
from czest.qms.documents.rules.lifecycle import Transition
from dataclasses import dataclass
import datetime


STATES = (
    "making",
    "proposed",
    "signed",
    "requested",
    "consented",
    "partly",
    "refused",
    "destroying",
    "destroyed",
    "transferring",
    "transferred",
    "closed",
    "dropped",
)
#: States in which a long list is worked on piece by piece; nothing else is done to it meanwhile.
AT_WORK = frozenset({"making", "destroying", "transferring"})

_BEFORE_ANSWER = frozenset({"proposed", "signed", "requested"})
_ANSWERED = frozenset({"consented", "partly"})

_UP_TO_REQUEST = {
    "sign": Transition(frozenset({"proposed"}), "signed"),
    "send-request": Transition(frozenset({"signed"}), "requested"),
    "take-off": Transition(_BEFORE_ANSWER | _ANSWERED, None),
    "drop": Transition(_BEFORE_ANSWER | _ANSWERED | {"making"}, "dropped"),
}

#: Operation id → arrow for a list of what is destroyed. The target of ``record-consent`` is told by
#: ``consents.outcome``: a target of None leaves the state to the operation.
DISPOSAL_LIFE = {
    **_UP_TO_REQUEST,
    "record-appraisal": Transition(_BEFORE_ANSWER | _ANSWERED, None),
    "record-consent": Transition(_BEFORE_ANSWER, None),
    "record-refusal": Transition(_BEFORE_ANSWER | _ANSWERED, None),
    "destroy": Transition(_ANSWERED | {"destroyed"}, "destroyed"),
    "record-protocol": Transition(frozenset({"destroyed"}), "closed"),
}

#: The same for a list of what goes to the state archive.
TRANSFER_LIFE = {
    **_UP_TO_REQUEST,
    "record-refusal": Transition(_BEFORE_ANSWER, None),
    "transfer": Transition(_BEFORE_ANSWER | {"transferred"}, "transferred"),
}


#: The lives that a list may have.
LIVES = (DISPOSAL_LIFE, TRANSFER_LIFE)


def life_of(kind):
    """Return the arrows of a list: operation id → ``Transition``.

    Parameters:
        kind: kind of category, one of ``retention.KINDS``; only a list of ``BE`` has an appraisal.
    """
    if kind == "A":
        return TRANSFER_LIFE
    return {one: arrow for one, arrow in DISPOSAL_LIFE.items() if kind == "BE" or one != "record-appraisal"}


def states_for(operation_id):
    """Return the states in which an operation may be done to a list of some kind.

    Parameters:
        operation_id: key of one of the lives.
    """
    return frozenset().union(*(life[operation_id].sources for life in LIVES if operation_id in life))


def is_possible(operation_id, kind, state):
    """Whether an operation may be done to a list of this kind in this state."""
    life = life_of(kind)
    return operation_id in life and state in life[operation_id].sources


@dataclass(frozen=True)
class Progress:
    """What is known of a list's road.

    Attributes:
        kind, state: of the list.
        proposed_on, signed_on, requested_on, answered_on, done_on, protocol_on: dates of what was done, or None;
            ``done_on`` of the destruction or the transfer.
        missing: step id → tuple of what is missing for it: names of fields, or codes of problems.
    """

    kind: str
    state: str
    proposed_on: datetime.date
    signed_on: datetime.date | None = None
    requested_on: datetime.date | None = None
    answered_on: datetime.date | None = None
    done_on: datetime.date | None = None
    protocol_on: datetime.date | None = None
    missing: Mapping[str, tuple] | None = None


@dataclass(frozen=True)
class Step:
    """One step as the screen shows it.

    Attributes:
        id: ``proposal``, ``list``, ``request``, ``answer``, ``destruction``, ``transfer`` or ``protocol``.
        standing: ``done``, ``passed`` (over, without having been recorded), ``now``, ``ahead`` or ``never``.
        day: when it was done, or None.
        missing: tuple of what is missing for it.
    """

    id: str
    standing: str
    day: datetime.date | None = None
    missing: tuple = ()


#: How many steps lie behind a list in each state.
_BEHIND = {
    "making": 0,
    "proposed": 1,
    "signed": 2,
    "requested": 3,
    "consented": 4,
    "partly": 4,
    "refused": 4,
    "destroying": 4,
    "destroyed": 5,
    "transferring": 3,
    "transferred": 4,
    "closed": 6,
    "dropped": 1,
}
#: States after which nothing follows that has not been done.
_STOPPED = frozenset({"refused", "dropped"})


def steps_of(progress):
    """Return the steps of a list as a tuple of ``Step``, six of a destruction or four of a transfer."""
    days = {"proposal": progress.proposed_on, "list": progress.signed_on, "request": progress.requested_on}
    if progress.kind == "A":
        days["transfer"] = progress.done_on
    else:
        days |= {"answer": progress.answered_on, "destruction": progress.done_on, "protocol": progress.protocol_on}
    missing = progress.missing or {}
    found = []
    for place, (step, day) in enumerate(days.items()):
        standing = _standing(place, day, progress.state)
        found.append(Step(step, standing, day, missing.get(step, ()) if standing in ("now", "ahead") else ()))
    return tuple(found)


def _standing(place, day, state):
    if day is not None:
        return "done"
    if place < _BEHIND[state]:
        return "passed"
    if state in _STOPPED:
        return "never"
    return "now" if place == _BEHIND[state] else "ahead"
