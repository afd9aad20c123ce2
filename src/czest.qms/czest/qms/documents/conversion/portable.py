"""Reading the text of PDF files."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
import ctypes
from czest.qms.documents.conversion.blocks import Line
from czest.qms.documents.conversion.blocks import plain
from czest.qms.documents.conversion.blocks import Run
from czest.qms.documents.conversion.errors import UnreadableFile
from czest.qms.documents.conversion.recognition import keeps_hyphen
from czest.qms.documents.files.pdfium import opened
from czest.qms.documents.files.pdfium import UnreadablePdf
from dataclasses import dataclass
from itertools import pairwise
import pypdfium2
import pypdfium2.raw as raw
import re


#: Most pages read; a controlled document of an office never comes near.
PAGES_LIMIT = 1_000

#: A gap this many times the usual distance of lines is a blank line.
_BLANK = 1.45

#: How many lines at the top and the bottom of pages may be a running head or foot.
_RUNNING_LINES = 3
_RUNNING_PAGES = 3

#: What PDFium puts for a hyphen at the end of a line.
_DIVISION = re.compile("[\x02\ufffe]")

_NAME_LENGTH = 200

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:strona|str\.|s\.)?\s*[-–]?\s*\d+\s*(?:(?:z|/)\s*\d+)?\s*[-–]?", re.IGNORECASE)


@dataclass(frozen=True)
class _PageLine:
    """A line with its place on the page, in points from the lower left corner."""

    text: str
    strong: bool
    left: float
    bottom: float
    top: float


def read_pdf(data: bytes) -> Iterator[Line]:
    """Yield the lines of a PDF from top to bottom, without running heads, feet and page numbers.

    Parameters:
        data: bytes of the file.

    Raises:
        UnreadableFile: PDFium refuses the document.
    """
    try:
        with opened(data) as document:
            pages = [_page_lines(document[number]) for number in range(min(PAGES_LIMIT, len(document)))]
    except UnreadablePdf as error:
        raise UnreadableFile(str(error)) from error
    pages = [lines for lines in pages if lines]
    distance = _usual_distance(pages)
    for lines in _without_running_lines(pages):
        yield from _with_blank_lines(lines, distance)


def _page_lines(page: pypdfium2.PdfPage) -> list[_PageLine]:
    text_page = page.get_textpage()
    try:
        return _in_reading_order(list(_raw_lines(text_page)))
    finally:
        text_page.close()
        page.close()


def _raw_lines(text_page: pypdfium2.PdfTextPage) -> Iterator[_PageLine]:
    characters: list[tuple[int, str]] = []
    for index in range(text_page.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text_page, index))
        if character in "\r\n":
            yield from _raw_line(text_page, characters)
            characters = []
        else:
            characters.append((index, character))
    yield from _raw_line(text_page, characters)


def _raw_line(text_page: pypdfium2.PdfTextPage, characters: list[tuple[int, str]]) -> Iterator[_PageLine]:
    visible = [index for index, character in characters if not character.isspace()]
    if not visible:
        return
    left, bottom, _, top = text_page.get_charbox(visible[0], loose=True)
    strong = all(_is_bold(text_page, index) for index in (visible[0], visible[len(visible) // 2], visible[-1]))
    text = _undivided("".join(character for _, character in characters))
    yield _PageLine(text, strong, left, bottom, top)


def _is_bold(text_page: pypdfium2.PdfTextPage, index: int) -> bool:
    """Fonts tell their weight in their names; few tell it elsewhere."""
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    raw.FPDFText_GetFontInfo(text_page, index, name, _NAME_LENGTH, ctypes.c_int())
    return b"bold" in name.value.lower()


def _undivided(text: str) -> str:
    """Join words divided at ends of lines: PDFium joins such lines and puts a sign of its own between."""
    before, *rest = _DIVISION.split(text)
    for after in rest:
        before += ("-" if keeps_hyphen(before, after) else "") + after
    return before


def _in_reading_order(lines: list[_PageLine]) -> list[_PageLine]:
    """Sort lines by position and join those that stand side by side, as cells of a table do."""
    ordered: list[_PageLine] = []
    for line in sorted(lines, key=lambda line: (-line.bottom, line.left)):
        before = ordered[-1] if ordered else None
        if before and abs(before.bottom - line.bottom) < 0.3 * (before.top - before.bottom):
            first, second = sorted((before, line), key=lambda piece: piece.left)
            joined = f"{first.text.rstrip()} {second.text.lstrip()}"
            ordered[-1] = _PageLine(joined, first.strong and second.strong, first.left, before.bottom, before.top)
        else:
            ordered.append(line)
    return ordered


def _usual_distance(pages: Sequence[Sequence[_PageLine]]) -> float:
    """Return the distance of lines within paragraphs: the lower quartile, since short texts have many gaps."""
    distances = sorted(first.bottom - second.bottom for lines in pages for first, second in pairwise(lines))
    return distances[len(distances) // 4] if distances else 0.0


def _without_running_lines(pages: list[list[_PageLine]]) -> Iterator[list[_PageLine]]:
    """Drop lines that stand at the edge of most pages and differ at most in numbers."""
    patterns = Counter(pattern for lines in pages for pattern in {_pattern(line) for line in _edges(lines)})
    least = max(_RUNNING_PAGES, 0.6 * len(pages))
    running = {pattern for pattern, number in patterns.items() if number >= least}
    for lines in pages:
        edges = {id(line) for line in _edges(lines)}
        yield [line for line in lines if id(line) not in edges or not _is_running(line, running, lines)]


def _edges(lines: list[_PageLine]) -> list[_PageLine]:
    return lines[:_RUNNING_LINES] + lines[-_RUNNING_LINES:]


def _pattern(line: _PageLine) -> str:
    return _DIGITS.sub("#", line.text.strip())


def _is_running(line: _PageLine, running: set[str], lines: list[_PageLine]) -> bool:
    outermost = line is lines[0] or line is lines[-1]
    return _pattern(line) in running or (outermost and _PAGE_NUMBER.fullmatch(line.text.strip()) is not None)


def _with_blank_lines(lines: list[_PageLine], distance: float) -> Iterator[Line]:
    before: _PageLine | None = None
    for line in lines:
        if before and before.bottom - line.bottom > _BLANK * distance:
            yield Line(())
        yield Line((Run(line.text, strong=True),) if line.strong else plain(line.text))
        before = line
