"""Styles and list definitions of ODT."""

from collections.abc import Iterable
from czest.qms.documents.conversion.numbering import Level
from dataclasses import dataclass
from lxml import etree


_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _NAMESPACE + "office:1.0}"
TEXT = _NAMESPACE + "text:1.0}"
TABLE = _NAMESPACE + "table:1.0}"
DRAW = _NAMESPACE + "drawing:1.0}"
STYLE = _NAMESPACE + "style:1.0}"
FO = _NAMESPACE + "xsl-fo-compatible:1.0}"

_NUMBER_LEVELS = (TEXT + "list-level-style-number", TEXT + "outline-level-style")
_BULLET_LEVELS = (TEXT + "list-level-style-bullet", TEXT + "list-level-style-image")

#: Chains of styles based on one another; a damaged file may have a circle.
_CHAIN_LIMIT = 20
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(frozen=True)
class Look:
    """Appearance that a style of characters gives."""

    strong: bool = False
    emphasis: bool = False


class OpenStyles:
    """Styles of a document.

    Parameters:
        roots: roots of ``content.xml`` and ``styles.xml``; None for a part that is missing.
    """

    def __init__(self, roots: Iterable[etree._Element | None]):
        self._elements: dict[str, etree._Element] = {}
        self.lists: dict[str, dict[int, Level]] = {}
        self.outline: dict[int, Level] = {}
        self._looks: dict[str, Look] = {}
        for root in roots:
            if root is not None:
                self._collect(root)

    def _collect(self, root: etree._Element) -> None:
        for element in root.iter(STYLE + "style"):
            self._elements.setdefault(element.get(STYLE + "name", ""), element)
        for element in root.iter(TEXT + "list-style"):
            self.lists.setdefault(element.get(STYLE + "name", ""), _levels(element))
        for element in root.iter(TEXT + "outline-style"):
            self.outline = _levels(element)

    def _chain(self, name: str) -> Iterable[tuple[str, etree._Element]]:
        for _ in range(_CHAIN_LIMIT):
            element = self._elements.get(name)
            if element is None:
                return
            yield name, element
            name = element.get(STYLE + "parent-style-name", "")

    def is_title(self, name: str) -> bool:
        """Tell whether a paragraph style is, or is based on, the style of titles."""
        return name == "Title" or any(known == "Title" for known, _ in self._chain(name))

    def look(self, name: str) -> Look:
        """Return the appearance given by a style of characters."""
        if name not in self._looks:
            self._looks[name] = self._look(name)
        return self._looks[name]

    def _look(self, name: str) -> Look:
        weight = style = ""
        for known, element in self._chain(name):
            properties = element.find(STYLE + "text-properties")
            if properties is not None:
                weight = weight or properties.get(FO + "font-weight", "")
                style = style or properties.get(FO + "font-style", "")
            if known in ("Strong_20_Emphasis", "Emphasis"):
                return Look(weight in _BOLD or known != "Emphasis", style == "italic" or known == "Emphasis")
        return Look(weight in _BOLD, style in ("italic", "oblique"))


def count(text: str | None, limit: int) -> int:
    """Return a positive whole number written in an attribute: 1 where there is none, at most ``limit``."""
    return max(1, min(int(text), limit)) if text and text.isdecimal() and len(text) < 10 else 1


def _levels(element: etree._Element) -> dict[int, Level]:
    levels = {}
    for child in element:
        position = count(child.get(TEXT + "level"), 10) - 1
        if child.tag in _NUMBER_LEVELS:
            levels[position] = _numbered_level(child, position)
        elif child.tag in _BULLET_LEVELS:
            levels[position] = Level()
    return levels


def _numbered_level(element: etree._Element, position: int) -> Level:
    shown = count(element.get(TEXT + "display-levels"), position + 1)
    places = ".".join(f"%{number + 1}" for number in range(position + 1 - shown, position + 1))
    prefix = element.get(STYLE + "num-prefix", "")
    suffix = element.get(STYLE + "num-suffix", "")
    start = count(element.get(TEXT + "start-value"), 99_999)
    return Level(element.get(STYLE + "num-format", ""), f"{prefix}{places}{suffix}", start)
