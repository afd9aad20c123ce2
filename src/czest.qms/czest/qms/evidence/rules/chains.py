"""Verification of one chain: what was changed, dropped, inserted, moved or rolled back is named."""

from czest.qms.evidence.rules.sealing import hash_of
from czest.qms.evidence.rules.sealing import NOTHING_BEFORE
from dataclasses import dataclass


CHANGED = "changed"
MISPLACED = "misplaced"
UNLINKED = "unlinked"
REPLACED = "replaced"
MISSING = "missing"
UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Reason:
    """Why a chain is not whole: the number of the entry and one of the codes of this module."""

    seq: int
    code: str


@dataclass(frozen=True)
class ChainReport:
    """The verdict about one chain.

    Parameters:
        valid: whether nothing speaks against the chain.
        entries: how many entries it has.
        head: hash of the last entry, or None.
        first_broken: lowest number that something is wrong with, or None.
        reasons: all that is wrong, in the order found.
        unlogged: how many entries at the end no logged head vouches for yet.
    """

    valid: bool
    entries: int
    head: str | None
    first_broken: int | None
    reasons: tuple
    unlogged: int


def _continuity(entries, sound):
    """Yield a Reason for every place where the chain itself is not continuous."""
    number, previous = 1, NOTHING_BEFORE
    for entry, is_sound in zip(entries, sound, strict=True):
        if entry is None:
            yield Reason(number, UNREADABLE)
            previous = None
        elif not is_sound:
            yield Reason(number, CHANGED)
            previous = entry.hash
        else:
            if entry.seq != number:
                yield Reason(number, MISPLACED)
            elif previous not in (None, entry.previous):
                yield Reason(number, UNLINKED)
            # One gap is one reason: go on counting from where the chain goes on.
            number, previous = entry.seq, entry.hash
        number += 1


def _contradictions(entries, sound, logged_heads):
    """Yield a Reason for every logged head that the chain does not hold."""
    held = {}
    for position, (entry, is_sound) in enumerate(zip(entries, sound, strict=True), 1):
        held.setdefault(entry.seq if is_sound else position, set()).add(entry and entry.hash)
    last = max(held, default=0)
    for seq in sorted({seq for seq, logged in logged_heads if seq in held and logged not in held[seq]}):
        yield Reason(seq, REPLACED)
    if any(seq > last for seq, _logged in logged_heads):
        yield Reason(last + 1, MISSING)


def verify_chain(entries, logged_heads=()):
    """Verify one chain.

    Parameters:
        entries: every entry of the chain in stored order; None stands for one that cannot be read.
        logged_heads: pairs ``(seq, hash)`` that the log outside the database (or a checkpoint) remembers.

    Returns:
        ChainReport. A chain behind its log has been rolled back or undone; entries dropped from the end
        can be told only by the log.
    """
    entries = list(entries)
    logged_heads = set(logged_heads)
    sound = [entry is not None and hash_of(entry) == entry.hash for entry in entries]
    reasons = (*_continuity(entries, sound), *_contradictions(entries, sound, logged_heads))
    last = entries[-1] if entries else None
    vouched = max((seq for seq, _logged in logged_heads), default=0)
    return ChainReport(
        valid=not reasons,
        entries=len(entries),
        head=last.hash if last else None,
        first_broken=min((reason.seq for reason in reasons), default=None),
        reasons=reasons,
        unlogged=max(0, len(entries) - vouched),
    )
