"""Recognising headings and list items by how a line is written."""

from czest.qms.documents.conversion.blocks import Runs
from czest.qms.documents.conversion.blocks import text_of
import re


#: Signs that people, Word and LibreOffice put before a list item, private-use signs of symbol fonts included.
_BULLET = re.compile(r"[-–—•·*▪●○◦■□➢✓\uf0b7\uf0a7\uf0d8\uf0fc\uf02d]\s+(?=\S)")

_ORDINAL = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")

#: ``6.1. `` or ``a) `` or ``§ 3. ``: begins a paragraph of its own wherever it stands.
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-z]{1,2}\)|[IVX]{1,5}\.|§ ?\d+\w?\.?)\s")

_HEADING_NUMBER = re.compile(r"(?:(\d{1,2}(?:\.\d{1,2})*)\.?|[IVX]{1,5}\.)\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
_DIVISION = re.compile(r"(?:rozdział|dział|część)\s+(?:\d{1,3}|[IVXLC]{1,7})\b.*", re.IGNORECASE)
_SECTION = re.compile(r"§ ?\d+\w?\.?")

#: Longer lines are sentences, not headings.
HEADING_LENGTH = 100

_DIVIDED_WORD = re.compile(r"[a-ząćęłńóśźż](?<!o)$")

_SENTENCE_END = (".", ";", ":", ",")


def bullet_length(text: str) -> int:
    """Return how many characters the mark of a bullet list item takes at the beginning; 0 without one."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def ordinal_of(text: str) -> tuple[int, int] | None:
    """Return the number of an item ``2. text`` or ``2) text`` and the length of its mark, or None."""
    found = _ORDINAL.match(text)
    return (int(found[1]), found.end()) if found else None


def begins_block(text: str) -> bool:
    """Tell whether a line never continues the one before: a list item or a numbered paragraph."""
    return bool(bullet_length(text) or _NUMBERED.match(text))


def in_capitals(text: str) -> bool:
    """Tell whether a line is written in capitals only, as headings of plain text are."""
    letters = sum(character.isalpha() for character in text)
    return letters >= 4 and text.upper() == text and len(text) <= HEADING_LENGTH


def heading_level(runs: Runs) -> int:
    """Return 2 or 3 for a paragraph that is written as a heading, 0 for any other.

    Headings are: a short numbered line (``1. Cel``, ``6.1 Zgłoszenie``), a line in capitals, a
    division (``Rozdział II``), a section sign alone (``§ 3``), a short line wholly in bold.

    Parameters:
        runs: a whole paragraph, tidy.
    """
    text = text_of(runs)
    if not text or len(text) > HEADING_LENGTH or bullet_length(text):
        return 0
    if _SECTION.fullmatch(text):
        return 3
    if text.endswith(_SENTENCE_END):
        return 0
    if in_capitals(text) or _DIVISION.fullmatch(text):
        return 2
    numbered = _HEADING_NUMBER.match(text)
    if numbered:
        return 3 if "." in (numbered[1] or "") else 2
    return 3 if all(run.strong or run.text.isspace() for run in runs) else 0


def keeps_hyphen(before: str, after: str) -> bool:
    """Tell whether a hyphen at the end of a line belongs to the word.

    It does in names (PN-EN) and in compounds of adjectives (społeczno-gospodarczy); elsewhere it
    only divides a word.

    Parameters:
        before: text up to the hyphen.
        after: text of the next line.
    """
    return not (_DIVIDED_WORD.search(before) and after[:1].islower())
