"""Where lines touch the boxes: which side each end takes, and how many ends share a side."""

from collections import defaultdict
from dataclasses import dataclass


TOP, BOTTOM, LEFT, RIGHT = "top", "bottom", "left", "right"
ABOVE, BELOW = "above", "below"


@dataclass(frozen=True)
class End:
    """Where a line leaves or reaches a box.

    Parameters:
        piece: place of its piece in the list of pieces.
        state: id of the state of the box.
        is_target: whether the line ends here; a state that a line leaves and reaches has one of each.
    """

    piece: int
    state: str
    is_target: bool


def ends_of(place, piece):
    """Return the ends of a piece, its target last."""
    return [*(End(place, source, False) for source in piece.sources), End(place, piece.target, True)]


def sides_of(pieces, boxes):
    """Return on which side of the boxes each joined line runs, ``{place of the piece: ABOVE or BELOW}``.

    It runs where more of its ends have no other box in between; where that is the same, on the side with fewer lines.
    """
    sides, used = {}, {ABOVE: 0, BELOW: 0}
    for place, piece in enumerate(pieces):
        if piece.is_direct:
            continue
        states = [*piece.sources, piece.target]
        covered = {
            ABOVE: sum(not boxes[state].is_top for state in states),
            BELOW: sum(not boxes[state].is_bottom for state in states),
        }
        sides[place] = min((BELOW, ABOVE), key=lambda side: (covered[side], used[side]))
        used[sides[place]] += 1
    return sides


def lanes_of(pieces, boxes, sides):
    """Return how far out each joined line runs, ``{place of the piece: number from 0}``; no two meet in a lane."""
    spans = {}
    for place in sides:
        layers = [boxes[state].layer for state in (*pieces[place].sources, pieces[place].target)]
        spans[place] = (min(layers), max(layers))
    lanes, taken = {}, defaultdict(list)
    for place in sorted(spans, key=lambda one: (spans[one][1] - spans[one][0], one)):
        first, last = spans[place]
        lane = 0
        while any(first <= other[1] and other[0] <= last for other in taken[sides[place], lane]):
            lane += 1
        taken[sides[place], lane].append((first, last))
        lanes[place] = lane
    return lanes


def side_of(end, pieces, boxes, sides):
    """Return the side of the box that an end takes."""
    if pieces[end.piece].is_direct:
        return LEFT if end.is_target else RIGHT
    box = boxes[end.state]
    if sides[end.piece] == ABOVE and box.is_top:
        return TOP
    if sides[end.piece] == BELOW and box.is_bottom:
        return BOTTOM
    return LEFT if end.is_target else RIGHT


def touching(pieces, boxes, sides, lanes):
    """Return the ends by what they touch, ``{(state, side): [End, …]}``, from left to right or from the top down."""
    found = defaultdict(list)
    for place, piece in enumerate(pieces):
        for end in ends_of(place, piece):
            found[end.state, side_of(end, pieces, boxes, sides)].append(end)
    for (_state, side), ends in found.items():
        order = _along if side in (TOP, BOTTOM) else _down
        ends.sort(key=lambda end, order=order: (*order(end, pieces, boxes, sides, lanes), end.piece))
    return dict(found)


def _along(end, pieces, boxes, sides, lanes):
    """Lines that go to the left stand left, the nearer ones outside; those that go to the right the other way round."""
    here = boxes[end.state].layer
    layers = [boxes[state].layer for state in (*pieces[end.piece].sources, pieces[end.piece].target)]
    direction = (max(layers) > here) - (min(layers) < here)
    lane = lanes[end.piece]
    return (direction, lane if direction < 0 else -lane, end.is_target)


def _down(end, pieces, boxes, sides, lanes):
    """Lines that go up stand above those that go straight on, and those above the ones that go down."""
    piece = pieces[end.piece]
    if not piece.is_direct:
        upward = sides[end.piece] == ABOVE
        return (-1, lanes[end.piece]) if upward else (1, -lanes[end.piece])
    rise = boxes[piece.target].row - boxes[piece.sources[0]].row
    return (0, rise if not end.is_target else -rise)
