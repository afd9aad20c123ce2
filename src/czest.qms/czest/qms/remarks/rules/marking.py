"""Putting marks of remarks into the text of a page."""

from czest.qms.remarks.rules.passages import parsed
from czest.qms.remarks.rules.passages import Piece
from czest.qms.remarks.rules.passages import pieces_of
from dataclasses import dataclass
from itertools import groupby
from lxml import etree
import lxml.html


MARK_CLASS = "qms-passage"
NUMBER_CLASS = "qms-passage-number"


@dataclass(frozen=True)
class Mark:
    """A passage to be marked.

    Parameters:
        number: of its remark.
        start, end: its place in the normalised text.
        label: what the number in the text is called for those who do not see it; begins with the word for a remark.
    """

    number: int
    start: int
    end: int
    label: str


def marked(html: str, marks: tuple[Mark, ...]) -> str:
    """Return a body with marks: the words of each passage in ``mark``, and after the last one a link to the remark.

    Parameters:
        html: body in the normal form of ``documents.conversion.sanitise``.
        marks: the passages, in any order; they may overlap.
    """
    if not marks:
        return html
    root = parsed(html)
    _text, pieces = pieces_of(root)
    ends: dict[int, list[Mark]] = {}
    for mark in marks:
        touched = [number for number, piece in enumerate(pieces) if _touches(piece, mark)]
        if touched:
            ends.setdefault(touched[-1], []).append(mark)
    nodes = groupby(enumerate(pieces), key=lambda numbered: (numbered[1].element, numbered[1].is_tail))
    # From the end: what is put behind a node does not move the nodes before it.
    for (element, is_tail), numbered in reversed([(node, list(group)) for node, group in nodes]):
        _mark_node(element, is_tail, numbered, marks, ends)
    return (root.text or "") + "".join(lxml.html.tostring(child, encoding="unicode") for child in root)


def _touches(piece: Piece, mark: Mark) -> bool:
    return piece.place < mark.end and mark.start < piece.place + piece.ends - piece.begins


def _mark_node(element, is_tail, numbered, marks, ends):
    """Cut one text node into parts, marked and not."""
    text = (element.tail if is_tail else element.text) or ""
    runs = _runs(numbered, marks, ends)
    if not any(is_marked for _piece, is_marked, _ended in runs):
        return
    parts: list = []
    done, is_open = 0, False
    for piece, is_marked, ended in runs:
        if not is_marked:
            is_open = False
            continue
        if is_open:
            parts[-1].text = (parts[-1].text or "") + text[done : piece.ends]
        else:
            parts.append(text[done : piece.begins])
            parts.append(_element("mark", MARK_CLASS, text[piece.begins : piece.ends]))
        done, is_open = piece.ends, not ended
        parts.extend(_number(mark) for mark in ended)
    parts.append(text[done:])
    _put(element, is_tail, parts)


def _runs(numbered, marks, ends):
    """Return each word of a node with whether it is marked, and the marks that end with it."""
    return [
        (
            piece,
            any(_touches(piece, mark) for mark in marks),
            sorted(ends.get(number, ()), key=lambda mark: mark.number),
        )
        for number, piece in numbered
    ]


def _put(element, is_tail, parts):
    """Put texts and elements in the place of a text node; a link to a remark never stands inside another link."""
    holder = element.getparent() if is_tail else element
    outer = holder if holder.tag == "a" else next(holder.iterancestors("a"), None)
    if outer is None:
        _insert(element, is_tail, parts)
        return
    _insert(element, is_tail, [part for part in parts if getattr(part, "tag", None) != "a"])
    for link in reversed([part for part in parts if getattr(part, "tag", None) == "a"]):
        tail, outer.tail = outer.tail, None
        outer.addnext(link)
        link.tail = tail


def _insert(element, is_tail, parts):
    if is_tail:
        parent, place = element.getparent(), element.getparent().index(element) + 1
        element.tail, last = "", element
    else:
        parent, place = element, 0
        element.text, last = "", None
    for part in parts:
        if not isinstance(part, str):
            parent.insert(place, part)
            place, last = place + 1, part
            part.tail = ""
        elif last is None:
            element.text += part
        else:
            last.tail += part


def _number(mark: Mark) -> etree._Element:
    link = _element("a", NUMBER_CLASS, str(mark.number))
    link.set("href", f"#uwaga-{mark.number}")
    link.set("id", f"fragment-{mark.number}")
    link.set("aria-label", mark.label)
    return link


def _element(tag: str, css: str, text: str) -> etree._Element:
    element = lxml.html.Element(tag)
    element.set("class", css)
    element.text = text
    return element
