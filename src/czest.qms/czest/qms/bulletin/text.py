"""The text of an entry as it is shown: read once more against a whitelist, its points given names to link to."""

from czest.qms import _
from czest.qms.bulletin.polish import polish
from czest.qms.language.typography import set_text
from dataclasses import dataclass
from functools import lru_cache
import html
import lxml.html
import re


#: Elements of a public text beside its headings.
ELEMENTS = frozenset(
    ("p", "ul", "ol", "li", "strong", "em", "sub", "sup", "br", "a", "blockquote")
    + ("table", "caption", "thead", "tbody", "tr", "th", "td")
)
#: Headings of a stored text: h2 is a chapter, the others stand below it.
HEADINGS = ("h2", "h3", "h4")
ATTRIBUTES = {"a": ("href",), "th": ("scope", "colspan", "rowspan"), "td": ("colspan", "rowspan")}

#: Elements that go with all that is in them.
DROPPED = frozenset(
    ("script", "style", "template", "iframe", "object", "embed", "svg", "math", "noscript", "form", "textarea")
    + ("select", "title", "head", "audio", "video", "canvas", "frameset", "noframes", "xmp", "plaintext")
)
_VOID = ("br",)

_ADDRESS = re.compile(r"(?:https?://[^\s/]|mailto:)[^\s\x00-\x1f]*", re.IGNORECASE)
_SPAN = re.compile(r"[1-9][0-9]?")
_SCOPES = ("col", "row", "colgroup", "rowgroup")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Point:
    """A heading of the text.

    Parameters:
        id: of the heading on the page.
        title: its words.
        level: 1 for a chapter, 2 and 3 below it.
    """

    id: str
    title: str
    level: int


@dataclass(frozen=True)
class Text:
    """A text ready to be shown.

    Parameters:
        html: safe HTML.
        points: its headings.
    """

    html: str
    points: tuple[Point, ...]


@lru_cache(maxsize=256)
def shown_text(source, heading=3):
    """Return the Text of stored HTML; whatever the whitelist does not know loses its tags or goes.

    Parameters:
        source: HTML that was cleaned when the snapshot was made; nothing here trusts that.
        heading: level of HTML that chapters get: the page has headings of its own above them.
    """
    writer = _Writer(heading)
    for child in _children(source):
        writer.node(child)
    return Text(set_text("".join(writer.pieces)), tuple(writer.points))


def plain_text(source):
    """Return the words of stored HTML, blanks collapsed."""
    return " ".join(" ".join(part for child in _children(source) for part in _words(child)).split())


def passages(source):
    """Return the texts of the blocks of stored HTML, in their order, to quote from."""
    root = lxml.html.fragment_fromstring(shown_text(source).html, create_parent="div")
    for apart in root.iter("br", "td", "th"):
        apart.tail = " " + (apart.tail or "")
    blocks = ("p", "li", "tr", "caption", "h3", "h4", "h5")
    found = (" ".join(each.text_content().split()) for each in root.iter(*blocks) if not _holds(each, blocks))
    return [text for text in found if text]


def _holds(element, names):
    return next(element.iterdescendants(*names), None) is not None


def _children(source):
    text = _CONTROLS.sub("", source)
    if not text.strip():
        return []
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(f"<html><body>{text}</body></html>".encode(), parser=parser)
    body = root.find("body")
    return [body] if body is not None else []


def _words(node):
    if node.tag not in DROPPED:
        yield node.text or ""
        for child in node:
            yield from _words(child)
            yield child.tail or ""


class _Writer:
    """Writes the tree anew: only what the whitelist knows is ever written, and every text is escaped."""

    def __init__(self, heading):
        self.heading = heading
        self.pieces = []
        self.points = []
        self.tables = 0

    def node(self, element):
        if element.tag in DROPPED or not isinstance(element.tag, str):
            return
        if element.tag in HEADINGS:
            self._heading(element)
            return
        name = element.tag if element.tag in ELEMENTS else None
        attributes = _attributes(element)
        if name == "a" and not attributes:
            name = None
        self._open(name, attributes)
        self._inside(element)
        self._close(name)

    def _inside(self, element):
        self._text(element.text)
        for child in element:
            self.node(child)
            self._text(child.tail)

    def _heading(self, element):
        words = " ".join(" ".join(_words(element)).split())
        if not words:
            return
        # No level is left out on the way down, whatever the text does: readers walk by headings.
        level = min(HEADINGS.index(element.tag) + 1, (self.points[-1].level if self.points else 0) + 1)
        point = Point(f"punkt-{len(self.points) + 1}", words, level)
        self.points.append(point)
        name = f"h{self.heading + level - 1}"
        self._open(name, {"id": point.id})
        self._inside(element)
        self._close(name)

    def _open(self, name, attributes):
        if name == "table":
            self.tables += 1
            # A wide table scrolls inside its own frame, which the keyboard must reach.
            label = html.escape(polish(_("Table ${number}", mapping={"number": str(self.tables)})))
            self.pieces.append(f'<div class="frame" role="region" tabindex="0" aria-label="{label}">')
        if name:
            written = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
            self.pieces.append(f"<{name}{written}>")

    def _close(self, name):
        if name and name not in _VOID:
            self.pieces.append(f"</{name}>")
        if name == "table":
            self.pieces.append("</div>")

    def _text(self, text):
        self.pieces.append(html.escape(_CONTROLS.sub("", text or ""), quote=False))


def _attributes(element):
    found = {}
    for name in ATTRIBUTES.get(element.tag, ()):
        value = (element.get(name) or "").strip()
        if _is_sound(name, value):
            found[name] = value
    return found


def _is_sound(name, value):
    if name == "href":
        return _ADDRESS.fullmatch(value) is not None
    if name == "scope":
        return value in _SCOPES
    return _SPAN.fullmatch(value) is not None
