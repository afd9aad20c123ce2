"""Taking the body of an edition apart into units that are compared: sections, blocks, words."""

from collections import Counter
from collections.abc import Iterator
from czest.qms.documents.comparison.model import Word
from czest.qms.documents.comparison.model import Words
from czest.qms.documents.conversion.cleaning import sanitise
from czest.qms.documents.conversion.sections import split_number
from dataclasses import dataclass
from functools import cached_property
from lxml import etree
import lxml.html
import re


#: A word with inner punctuation (F-PS04-1, 9001:2015-10, 3/1, 80%) is one word.
_WORD = re.compile(r"\w+(?:[-–./:@]\w+)*%?|[^\w\s]")
_LISTS = ("ul", "ol")


@dataclass(frozen=True)
class Unit:
    """A block of one of the two texts.

    Parameters:
        kind: ``h2 h3 h4 p li table``.
        words: its words; for a table those of its caption.
        rows: for a table, its rows of cells, each a tag and words.
        level: level of a list item, from 0.
        ordinal: number of an item of a numbered list, from 1; 0 for a bullet.
    """

    kind: str
    words: Words
    rows: tuple["Row", ...] = ()
    level: int = 0
    ordinal: int = 0

    @cached_property
    def key(self) -> tuple:
        """What makes two units the same."""
        return self.kind, tuple(word.key for word in self.words), tuple(row.key for row in self.rows)

    @cached_property
    def all_words(self) -> Words:
        """All words, those of cells included."""
        return self.words + tuple(word for row in self.rows for word in row.all_words)

    @cached_property
    def bag(self) -> Counter:
        """How often each word occurs."""
        return Counter(word.text for word in self.all_words)


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``tag`` is ``th`` or ``td``."""

    tag: str
    words: Words

    @cached_property
    def key(self) -> tuple:
        """What makes two cells the same."""
        return self.tag, tuple(word.key for word in self.words)


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    kind: str = "tr"

    @cached_property
    def key(self) -> tuple:
        """What makes two rows the same."""
        return tuple(cell.key for cell in self.cells)

    @cached_property
    def all_words(self) -> Words:
        """The words of all cells."""
        return tuple(word for cell in self.cells for word in cell.words)

    @cached_property
    def bag(self) -> Counter:
        """How often each word occurs."""
        return Counter(word.text for word in self.all_words)


@dataclass(frozen=True)
class Part:
    """A section of one of the two texts: its heading, where it has one, and what follows.

    Parameters:
        number: number in the heading.
        title: heading without the number; empty before the first heading.
        units: its blocks, the heading first.
    """

    number: str
    title: str
    units: tuple[Unit, ...]

    @cached_property
    def title_bag(self) -> Counter:
        """The words of the title."""
        return Counter(self.title.casefold().split())

    @cached_property
    def bag(self) -> Counter:
        """How often each word occurs after the heading."""
        return Counter(word.text for unit in self.units if unit.kind != "h2" for word in unit.all_words)


def parts_of(html: str) -> list[Part]:
    """Take a body apart.

    Parameters:
        html: body; cleaned again here, so that nothing outside the vocabulary gets into a comparison.
    """
    groups: list[list[Unit]] = [[]]
    for unit in _units(html):
        if unit.kind == "h2":
            groups.append([])
        groups[-1].append(unit)
    return [_part(tuple(group)) for group in groups if group]


def text_of(words: Words) -> str:
    """Return words as text."""
    return "".join(f" {word.text}" if word.space else word.text for word in words).strip()


def _part(units: tuple[Unit, ...]) -> Part:
    heading = text_of(units[0].words) if units[0].kind == "h2" else ""
    number, title = split_number(heading)
    return Part(number, title, units)


def _units(html: str) -> Iterator[Unit]:
    cleaned = sanitise(html)
    if not cleaned:
        return
    parser = lxml.html.HTMLParser(encoding="utf-8")
    root = lxml.html.fragment_fromstring(f"<div>{cleaned}</div>".encode(), parser=parser)
    for element in root:
        if element.tag in _LISTS:
            yield from _items(element, 0)
        elif element.tag == "table":
            yield _table(element)
        else:
            yield Unit(element.tag, _words(element))


def _items(element: etree._Element, level: int) -> Iterator[Unit]:
    for position, item in enumerate(element, 1):
        yield Unit("li", _words(item), level=level, ordinal=position if element.tag == "ol" else 0)
        for nested in item.iterchildren(*_LISTS):
            yield from _items(nested, level + 1)


def _table(element: etree._Element) -> Unit:
    caption = element.find("caption")
    rows = (
        Row(tuple(Cell(cell.tag, _words(cell, lists=True)) for cell in row.iterchildren("td", "th")))
        for row in element.iter("tr")
    )
    return Unit("table", () if caption is None else _words(caption), tuple(rows))


def _words(element: etree._Element, lists: bool = False) -> Words:
    """Return the words of a block, without those of lists inside it unless ``lists`` says so."""
    pieces = list(_pieces(element, (), "", lists))
    text = "".join(piece for piece, _, _ in pieces)
    looks = [(look, link) for piece, look, link in pieces for _ in piece]
    words = []
    end = 0
    for found in _WORD.finditer(text):
        look, link = looks[found.start()]
        words.append(Word(found[0], found.start() > end > 0, link, look))
        end = found.end()
    return tuple(words)


def _pieces(
    element: etree._Element, look: tuple[str, ...], link: str, lists: bool
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield texts with the inline elements and the link around them."""
    yield element.text or "", look, link
    for child in element:
        if child.tag in ("br", "p", "li"):
            yield " ", look, link
        if child.tag in ("strong", "em", "sub", "sup"):
            yield from _pieces(child, (*look, child.tag), link, lists)
        elif child.tag == "a":
            yield from _pieces(child, look, child.get("href", ""), lists)
        elif lists or child.tag not in _LISTS:
            yield from _pieces(child, look, link, lists)
        yield child.tail or "", look, link
        if child.tag == "p":
            yield " ", look, link
