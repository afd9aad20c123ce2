"""Reading DOCX (WordprocessingML)."""

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
from czest.qms.documents.conversion.word_styles import Numbering
from czest.qms.documents.conversion.word_styles import Styles
from czest.qms.documents.conversion.word_styles import value
from czest.qms.documents.conversion.word_styles import W
from czest.qms.documents.conversion.xml import parse_part
from czest.qms.documents.files.archives import Archive
from dataclasses import replace
from itertools import takewhile
from lxml import etree


_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

#: Content that was removed or replaced, or is not text of the document.
_LEFT_OUT = frozenset({W + "del", W + "moveFrom", W + "txbxContent", W + "instrText", _FALLBACK})

_BREAKS = frozenset({W + "br", W + "cr", W + "tab", W + "ptab"})
_HYPHEN = W + "noBreakHyphen"

#: Wrappers whose content stands in the document as if they were not there.
_TRANSPARENT = frozenset({W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "customXml", W + "smartTag"})

_OFF = frozenset({"0", "false", "off", "none"})


class WordDocument:
    """Blocks of a DOCX file.

    Parameters:
        archive: container of the file.

    Raises:
        UnreadableFile: a part is damaged or missing.
    """

    def __init__(self, archive: Archive):
        document = parse_part(archive, "word/document.xml")
        body = None if document is None else document.find(W + "body")
        if body is None:
            raise UnreadableFile("no body")
        self._body = body
        self._styles = Styles(parse_part(archive, "word/styles.xml"))
        self._numbering = Numbering(parse_part(archive, "word/numbering.xml"))
        self._counters: dict[str, Counter] = {}
        self.has_images = next(body.iter("{*}blip", "{*}imagedata"), None) is not None
        self.has_notes = next(body.iter(W + "footnoteReference", W + "endnoteReference"), None) is not None

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks in the order of the document."""
        return self._blocks(self._body)

    def _blocks(self, container: etree._Element) -> Iterator[Block]:
        for element in container:
            if element.tag == W + "p":
                yield from self._paragraph(element)
            elif element.tag == W + "tbl":
                yield self._table(element)
            elif element.tag in _TRANSPARENT and not _is_contents(element):
                yield from self._blocks(element)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        style = self._styles.of(element)
        if not style.is_contents:
            yield self._block(element)
        for box in element.iter(W + "txbxContent"):
            if next(box.iterancestors(_FALLBACK), None) is None:
                yield from self._blocks(box)

    def _block(self, element: etree._Element) -> Block:
        style = self._styles.of(element)
        runs = self._runs(element)
        ordinal, label = 0, ""
        numbering = self._numbering.of(element, style)
        if numbering and text_of(runs).strip():
            counter = self._counters.setdefault(numbering.sequence, Counter())
            ordinal, label = counter.next_label(numbering.level, numbering.levels)
        if style.heading:
            prefix = (Run(f"{label} "),) if label else ()
            plain = (replace(run, strong=False) for run in runs)
            return Heading(style.heading, tidy((*prefix, *plain))) if text_of(runs).strip() else Line(())
        if numbering and numbering.is_list and text_of(runs).strip():
            return ListItem(tidy(runs), numbering.level, label, ordinal)
        return Line(runs)

    def _runs(self, paragraph: etree._Element) -> Runs:
        return tuple(
            Run(_run_text(run), self._is_on(run, "b", "strong"), self._is_on(run, "i", "emphasis"))
            for run in paragraph.iter(W + "r")
            if not any(parent.tag in _LEFT_OUT for parent in _parents_within(run, paragraph))
        )

    def _is_on(self, run: etree._Element, name: str, style: str) -> bool:
        properties = run.find(W + "rPr")
        if properties is None:
            return False
        toggle = properties.find(W + name)
        if toggle is not None:
            return toggle.get(W + "val", "1") not in _OFF
        return self._styles.name(value(properties, "rStyle")) == style

    def _table(self, element: etree._Element) -> Table:
        rows = tuple(self._row(row) for row in element.iter(W + "tr") if _own_row(row, element))
        marked = sum(1 for row in element.iterchildren(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None)
        header_rows = marked or (1 if len(rows) > 1 else 0)
        return Table(rows, header_rows)

    def _row(self, row: etree._Element) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for cell in row.iter(W + "tc"):
            if next(cell.iterancestors(W + "tr")) is not row:
                continue
            paragraphs = (tidy(self._runs(paragraph)) for paragraph in cell.iter(W + "p"))
            cells.append(tuple(runs for runs in paragraphs if runs) or ((),))
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            cells.extend([((),)] * (_span(span) - 1))
        return tuple(cells)


#: Word's own limit of columns.
_COLUMNS_LIMIT = 63


def _span(element: etree._Element | None) -> int:
    declared = "" if element is None else element.get(W + "val", "")
    return min(int(declared), _COLUMNS_LIMIT) if declared.isdecimal() else 1


def _own_row(row: etree._Element, table: etree._Element) -> bool:
    return next(row.iterancestors(W + "tbl")) is table


def _is_contents(element: etree._Element) -> bool:
    """A generated table of contents is left out: the page has its own."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(W + "val") == "Table of Contents"


def _parents_within(element: etree._Element, limit: etree._Element) -> Iterator[etree._Element]:
    return takewhile(lambda parent: parent is not limit, element.iterancestors())


def _run_text(run: etree._Element) -> str:
    pieces = []
    for element in run:
        if element.tag == W + "t":
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append(" ")
        elif element.tag == _HYPHEN:
            pieces.append("-")
    return "".join(pieces)
