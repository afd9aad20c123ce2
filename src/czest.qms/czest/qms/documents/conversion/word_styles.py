"""Styles and numbering of DOCX."""

from collections.abc import Mapping
from czest.qms.documents.conversion.numbering import Level
from dataclasses import dataclass
from lxml import etree
import re


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_STYLES = {"decimal": "1", "decimalZero": "1", "lowerLetter": "a", "upperLetter": "A"}
_STYLES |= {"lowerRoman": "i", "upperRoman": "I"}
_HEADING_NAME = re.compile(r"heading ([1-9])")
_LEVELS = 9

#: Chains of styles based on one another; a damaged file may have a circle.
_CHAIN_LIMIT = 20


def value(parent: etree._Element | None, name: str) -> str:
    """Return the ``w:val`` of a child element, or an empty text."""
    child = None if parent is None else parent.find(W + name)
    return "" if child is None else child.get(W + "val", "")


@dataclass(frozen=True)
class Style:
    """What the style of a paragraph means for its block.

    Parameters:
        heading: level from 2 on, or 0 for a paragraph that is no heading.
        is_contents: the paragraph is a line of a generated table of contents.
        number: id of the list the style puts its paragraphs in, or an empty text.
        level: level in that list, from 0.
    """

    heading: int = 0
    is_contents: bool = False
    number: str = ""
    level: int = 0


@dataclass(frozen=True)
class ListPlace:
    """Where a paragraph stands in a numbered or bulleted list.

    Parameters:
        sequence: which paragraphs are counted together.
        level: 0 for the outer list.
        is_list: False for a level that shows neither number nor bullet.
        levels: how each level is numbered.
    """

    sequence: str
    level: int
    is_list: bool
    levels: Mapping[int, Level]


class Styles:
    """Styles of a document.

    Parameters:
        root: root of ``styles.xml``, or None.
    """

    def __init__(self, root: etree._Element | None):
        found = () if root is None else root.iter(W + "style")
        self._elements = {element.get(W + "styleId", ""): element for element in found}
        self._known: dict[str, Style] = {}

    def name(self, identifier: str) -> str:
        """Return the name of a style in lower case; names of built-in styles are English in every language."""
        return value(self._elements.get(identifier), "name").lower()

    def of(self, paragraph: etree._Element) -> Style:
        """Return what the style of a paragraph means."""
        identifier = value(paragraph.find(W + "pPr"), "pStyle")
        if identifier not in self._known:
            self._known[identifier] = self._style(identifier)
        return self._known[identifier]

    def _style(self, identifier: str) -> Style:
        heading, number, level = 0, "", ""
        is_contents = self.name(identifier).startswith("toc ")
        for _ in range(_CHAIN_LIMIT):
            element = self._elements.get(identifier)
            if element is None:
                break
            heading = heading or _heading(element, self.name(identifier))
            place = element.find(f"{W}pPr/{W}numPr")
            number = number or value(place, "numId")
            level = level or value(place, "ilvl")
            identifier = value(element, "basedOn")
        return Style(heading, is_contents, number, _level(level))


def _heading(element: etree._Element, name: str) -> int:
    if name == "title":
        return 2
    named = _HEADING_NAME.match(name)
    outline = value(element.find(W + "pPr"), "outlineLvl")
    if named:
        return int(named[1]) + 1
    if outline.isdecimal() and int(outline) < _LEVELS:
        return int(outline) + 2
    return 0


def _level(text: str) -> int:
    return min(int(text), _LEVELS - 1) if text.isdecimal() else 0


class Numbering:
    """Lists of a document.

    Parameters:
        root: root of ``numbering.xml``, or None.
    """

    def __init__(self, root: etree._Element | None):
        self._abstract: dict[str, dict[int, Level]] = {}
        self._used: dict[str, str] = {}
        self._restarted: set[str] = set()
        if root is None:
            return
        for element in root.iter(W + "abstractNum"):
            levels = {_level(level.get(W + "ilvl", "")): _read_level(level) for level in element.iter(W + "lvl")}
            self._abstract[element.get(W + "abstractNumId", "")] = levels
        for element in root.iter(W + "num"):
            identifier = element.get(W + "numId", "")
            self._used[identifier] = value(element, "abstractNumId")
            if next(element.iter(W + "startOverride"), None) is not None:
                self._restarted.add(identifier)

    def of(self, paragraph: etree._Element, style: Style) -> ListPlace | None:
        """Return the place of a paragraph in a list, or None.

        Parameters:
            paragraph: element of the paragraph.
            style: its style, which may put it in a list.
        """
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        number = value(direct, "numId") or style.number
        abstract = self._used.get(number)
        if abstract is None:
            return None
        level = _level(value(direct, "ilvl")) if value(direct, "ilvl") else style.level
        levels = self._abstract.get(abstract, {})
        known = levels.get(level)
        sequence = f"restarted {number}" if number in self._restarted else abstract
        return ListPlace(sequence, level, known is not None and known.pattern != "", levels)


def _read_level(element: etree._Element) -> Level:
    kind = value(element, "numFmt")
    pattern = value(element, "lvlText")
    start = value(element, "start")
    return Level(_STYLES.get(kind, ""), pattern, int(start) if start.isdecimal() and len(start) < 6 else 1)
