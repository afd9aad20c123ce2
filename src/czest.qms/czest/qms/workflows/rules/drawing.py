"""The drawing of a diagram as SVG: its looks come from the stylesheet, its facts stand in the table beside it too."""

from czest.qms.workflows.rules.definition import Definition
from czest.qms.workflows.rules.definition import State
from czest.qms.workflows.rules.definition import Transition
from czest.qms.workflows.rules.layout import LINE_HEIGHT
from czest.qms.workflows.rules.layout import PADDING
from czest.qms.workflows.rules.markers import ARROW
from czest.qms.workflows.rules.markers import markers_of
from czest.qms.workflows.rules.markers import RADIUS
from czest.qms.workflows.rules.routing import diagram_of
from dataclasses import dataclass
from functools import lru_cache
from html import escape


#: Width of the hatched rim of a box, and distance of the ring from the box.
RIM = 8
RING = 4
#: How round the corners of lines are.
ROUND = 6
#: Half the width of an arrow.
BARB = 5
#: Width up to which a diagram stays readable when it is made as wide as a page.
MOST_FITTED = 1400


@dataclass(frozen=True)
class Look:
    """How the box of a state is drawn.

    Parameters:
        word: what the state is called.
        note: small words below it.
        classes: classes of the stylesheet that give the colour and the plate.
        is_hatched: whether the box has a hatched rim.
        is_chosen: whether it has a ring.
        url: where it leads, or None.
    """

    word: str
    note: str = ""
    classes: str = ""
    is_hatched: bool = False
    is_chosen: bool = False
    url: str | None = None


def drawn(definition, looks, title, description, lit=frozenset(), name="qms-flow"):
    """Return the drawing as the text of an ``svg`` element.

    Parameters:
        definition: :class:`czest.qms.workflows.rules.definition.Definition`.
        looks: ``{state id: Look}``.
        title, description: texts for those who do not see it.
        lit: pairs of ids (state, transition) whose lines are brought out.
        name: beginning of the ids in the drawing, for pages with several.
    """
    diagram, markers = _worked_out(
        *_essence(definition), tuple(sorted((one, look.word) for one, look in looks.items()))
    )
    parts = [
        f'<svg class="{_size(diagram)}" role="group" aria-labelledby="{name}-title" aria-describedby="{name}-description"'
        f' viewBox="0 0 {diagram.width} {diagram.height}" width="{diagram.width}" height="{diagram.height}"'
        ' xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-description">{escape(description)}</desc>',
        '<g aria-hidden="true">',
        *_lines(diagram, markers, lit),
        "</g>",
        *(_box(diagram.boxes[state], looks[state], name) for state in _reading_order(diagram)),
        "</svg>",
    ]
    return "".join(parts)


def _size(diagram):
    """Return the classes of a diagram; one that is not much wider than a page may be made smaller, so that all is seen."""
    return "qms-flow qms-flow-fitted" if diagram.width <= MOST_FITTED else "qms-flow"


def _essence(definition):
    """Return what of a definition decides on the places: its first state, its states with their exits, and targets."""
    states = tuple(sorted((state.id, tuple(sorted(state.exits))) for state in definition.states.values()))
    targets = tuple(sorted((transition.id, transition.target) for transition in definition.transitions.values()))
    return definition.initial, states, targets


@lru_cache(maxsize=256)
def _worked_out(initial, states, targets, words):
    """Return the diagram and the places of its numbers; figures come and go, places stay."""
    definition = Definition(
        id="",
        title="",
        description="",
        initial=initial,
        state_variable="",
        manager_bypass=False,
        permissions=(),
        states={one: State(one, "", exits=exits) for one, exits in states},
        transitions={one: Transition(one, "", target=target) for one, target in targets},
    )
    diagram = diagram_of(definition, dict(words))
    return diagram, markers_of(diagram)


def _hatching(name):
    """Return a pattern that takes its colour from the box in which it is written."""
    return (
        f'<pattern id="{name}" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
        '<rect class="qms-flow-hatching" width="6" height="6"></rect>'
        '<rect class="qms-flow-hatch" width="3" height="6"></rect></pattern>'
    )


def _reading_order(diagram):
    boxes = diagram.boxes.values()
    return [box.state for box in sorted(boxes, key=lambda box: (box.layer, box.row))]


