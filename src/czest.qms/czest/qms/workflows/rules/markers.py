"""Where the numbers of transitions stand on their lines, clear of one another, of boxes and of crossing lines."""

RADIUS = 10
#: Least distance between the middles of two numbers.
APART = 2 * RADIUS + 4
#: What is tried along a line, from its middle outward.
STEP = 4
#: Length of the arrow at the end of a line, which no number hides.
ARROW = 9
#: How bad it is when a number touches another one or a box, and when it hides a crossing.
TOUCHING, CROSSING = 1000, 100


def markers_of(diagram):
    """Return the middle of the number of each line of a :class:`Diagram`, in the order of the lines: ``[(x, y), …]``."""
    segments = [segments_of(line) for line in diagram.lines]
    markers = []
    for place, line in enumerate(diagram.lines):
        others = [one for other, found in enumerate(segments) if other != place for one in found]
        candidates = _candidates(line.trunk)
        best = min(candidates, key=lambda spot: (_harm(spot[1], diagram, others, markers) + spot[0], spot[1]))
        markers.append(best[1])
    return markers


def segments_of(line):
    """Return the straight parts of a line, each once: ``{((x, y), (x, y)), …}``."""
    return {tuple(sorted(pair)) for way in line.ways for pair in zip(way, way[1:], strict=False) if pair[0] != pair[1]}


def _candidates(trunk):
    """Return pairs of the distance from the middle of the trunk, and the spot."""
    (first, y), (last, _y) = sorted(trunk)
    reach = max(0, (last - first) // 2 - RADIUS - ARROW)
    middle = (first + last) // 2
    return [(abs(away), (middle + away, y)) for away in range(-reach, reach + 1) if away % STEP == 0]


def _harm(spot, diagram, others, markers):
    touching = sum(_distance(spot, other) < APART for other in markers)
    touching += sum(_hides(spot, (box.left, box.top), (box.right, box.bottom)) for box in diagram.boxes.values())
    return TOUCHING * touching + CROSSING * sum(_hides(spot, *segment) for segment in others)


def _distance(one, other):
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _hides(spot, start, end):
    """Tell whether a number hides a part of an upright or level line, or of a box, between two corners."""
    return all(min(a, b) - RADIUS - 1 < at < max(a, b) + RADIUS + 1 for at, a, b in zip(spot, start, end, strict=True))
