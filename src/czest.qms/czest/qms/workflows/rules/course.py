"""The way of one object through its workflow: its moves, and which entry of the trail witnesses each."""

from dataclasses import dataclass
import datetime


#: An entry made in the same transaction as a move is at most so far away from it.
NEAR = datetime.timedelta(seconds=30)


@dataclass(frozen=True)
class Move:
    """One line of a workflow history.

    Parameters:
        transition: id, or None for the first line.
        state: id of the state after it.
        time: aware datetime.
        actor: login of who made it.
    """

    transition: str | None
    state: str
    time: datetime.datetime
    actor: str = ""


@dataclass(frozen=True)
class Step:
    """A move with where it began and how long its state lasted.

    Parameters:
        move: :class:`Move`.
        source: id of the state before it; None for the first one.
        until: when the state was left, an aware datetime; None while it lasts.
    """

    move: Move
    source: str | None
    until: datetime.datetime | None


def steps_of(moves):
    """Return the :class:`Step` s of moves, oldest first."""
    sources = [None, *(move.state for move in moves)]
    ends = [*(move.time for move in moves[1:]), None]
    return [Step(move, source, until) for move, source, until in zip(moves, sources, ends, strict=False)]


def passed(moves):
    """Return pairs of ids (state, transition): what was gone through."""
    return frozenset((step.source, step.move.transition) for step in steps_of(moves) if step.source is not None)


def witness_of(move, entries, makes):
    """Return the entry of the trail that tells of a move, or None.

    Of those written with it, one whose operation makes the transition goes first, then one about the object itself, then
    the nearest.

    Parameters:
        entries: with ``time`` (aware datetime), ``operation``, and ``is_own``, whether it is about the object itself.
        makes: ``{operation id: ids of transitions that it makes}``.
    """
    near = [entry for entry in entries if abs(entry.time - move.time) <= NEAR]
    return min(
        near,
        key=lambda entry: (
            move.transition not in makes.get(entry.operation, ()),
            not entry.is_own,
            abs(entry.time - move.time),
        ),
        default=None,
    )
