"""The lines of a diagram: at right angles, beside the boxes or above and below them, none upon another."""

from collections import defaultdict
from czest.qms.workflows.rules import layout
from czest.qms.workflows.rules.flow import pieces_of
from czest.qms.workflows.rules.layout import BOX_WIDTH
from czest.qms.workflows.rules.layout import COLUMN_GAP
from czest.qms.workflows.rules.layout import LANE
from czest.qms.workflows.rules.layout import LINE_HEIGHT
from czest.qms.workflows.rules.layout import MARGIN
from czest.qms.workflows.rules.layout import PADDING
from czest.qms.workflows.rules.layout import PORT
from czest.qms.workflows.rules.layout import ROW_GAP
from czest.qms.workflows.rules.layout import TRACK
from czest.qms.workflows.rules.ports import ABOVE
from czest.qms.workflows.rules.ports import BELOW
from czest.qms.workflows.rules.ports import BOTTOM
from czest.qms.workflows.rules.ports import End
from czest.qms.workflows.rules.ports import lanes_of
from czest.qms.workflows.rules.ports import LEFT
from czest.qms.workflows.rules.ports import RIGHT
from czest.qms.workflows.rules.ports import sides_of
from czest.qms.workflows.rules.ports import TOP
from czest.qms.workflows.rules.ports import touching
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Line:
    """A drawn piece.

    Parameters:
        piece: :class:`czest.qms.workflows.rules.flow.Piece`.
        ways: for each source its corners ``((x, y), …)`` from the source to the target.
        trunk: the part on which the number stands, ``((x, y), (x, y))``.
    """

    piece: object
    ways: tuple
    trunk: tuple


@dataclass(frozen=True)
class Diagram:
    """Everything that is drawn.

    Parameters:
        boxes: ``{state id: Box}``.
        lines: tuple of :class:`Line`.
        width, height: of the drawing.
    """

    boxes: dict
    lines: tuple
    width: int
    height: int


def diagram_of(definition, words):
    """Return the :class:`Diagram` of a definition.

    Parameters:
        definition: :class:`czest.qms.workflows.rules.definition.Definition`.
        words: what the states are called, ``{id: text}``.
    """
    return _Router(definition, words).diagram()


