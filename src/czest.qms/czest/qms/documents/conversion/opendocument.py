"""Reading ODT (OpenDocument Text)."""

from collections.abc import Iterator
from czest.qms.documents.conversion.blocks import Block
from czest.qms.documents.conversion.blocks import Cell
from czest.qms.documents.conversion.blocks import Heading
from czest.qms.documents.conversion.blocks import Line
from czest.qms.documents.conversion.blocks import ListItem
from czest.qms.documents.conversion.blocks import Run
from czest.qms.documents.conversion.blocks import Runs
from czest.qms.documents.conversion.blocks import Table
from czest.qms.documents.conversion.blocks import text_of
from czest.qms.documents.conversion.blocks import tidy
from czest.qms.documents.conversion.errors import UnreadableFile
from czest.qms.documents.conversion.numbering import Counter
from czest.qms.documents.conversion.numbering import Level
from czest.qms.documents.conversion.open_styles import count
from czest.qms.documents.conversion.open_styles import DRAW
from czest.qms.documents.conversion.open_styles import OFFICE
from czest.qms.documents.conversion.open_styles import OpenStyles
from czest.qms.documents.conversion.open_styles import TABLE
from czest.qms.documents.conversion.open_styles import TEXT
from czest.qms.documents.conversion.xml import parse_part
from czest.qms.documents.files.archives import Archive
from dataclasses import dataclass
from dataclasses import replace
from lxml import etree


#: Wrappers whose content stands in the document as if they were not there.
_TRANSPARENT = frozenset({TEXT + "section", TEXT + "index-body", DRAW + "text-box"})

_LEFT_OUT = frozenset({TEXT + "note", OFFICE + "annotation", TEXT + "ruby-text", DRAW + "frame"})

_BREAKS = frozenset({TEXT + "s", TEXT + "tab", TEXT + "line-break"})

_COLUMNS_LIMIT = 100
_LIST_DEPTH = 9


@dataclass(frozen=True)
class _ListContext:
    """The list around a paragraph: nothing outside lists."""

    level: int = -1
    levels: dict[int, Level] | None = None
    counter: Counter | None = None


class OpenDocument:
    """Blocks of an ODT file.

    Parameters:
        archive: container of the file.

    Raises:
        UnreadableFile: a part is damaged or missing.
    """

    def __init__(self, archive: Archive):
        content = parse_part(archive, "content.xml")
        body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise UnreadableFile("no body")
        self._body = body
        self._styles = OpenStyles([content, parse_part(archive, "styles.xml")])
        self._lists: dict[str, Counter] = {}
        self._outline = Counter()
        self.has_images = next(body.iter(DRAW + "image"), None) is not None
        self.has_notes = next(body.iter(TEXT + "note"), None) is not None

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in the order of the document."""
        return self._blocks(self._body, _ListContext())

    def _blocks(self, container: etree._Element, context: _ListContext) -> Iterator[Block]:
        for element in container:
            if element.tag == TEXT + "h":
                yield self._heading(element)
            elif element.tag == TEXT + "p":
                yield self._paragraph(element, context)
                yield from self._boxes(element)
            elif element.tag == TEXT + "list":
                yield from self._list(element, context)
            elif element.tag == TABLE + "table":
                yield self._table(element)
            elif element.tag == DRAW + "frame" or element.tag in _TRANSPARENT:
                yield from self._blocks(element, context)

    def _boxes(self, paragraph: etree._Element) -> Iterator[Block]:
        for box in paragraph.iter(DRAW + "text-box"):
            yield from self._blocks(box, _ListContext())

    def _heading(self, element: etree._Element) -> Block:
        runs = self._runs(element)
        if not text_of(runs).strip():
            return Line(())
        outline = count(element.get(TEXT + "outline-level"), _LIST_DEPTH)
        _, label = self._outline.next_label(outline - 1, self._styles.outline)
        if element.get(TEXT + "is-list-header") == "true":
            label = ""
        prefix = (Run(f"{label} "),) if label else ()
        plain = (replace(run, strong=False) for run in runs)
        return Heading(outline + 1, tidy((*prefix, *plain)))

    def _paragraph(self, element: etree._Element, context: _ListContext) -> Block:
        runs = self._runs(element)
        if not text_of(runs).strip():
            return Line(())
        if self._styles.is_title(element.get(TEXT + "style-name", "")):
            return Heading(2, tidy(replace(run, strong=False) for run in runs))
        if context.counter is None:
            return Line(runs)
        ordinal, label = context.counter.next_label(context.level, context.levels or {})
        return ListItem(tidy(runs), context.level, label, ordinal)

    def _list(self, element: etree._Element, context: _ListContext) -> Iterator[Block]:
        name = element.get(TEXT + "style-name", "")
        level = min(context.level + 1, _LIST_DEPTH)
        levels = self._styles.lists.get(name) or context.levels or {}
        inner = _ListContext(level, levels, context.counter or self._counter(element, name))
        for item in element:
            for position, child in enumerate(item):
                # Further paragraphs of an item have no mark of their own.
                listed = item.tag == TEXT + "list-item" and (position == 0 or child.tag == TEXT + "list")
                yield from self._blocks_of_item(child, inner if listed else _ListContext())

    def _blocks_of_item(self, child: etree._Element, context: _ListContext) -> Iterator[Block]:
        """A paragraph of an item is a block of its own; iterating its parent would take its neighbours."""
        if child.tag == TEXT + "p":
            yield self._paragraph(child, context)
            yield from self._boxes(child)
        elif child.tag == TEXT + "h":
            yield self._heading(child)
        elif child.tag == TEXT + "list":
            yield from self._list(child, context)

    def _counter(self, element: etree._Element, name: str) -> Counter:
        """A list counts on where it says so, or from the beginning."""
        continued = element.get(TEXT + "continue-numbering") == "true" or element.get(TEXT + "continue-list")
        if not continued or name not in self._lists:
            self._lists[name] = Counter()
        return self._lists[name]

    def _runs(self, element: etree._Element, strong: bool = False, emphasis: bool = False) -> Runs:
        return tuple(self._inline(element, strong, emphasis))

    def _inline(self, element: etree._Element, strong: bool, emphasis: bool) -> Iterator[Run]:
        if element.text:
            yield Run(element.text, strong, emphasis)
        for child in element:
            if child.tag in _BREAKS:
                yield Run(" ", strong, emphasis)
            elif child.tag not in _LEFT_OUT:
                look = self._styles.look(child.get(TEXT + "style-name", ""))
                yield from self._inline(child, strong or look.strong, emphasis or look.emphasis)
            if child.tail:
                yield Run(child.tail, strong, emphasis)

    def _table(self, element: etree._Element) -> Table:
        rows = tuple(self._row(row) for row in element.iter(TABLE + "table-row") if _own_row(row, element))
        heads = element.find(TABLE + "table-header-rows")
        marked = 0 if heads is None else len(heads.findall(TABLE + "table-row"))
        return Table(rows, marked or (1 if len(rows) > 1 else 0))

    def _row(self, row: etree._Element) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for cell in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
            paragraphs = (tidy(self._runs(paragraph)) for paragraph in cell.iter(TEXT + "p", TEXT + "h"))
            content = tuple(runs for runs in paragraphs if runs) or ((),)
            repeated = count(cell.get(TABLE + "number-columns-repeated"), _COLUMNS_LIMIT)
            cells.extend([content] * repeated)
        return tuple(cells[:_COLUMNS_LIMIT])


def _own_row(row: etree._Element, table: etree._Element) -> bool:
    return next(row.iterancestors(TABLE + "table")) is table
