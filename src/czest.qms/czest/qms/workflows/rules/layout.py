"""Where the boxes of a diagram stand: layers from left to right, ordered within a layer by igraph (Sugiyama)."""

from czest.qms.workflows.rules.flow import layers_of
from czest.qms.workflows.rules.flow import pieces_of
from dataclasses import dataclass
import igraph
import textwrap


#: Sizes in units of the drawing, which are pixels where it is not scaled.
BOX_WIDTH = 150
LINE_HEIGHT = 18
PADDING = 12
#: Letters of the word that fit into a line of a box.
LINE_LETTERS = 16
#: Least distance between rows of boxes, and between columns.
ROW_GAP = 40
COLUMN_GAP = 50
#: Distance of parallel lines beside boxes, and of those above and below.
TRACK = 12
LANE = 28
MARGIN = 12
#: Distance of lines that touch the same side of a box.
PORT = 8


@dataclass(frozen=True)
class Box:
    """The box of a state.

    Parameters:
        state: id.
        layer: column from 0.
        row: place in the column in half rows, 0 for the highest of all.
        is_top, is_bottom: whether no box stands above or below it in its column.
        lines: the word, broken into lines.
        left, top, width, height: in units of the drawing.
    """

    state: str
    layer: int
    row: int
    is_top: bool
    is_bottom: bool
    lines: tuple
    left: int = 0
    top: int = 0
    width: int = BOX_WIDTH
    height: int = 0

    @property
    def right(self):
        """Its right side."""
        return self.left + self.width

    @property
    def bottom(self):
        """Its lower side."""
        return self.top + self.height

    @property
    def middle(self):
        """Half its height."""
        return self.top + self.height // 2


def broken(word):
    """Return a word of a state as a tuple of lines that fit into a box."""
    return tuple(textwrap.wrap(word, LINE_LETTERS)) or ("",)


def placed(definition, words):
    """Return a :class:`Box` for every state, without its place in units, ``{id: Box}``.

    Parameters:
        definition: :class:`czest.qms.workflows.rules.definition.Definition`.
        words: what the state is called, ``{id: text}``.
    """
    layers = layers_of(definition)
    rows = _rows(definition, layers)
    boxes = {}
    for state_id, layer in layers.items():
        column = [rows[other] for other in layers if layers[other] == layer]
        row = rows[state_id]
        boxes[state_id] = Box(state_id, layer, row, row == min(column), row == max(column), broken(words[state_id]))
    return boxes


def _rows(definition, layers):
    """Return the row of every state in half rows, boxes of a column two apart at least."""
    places = {state_id: place for place, state_id in enumerate(layers)}
    pairs = {(piece.sources[0], piece.target) for piece in pieces_of(definition) if piece.is_direct}
    edges = sorted((places[source], places[target]) for source, target in pairs)
    graph = igraph.Graph(n=len(places), edges=edges, directed=True)
    layout = graph.layout_sugiyama(layers=list(layers.values()), hgap=1, vgap=1)
    rows = {}
    for layer in set(layers.values()):
        column = sorted(
            (layout[places[state_id]][0], place) for state_id, place in places.items() if layers[state_id] == layer
        )
        rows |= _apart(column)
    first = min(rows.values())
    return {state_id: rows[place] - first for state_id, place in places.items()}


def _apart(column):
    """Return the rows of a column in half rows; igraph gives the order and the place, not always the distance.

    Parameters:
        column: sorted pairs of the place by igraph, in whole rows, and a key.
    """
    rows, free = {}, None
    for place, key in column:
        wanted = round(2 * place)
        rows[key] = wanted if free is None else max(wanted, free)
        free = rows[key] + 2
    return rows
