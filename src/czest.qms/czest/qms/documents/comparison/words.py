"""Comparing the words of two blocks."""

from czest.qms.documents.comparison.model import Segment
from czest.qms.documents.comparison.model import Segments
from czest.qms.documents.comparison.model import Status
from czest.qms.documents.comparison.model import Words
from dataclasses import replace
from difflib import SequenceMatcher


#: Equal words between two changes that are at most this long (in characters) and shorter than the
#: changes beside them are taken into one change: chopped sentences are hard to read.
_SHORT_EQUAL = 6

#: Texts longer than this many words are compared in pieces, since the cost grows with the square.
_PIECE = 2_000

#: (start, end) in the old words and in the new words, and whether they are the same.
_Piece = tuple[int, int, int, int, bool]


def compare_words(old: Words, new: Words) -> Segments:
    """Compare words in order.

    The equal and removed words in order are the old text, the equal and added ones the new text.

    Parameters:
        old: words of the older block.
        new: words of the newer block.
    """
    segments = []
    for old_start, old_end, new_start, new_end, equal in _readable(old, new, _pieces(old, new)):
        if equal:
            segments.append(Segment(Status.EQUAL, _equal_words(old[old_start:old_end], new[new_start:new_end])))
            continue
        if old_start < old_end:
            segments.append(Segment(Status.REMOVED, old[old_start:old_end]))
        if new_start < new_end:
            segments.append(Segment(Status.ADDED, new[new_start:new_end]))
    return tuple(segments)


def _equal_words(old: Words, new: Words) -> Words:
    """Return the newer words; a space before either first word divides them from the change before."""
    first = replace(new[0], space=old[0].space or new[0].space)
    return (first, *new[1:])


def _pieces(old: Words, new: Words) -> list[_Piece]:
    old_keys = [word.key for word in old]
    new_keys = [word.key for word in new]
    pieces: list[_Piece] = []
    steps = max(1, -(-max(len(old), len(new)) // _PIECE))
    for step in range(steps):
        old_from, old_to = len(old) * step // steps, len(old) * (step + 1) // steps
        new_from, new_to = len(new) * step // steps, len(new) * (step + 1) // steps
        matcher = SequenceMatcher(None, old_keys[old_from:old_to], new_keys[new_from:new_to], autojunk=steps > 1)
        for operation, old_start, old_end, new_start, new_end in matcher.get_opcodes():
            place = (old_from + old_start, old_from + old_end, new_from + new_start, new_from + new_end)
            pieces.append((*place, operation == "equal"))
    return pieces


def _readable(old: Words, new: Words, pieces: list[_Piece]) -> list[_Piece]:
    """Join changes that only a short equal piece divides, and neighbours of the same fate."""
    joined: list[_Piece] = []
    for position, piece in enumerate(pieces):
        between = 0 < position < len(pieces) - 1
        if piece[4] and between and _is_short(old, new, pieces[position - 1], piece, pieces[position + 1]):
            piece = (*piece[:4], False)
        if joined and joined[-1][4] == piece[4]:
            piece = (joined[-1][0], piece[1], joined[-1][2], piece[3], piece[4])
            joined.pop()
        joined.append(piece)
    return joined


def _is_short(old: Words, new: Words, before: _Piece, equal: _Piece, after: _Piece) -> bool:
    if before[4] or after[4]:
        return False
    length = sum(len(word.text) for word in new[equal[2] : equal[3]])
    return length <= _SHORT_EQUAL and length < min(_size(old, new, before), _size(old, new, after))


def _size(old: Words, new: Words, piece: _Piece) -> int:
    """Return the characters of the longer side of a change."""
    removed = sum(len(word.text) for word in old[piece[0] : piece[1]])
    added = sum(len(word.text) for word in new[piece[2] : piece[3]])
    return max(removed, added)