def _lines(diagram, markers, lit):
    """Yield the lines, those brought out last, then the numbers."""
    shown = [
        (line, marker, any((source, line.piece.transition) in lit for source in line.piece.sources))
        for line, marker in zip(diagram.lines, markers, strict=True)
    ]
    for line, _marker, is_lit in sorted(shown, key=lambda one: one[2]):
        yield f'<g class="qms-flow-line{" qms-flow-lit" if is_lit else ""}" data-transition="{line.piece.transition}">'
        yield from (f'<path d="{_path(way)}"></path>' for way in _merged(line.ways))
        passed = (source for source in line.piece.sources if (source, line.piece.transition) in lit)
        for source in passed:
            way = line.ways[line.piece.sources.index(source)]
            yield f'<path class="qms-flow-passed" d="{_path(way)}"></path>'
        yield f'<polygon points="{_arrow(*line.ways[0][-2:])}"></polygon></g>'
    for line, (x, y), is_lit in shown:
        yield (
            f'<g class="qms-flow-number{" qms-flow-lit" if is_lit else ""}"><circle cx="{x}" cy="{y}" r="{RADIUS}">'
            f'</circle><text x="{x}" y="{y + 4}">{line.piece.number}</text></g>'
        )


def _merged(ways):
    """Return ways that join without what another one draws already, so that no line looks thicker than the rest."""
    merged, drawn_parts = [], []
    for way in sorted(ways, key=lambda way: (-sum(map(_length, way, way[1:])), way)):
        shared = next(
            (n for n, part in enumerate(zip(way, way[1:], strict=False)) if _lies_on(part, drawn_parts)), None
        )
        drawn_parts += zip(way, way[1:], strict=False)
        merged.append(way if shared is None else (*way[: shared + 1], _toward(way[shared], way[shared + 1], 2 * ROUND)))
    return merged


def _lies_on(part, others):
    return any(
        all(
            min(b) <= min(a) and max(a) <= max(b)
            for a, b in zip(zip(*part, strict=True), zip(*other, strict=True), strict=True)
        )
        for other in others
    )


def _path(corners):
    """Return a way as the data of a path, its corners rounded."""
    found = [f"M{corners[0][0]} {corners[0][1]}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = min(ROUND, _length(before, corner) // 2, _length(corner, after) // 2)
        start, end = _toward(corner, before, reach), _toward(corner, after, reach)
        found.append(f"L{start[0]} {start[1]}Q{corner[0]} {corner[1]} {end[0]} {end[1]}")
    end = _toward(corners[-1], corners[-2], ARROW - 1)
    return "".join([*found, f"L{end[0]} {end[1]}"])


def _length(start, end):
    return abs(start[0] - end[0]) + abs(start[1] - end[1])


def _toward(start, goal, reach):
    """Return the spot that lies so far from one corner on the level or upright way to another."""
    return tuple(a + reach * ((b > a) - (b < a)) for a, b in zip(start, goal, strict=True))


def _arrow(before, tip):
    """Return the corners of the arrow at the end of a line."""
    x, y = _toward(tip, before, ARROW)
    across = (0, BARB) if before[1] == tip[1] else (BARB, 0)
    return f"{tip[0]},{tip[1]} {x + across[0]},{y + across[1]} {x - across[0]},{y - across[1]}"


def _box(box, look, name):
    """Return a box with its words, as a link where it leads somewhere."""
    ring = _rectangle("qms-flow-ring", box, -RING) if look.is_chosen else ""
    plate = _rectangle("qms-flow-plate", box, 0)
    if look.is_hatched:
        hatching = f"{name}-hatching-{box.state}"
        plate += _hatching(hatching) + _rectangle("qms-flow-rim", box, 0, f' fill="url(#{hatching})"')
        plate += _rectangle("qms-flow-middle", box, RIM)
    inside = ring + plate + _words(box, look)
    classes = f"qms-flow-state {look.classes}".strip()
    if look.url is None:
        return f'<g class="{classes}" data-state="{box.state}">{inside}</g>'
    current = ' aria-current="true"' if look.is_chosen else ""
    return f'<a class="{classes}" data-state="{box.state}" href="{escape(look.url)}"{current}>{inside}</a>'


def _rectangle(css, box, inward, paint=""):
    return (
        f'<rect class="{css}" x="{box.left + inward}" y="{box.top + inward}" width="{box.width - 2 * inward}"'
        f' height="{box.height - 2 * inward}" rx="3"{paint}></rect>'
    )


def _words(box, look):
    """Return the word in its lines and the note, in the middle of the height of the box."""
    lines = [("qms-flow-word", line) for line in box.lines] + ([("qms-flow-note", look.note)] if look.note else [])
    left = box.left + PADDING
    first = box.middle - LINE_HEIGHT * len(lines) // 2 + LINE_HEIGHT - 5
    spans = "".join(
        f'<tspan class="{css}" x="{left}" y="{first + LINE_HEIGHT * place}">{escape(line)} </tspan>'
        for place, (css, line) in enumerate(lines)
    )
    return f"<text>{spans}</text>"
