"""Writing HTML in one normal form, whatever order elements come in."""

from collections.abc import Callable
from collections.abc import Mapping
from czest.qms.documents.conversion.links import cell_attributes
from czest.qms.documents.conversion.links import safe_address
from czest.qms.documents.conversion.vocabulary import BLOCKS
from czest.qms.documents.conversion.vocabulary import CELLS
from czest.qms.documents.conversion.vocabulary import INLINE
from czest.qms.documents.conversion.vocabulary import LISTS
from czest.qms.documents.conversion.vocabulary import PARAGRAPHS
from czest.qms.documents.conversion.vocabulary import SECTIONS_OF_TABLE
from html import escape


_CONTAINERS = CELLS | {"li"}
_TEXT_HOLDERS = PARAGRAPHS | _CONTAINERS | {"caption"}
_WHITE_SPACE = " \t\n\f"

#: A tag with its attributes; without a tag for a link that leads nowhere allowed.
Element = tuple[str, tuple[tuple[str, str], ...]]


class _Opened:
    """An element open in the output; compared by identity."""

    def __init__(self, tag: str):
        self.tag = tag


class NormalForm:
    """Takes the starts, ends and texts of any tree of elements and writes the vocabulary only.

    Paragraphs and headings hold text; items and cells hold text, paragraphs and lists; a table
    stands by itself. Whatever breaks this is closed, moved into a paragraph, item or cell of its
    own, or left out. Inline elements are written only around text, so none is empty or reaches
    over the end of its paragraph.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: list[_Opened] = []
        self._starts: list[_Opened | None] = []
        self._wanted: list[Element] = []
        self._written: list[Element] = []
        self._paragraph_due = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element of the input; every start needs its end."""
        opened = None
        if tag in INLINE:
            self._wanted.append(_inline_element(tag, attributes))
        elif tag == "br":
            self._line_break()
        elif tag in BLOCKS:
            self._end_paragraph()
        elif tag in _OPENERS:
            self._end_paragraph()
            opened = _OPENERS[tag](self, tag, attributes)
        self._starts.append(opened)

    def end(self, tag: str) -> None:
        """End the element of the input that was begun last."""
        opened = self._starts.pop()
        if tag in INLINE:
            self._wanted.pop()
        elif tag in BLOCKS or tag in _OPENERS:
            self._end_paragraph()
        if opened in self._open:
            self._close_through(opened)

    def text(self, text: str) -> None:
        """Write text, opening a paragraph where none is open."""
        if text and (self._in(_TEXT_HOLDERS) or text.strip(_WHITE_SPACE)):
            self._prepare_text(text)
            self._pieces.append(escape(text, quote=False))

    def finish(self) -> str:
        """Close everything and return what was written."""
        while self._open:
            self._close()
        return "".join(self._pieces)

    # Text and inline elements

    def _line_break(self) -> None:
        if self._in(_TEXT_HOLDERS):
            self._prepare_text("")
            self._pieces.append("<br>")

    def _prepare_text(self, text: str) -> None:
        if self._in(_CONTAINERS) and self._paragraph_due and text.strip(_WHITE_SPACE):
            self._append("p")
        elif not self._in(_TEXT_HOLDERS):
            self._hold_text()
        wanted = _without_repetition(self._wanted)
        kept = 0
        while wanted[: kept + 1] == self._written[: kept + 1] and kept < len(wanted):
            kept += 1
        self._end_inline(kept)
        for element in wanted[kept:]:
            self._pieces.append(_opening(element))
            self._written.append(element)

    def _hold_text(self) -> None:
        """Give text outside paragraphs a paragraph; in a list an item, in a table a cell."""
        if self._in(LISTS):
            self._append("li")
        elif self._open:
            self._open_cell("td", {})
        else:
            self._append("p")

    def _end_inline(self, kept: int = 0) -> None:
        while len(self._written) > kept:
            self._pieces.append(f"</{self._written.pop()[0]}>")

    # Elements of the output

    def _in(self, tags: frozenset[str] | set[str]) -> bool:
        return bool(self._open) and self._open[-1].tag in tags

    def _append(self, tag: str, attributes: tuple[tuple[str, str], ...] = ()) -> _Opened:
        self._end_inline()
        if self._pieces and not self._open:
            self._pieces.append("\n")
        self._pieces.append(_opening((tag, attributes)))
        self._paragraph_due = False
        self._open.append(_Opened(tag))
        return self._open[-1]

    def _close(self) -> None:
        self._end_inline()
        self._pieces.append(f"</{self._open.pop().tag}>")

    def _close_through(self, opened: _Opened) -> None:
        while self._open[-1] is not opened:
            self._close()
        self._close()

    def _close_to(self, tags: frozenset[str] | set[str]) -> None:
        while not self._in(tags):
            self._close()

    def _end_paragraph(self) -> None:
        """End the paragraph, and let text that follows in an item or a cell begin one."""
        self._end_inline()
        if self._in(PARAGRAPHS):
            self._close()
        self._paragraph_due = not self._pieces or not self._pieces[-1].startswith(("<li", "<td", "<th"))

    def _around(self, tags: frozenset[str] | set[str]) -> str:
        """Return the innermost open element among some tags, or an empty text."""
        return next((opened.tag for opened in reversed(self._open) if opened.tag in tags), "")

    # Elements of the input: each opener returns what it opened, or None where the element has no place

    def _open_paragraph(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        if self._in({"caption"}):
            return None
        if self._open and not self._in(_TEXT_HOLDERS):
            self._hold_text()
        return self._append("p" if self._open else tag)

    def _open_list(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        if self._in({"caption"}):
            return None
        if self._open and not self._in(_TEXT_HOLDERS):
            self._hold_text()
        return self._append(tag)

    def _open_item(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        if self._around(LISTS | CELLS | {"caption"}) not in LISTS:
            return None
        self._close_to(LISTS)
        return self._append("li")

    def _open_table(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        return None if self._open else self._append("table")

    def _open_caption(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        return self._append("caption") if self._pieces[-1:] == ["<table>"] else None

    def _open_section(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        if self._around(CELLS | {"caption", "table"}) != "table":
            return None
        self._close_to({"table"})
        return self._append(tag)

    def _open_row(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        if self._around(CELLS | {"caption", "table"}) != "table":
            return None
        self._close_to(SECTIONS_OF_TABLE | {"table"})
        if self._in({"table"}):
            self._append("tbody")
        return self._append("tr")

    def _open_cell(self, tag: str, attributes: Mapping[str, str]) -> _Opened | None:
        if self._around(CELLS | {"caption", "table"}) != "table":
            return None
        if not self._in({"tr"}):
            self._open_row("tr", {})
        return self._append(tag, cell_attributes(tag, attributes))


_OPENERS: dict[str, Callable[[NormalForm, str, Mapping[str, str]], _Opened | None]] = {
    **dict.fromkeys(PARAGRAPHS, NormalForm._open_paragraph),
    **dict.fromkeys(LISTS, NormalForm._open_list),
    **dict.fromkeys(SECTIONS_OF_TABLE, NormalForm._open_section),
    **dict.fromkeys(CELLS, NormalForm._open_cell),
    "li": NormalForm._open_item,
    "table": NormalForm._open_table,
    "caption": NormalForm._open_caption,
    "tr": NormalForm._open_row,
}


def _inline_element(tag: str, attributes: Mapping[str, str]) -> Element:
    if tag != "a":
        return tag, ()
    address = safe_address(attributes.get("href", ""))
    return ("a", (("href", address),)) if address else ("", ())


def _without_repetition(elements: list[Element]) -> list[Element]:
    """Leave out elements within their like, and all links but the innermost."""
    last_link = next((element for element in reversed(elements) if element[0] == "a"), None)
    kept = (element for element in elements if element[0] and (element[0] != "a" or element == last_link))
    return list(dict.fromkeys(kept))


def _opening(element: Element) -> str:
    tag, attributes = element
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
    return f"<{tag}{written}>"
