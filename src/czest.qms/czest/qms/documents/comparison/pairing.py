"""Pairing the parts of two texts: what became what."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterator
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any


#: Blocks at least this similar are one block that changed; others were removed and added.
SIMILAR = 0.3

#: Gaps larger than this are paired in pieces, so that the cost stays in proportion to the length.
_PIECE = 40

Similarity = Callable[[Any, Any], float]
Pair = tuple[Any | None, Any | None]


def pair(old: Sequence[Any], new: Sequence[Any], key: Callable[[Any], Hashable], similar: Similarity) -> Iterator[Pair]:
    """Yield pairs in order; None stands for what was not there in one of the texts.

    Parameters:
        old: items of the older text.
        new: items of the newer text.
        key: what makes two items the same.
        similar: how alike two different items are, from 0 to 1; below ``SIMILAR`` they are not paired.
    """
    matcher = SequenceMatcher(None, [key(item) for item in old], [key(item) for item in new], autojunk=False)
    for operation, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if operation == "equal":
            yield from zip(old[old_start:old_end], new[new_start:new_end], strict=True)
        else:
            yield from _pair_changed(old[old_start:old_end], new[new_start:new_end], similar)


def _pair_changed(old: Sequence[Any], new: Sequence[Any], similar: Similarity) -> Iterator[Pair]:
    steps = max(1, -(-max(len(old), len(new)) // _PIECE))
    for step in range(steps):
        yield from _best_pairs(
            old[len(old) * step // steps : len(old) * (step + 1) // steps],
            new[len(new) * step // steps : len(new) * (step + 1) // steps],
            similar,
        )


def _best_pairs(old: Sequence[Any], new: Sequence[Any], similar: Similarity) -> Iterator[Pair]:
    """Choose the pairs in order whose similarities add up to the most."""
    likeness = [[similar(first, second) for second in new] for first in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] >= SIMILAR else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    i = j = 0
    while i < len(old) or j < len(new):
        here = best[i][j]
        if i < len(old) and here == best[i + 1][j]:
            yield old[i], None
            i += 1
        elif j < len(new) and here == best[i][j + 1]:
            yield None, new[j]
            j += 1
        else:
            yield old[i], new[j]
            i, j = i + 1, j + 1


def shared_words(old: Counter, new: Counter) -> float:
    """Return how alike two bags of words are: 1 for the same words, 0 for none in common."""
    if old.keys().isdisjoint(new):
        return 0.0 if old or new else 1.0
    return 2 * (old & new).total() / (old.total() + new.total())