class _Router:
    """Finds the places one after another: sides, lanes, tracks, boxes, ends, lines."""

    def __init__(self, definition, words):
        self.pieces = pieces_of(definition)
        self.boxes = layout.placed(definition, words)
        self.sides = sides_of(self.pieces, self.boxes)
        self.lanes = lanes_of(self.pieces, self.boxes, self.sides)
        self.touching = touching(self.pieces, self.boxes, self.sides, self.lanes)
        self.side_of = {end: side for (_state, side), ends in self.touching.items() for end in ends}
        self.offsets = self._offsets_at_sides()
        self.tracks = self._tracks()
        self._place_boxes()

    def diagram(self):
        lines = tuple(self._line(place, piece) for place, piece in enumerate(self.pieces))
        return Diagram(self.boxes, lines, self.width, self.height)

    # Ends at the left and right sides

    def _offsets_at_sides(self):
        """Return how far below the middle of its box each end at its left or right side is.

        A line between boxes of the same row goes straight, at an even offset; other ends take even offsets on the right
        and odd ones on the left, so that no two lie upon each other between the boxes, rows being an even height apart.
        """
        offsets, straight = {}, defaultdict(int)
        for place, piece in enumerate(self.pieces):
            source = piece.sources[0]
            if piece.is_direct and self.boxes[source].row == self.boxes[piece.target].row:
                offset = _spread(straight[source, piece.target], 3 * PORT)
                straight[source, piece.target] += 1
                offsets[End(place, source, False)] = offsets[End(place, piece.target, True)] = offset
        for (_state, side), ends in self.touching.items():
            if side not in (LEFT, RIGHT):
                continue
            taken = {offsets[end] for end in ends if end in offsets}
            rest = [end for end in ends if end not in offsets]
            odd = side == LEFT
            centre = [0] if odd and not taken else []
            steps = (PORT * step - odd for step in range(1, len(ends) + 8))
            free = (*centre, *(one for step in steps for one in (step, -step) if one not in taken))
            offsets.update(zip(rest, sorted(free[: len(rest)]), strict=True))
        return offsets

    # Tracks between the columns

    def _tracks(self):
        """Return the upright tracks of every gap, ``{gap: [End or place of a piece, …]}`` from left to right.

        Gap ``n`` is to the right of column ``n``. Lines that leave stand left of those that arrive.
        """
        leaving, passing, arriving = defaultdict(list), defaultdict(list), defaultdict(list)
        for end, side in self.side_of.items():
            piece, layer = self.pieces[end.piece], self.boxes[end.state].layer
            if side not in (LEFT, RIGHT):
                continue
            if not piece.is_direct:
                gap = layer - 1 if end.is_target else layer
                (arriving if end.is_target else leaving)[gap].append(end)
            elif not end.is_target and self.boxes[end.state].row != self.boxes[piece.target].row:
                passing[layer].append(end)
        gaps = {*leaving, *passing, *arriving}
        return {
            gap: [
                *sorted(leaving[gap], key=lambda end: self._nesting(end, 1)),
                *sorted(passing[gap], key=self._steepness),
                *sorted(arriving[gap], key=lambda end: self._nesting(end, -1)),
            ]
            for gap in gaps
        }

    def _depth(self, end):
        return (self.boxes[end.state].row, self.offsets[end])

    def _nesting(self, end, sign):
        """Order lines that go up, or down, so that they enclose each other instead of crossing."""
        inward = 1 if self.sides[end.piece] == ABOVE else -1
        row, offset = self._depth(end)
        return (sign * inward * row, sign * inward * offset, end.piece)

    def _steepness(self, end):
        target = self.boxes[self.pieces[end.piece].target].row
        row, offset = self._depth(end)
        return (offset if target < row else -offset, end.piece)

    # Boxes

    def _place_boxes(self):
        """Give the boxes their places, and the drawing its size."""
        columns = 1 + max(box.layer for box in self.boxes.values())
        self.gaps = {gap: self._gap_width(gap) for gap in range(-1, columns)}
        self.lefts, left = {}, self.gaps[-1]
        for layer in range(columns):
            self.lefts[layer] = left
            left += BOX_WIDTH + self.gaps[layer]
        height = self._box_height()
        half_row = (height + ROW_GAP + 3) // 4 * 2
        self.first = MARGIN + LANE * self._lanes_at(ABOVE)
        for state, box in self.boxes.items():
            top = self.first + half_row * box.row
            self.boxes[state] = replace(box, left=self.lefts[box.layer], top=top, height=height)
        self.last = max(box.bottom for box in self.boxes.values())
        self.width, self.height = left, self.last + LANE * self._lanes_at(BELOW) + MARGIN

    def _lanes_at(self, side):
        return 1 + max((self.lanes[place] for place in self.sides if self.sides[place] == side), default=-1)

    def _gap_width(self, gap):
        tracks = len(self.tracks.get(gap, ()))
        outer = gap < 0 or all(box.layer <= gap for box in self.boxes.values())
        return MARGIN + TRACK * tracks if outer else COLUMN_GAP + TRACK * tracks

    def _box_height(self):
        words = 2 * PADDING + LINE_HEIGHT * (1 + max(len(box.lines) for box in self.boxes.values()))
        ends = 2 * PORT + 2 * max((abs(offset) for offset in self.offsets.values()), default=0)
        return (max(words, ends) + 1) // 2 * 2

    # Lines

    def _line(self, place, piece):
        target = End(place, piece.target, True)
        if piece.is_direct:
            return self._direct(piece, End(place, piece.sources[0], False), target)
        lane = self._lane(place)
        arrival = self._to_lane(target, lane)
        ways = []
        for source in piece.sources:
            departure = self._to_lane(End(place, source, False), lane)
            ways.append((*departure, *reversed(arrival)))
        along = [way[len(way) - len(arrival) - 1][0] for way in ways] + [arrival[-1][0]]
        return Line(piece, tuple(ways), ((min(along), lane), (max(along), lane)))

    def _direct(self, piece, source, target):
        start, goal = self._point(source), self._point(target)
        if start[1] == goal[1]:
            return Line(piece, ((start, goal),), (start, goal))
        x = self._track(self.boxes[source.state].layer, source)
        return Line(piece, ((start, (x, start[1]), (x, goal[1]), goal),), ((x, goal[1]), goal))

    def _lane(self, place):
        outward = LANE * (1 + self.lanes[place])
        return self.first - outward if self.sides[place] == ABOVE else self.last + outward

    def _to_lane(self, end, lane):
        """Return the corners from an end to its lane."""
        x, y = self._point(end)
        if self.side_of[end] in (TOP, BOTTOM):
            return [(x, y), (x, lane)]
        layer = self.boxes[end.state].layer
        track = self._track(layer - 1 if end.is_target else layer, end)
        return [(x, y), (track, y), (track, lane)]

    def _point(self, end):
        box, side = self.boxes[end.state], self.side_of[end]
        if side in (LEFT, RIGHT):
            return (box.left if side == LEFT else box.right, box.middle + self.offsets[end])
        ends = self.touching[end.state, side]
        x = box.left + BOX_WIDTH * (1 + ends.index(end)) // (1 + len(ends))
        return (x, box.top if side == TOP else box.bottom)

    def _track(self, gap, end):
        left = self.lefts[gap] + BOX_WIDTH if gap >= 0 else 0
        return left + MARGIN + TRACK * self.tracks[gap].index(end)


def _spread(number, step):
    """Return the offset of one of several parallel lines: 0, then ever farther to both sides."""
    return (number + 1) // 2 * step * (-1 if number % 2 else 1)
