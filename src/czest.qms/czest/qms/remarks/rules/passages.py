"""The text of an edition as remarks see it: words with one space between them, in the order of the page.

The same words are on the page, whatever breaks between lines and elements it has; so a place in this text is a place of
the page, and marks can be put there without touching what is stored and signed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from lxml import etree
import lxml.html
import re


#: Elements that begin a paragraph of their own.
BLOCKS = frozenset({"h2", "h3", "h4", "p", "li", "caption", "td", "th"})
_BREAKS = BLOCKS | {"br", "ul", "ol", "table", "thead", "tbody", "tr", "div"}
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, item of a list or cell of a table.

    Parameters:
        start, end: its place in the text.
        section: heading of the section in which it stands; empty before the first.
        is_heading: whether it is such a heading itself.
    """

    start: int
    end: int
    section: str
    is_heading: bool = False


@dataclass(frozen=True)
class Passages:
    """A text and its paragraphs in order."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, place: int) -> Paragraph | None:
        """Return the paragraph in which a place of the text is, or None."""
        return next((each for each in self.paragraphs if each.start <= place < each.end), None)


@dataclass(frozen=True)
class Piece:
    """A word or sign of a text node.

    Parameters:
        element: the element whose ``text`` or ``tail`` the node is.
        is_tail: whether it is the tail.
        block: the innermost block that it stands in, or the root.
        begins, ends: where the word is in the node.
        place: where it is in the normalised text.
    """

    element: etree._Element
    is_tail: bool
    block: etree._Element
    begins: int
    ends: int
    place: int


def normalised(text: str) -> str:
    """Return a text with one space between words and none around."""
    return " ".join(text.split())


def parsed(html: str) -> etree._Element:
    """Return a body in the normal form of ``documents.conversion.sanitise`` as an element that holds it."""
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.fragment_fromstring(f"<div>{html}</div>".encode(), parser=parser)


def pieces_of(root: etree._Element) -> tuple[str, list[Piece]]:
    """Return the normalised text of an element and its words, each with its node."""
    written: list[str] = []
    pieces: list[Piece] = []
    length, is_apart = 0, False
    for element, is_tail, node, block in _nodes(root, root):
        if node is None:
            is_apart = True
            continue
        end = 0
        for word in _WORD.finditer(node):
            is_apart = is_apart or word.start() > end
            if is_apart and written:
                written.append(" ")
                length += 1
            written.append(word[0])
            pieces.append(Piece(element, is_tail, block, word.start(), word.end(), length))
            length += len(word[0])
            is_apart, end = False, word.end()
        is_apart = is_apart or len(node) > end
    return "".join(written), pieces


def _nodes(element: etree._Element, block: etree._Element) -> Iterator[tuple]:
    """Yield ``(element, is_tail, text, block)`` of text nodes in order; without a text where words are apart."""
    yield element, False, element.text or "", block
    for child in element:
        inner = child if child.tag in BLOCKS else block
        if child.tag in _BREAKS:
            yield child, False, None, inner
        yield from _nodes(child, inner)
        if child.tag in _BREAKS:
            yield child, True, None, block
        yield child, True, child.tail or "", block


def passages_of(html: str) -> Passages:
    """Return the text of a body with its paragraphs."""
    text, pieces = pieces_of(parsed(html))
    paragraphs: list[Paragraph] = []
    section, block = "", None
    for piece in pieces:
        end = piece.place + piece.ends - piece.begins
        if piece.block is not block:
            block = piece.block
            if block.tag == "h2":
                section = normalised(block.text_content())
            paragraphs.append(Paragraph(piece.place, end, section, block.tag == "h2"))
        else:
            begun = paragraphs[-1]
            paragraphs[-1] = Paragraph(begun.start, end, begun.section, begun.is_heading)
    return Passages(text, tuple(paragraphs))
