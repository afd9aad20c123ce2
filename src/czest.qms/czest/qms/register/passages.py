"""Passages of the edition in force that answer a question, to be quoted under a hit of the search."""

from AccessControl import getSecurityManager
from czest.qms.documents.rules.numbering import edition_address
from czest.qms.documents.snapshots import raw_text
from czest.qms.documents.views.reading.text import shown_text
from czest.qms.language.marking import best_passage
from czest.qms.language.marking import marked
from czest.qms.language.marking import shortened
from dataclasses import dataclass
from functools import lru_cache
import lxml.html
from plone import api
import re


#: Elements whose text is quoted as one passage; a row of a table is one.
BLOCKS = ("h2", "h3", "h4", "p", "li", "blockquote", "tr")
HEADINGS = ("h2", "h3", "h4")

_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?\s+")


@dataclass(frozen=True)
class Passage:
    """A block of a text.

    Parameters:
        text: its words, blanks collapsed, without the number of the point.
        number: number of the point, as in ``6.2``, or of the section, or empty.
        section: id of the section on the page of the document, or empty.
    """

    text: str
    number: str = ""
    section: str = ""


@dataclass(frozen=True)
class Quotation:
    """What is quoted under a hit.

    Parameters:
        pieces: the words as ``(piece, is_hit)``.
        number, section: see :class:`Passage`.
    """

    pieces: list
    number: str = ""
    section: str = ""


@lru_cache(maxsize=512)
def passages_of(source):
    """Return the passages of the HTML source of a text, in their order."""
    html = shown_text(source).html
    if not html.strip():
        return ()
    found = []
    number = section = ""
    for block in lxml.html.fragment_fromstring(html, create_parent="div").iter(*BLOCKS):
        if not _is_whole(block):
            continue
        text = " ".join(" ".join(block.itertext()).split())
        own = _NUMBER.match(text)
        if block.tag in HEADINGS:
            number = own.group(1) if own else ""
            section = block.get("id") or section
        if text:
            words = text[own.end() :] if own else text
            found.append(Passage(words, own.group(1) if own else number, section))
    return tuple(found)


def _is_whole(block):
    """Tell whether a block is quoted by itself: not part of a row, and without blocks inside."""
    if next(block.iterancestors("tr"), None) is not None:
        return False
    return block.tag == "tr" or next(block.iterdescendants(*BLOCKS), None) is None


def quotation(edition, wanted):
    """Return the Quotation of an edition that answers most of the question, or None where its text answers nothing."""
    passages = passages_of(raw_text(edition)) or (Passage(edition.searchable_text),)
    best = best_passage([passage.text for passage in passages], wanted)
    if best is None:
        return None
    passage = passages[best]
    text = shortened(passage.text, wanted.hits(passage.text))
    return Quotation(marked(text, wanted.hits(text)), passage.number, passage.section)


def edition_in_force(brain):
    """Return the edition in force of a document known by its brain, or None; only this edition is woken for reading.

    A person who finds a document may see its edition in force; it is asked again all the same.
    """
    if not brain.edition_number:
        return None
    path = f"{brain.getPath()}/{edition_address(brain.edition_number)}"
    edition = api.portal.get().unrestrictedTraverse(path, None)
    if edition is None or not getSecurityManager().checkPermission("View", edition):
        return None
    return edition
