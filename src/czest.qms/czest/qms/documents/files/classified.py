"""Headings of classified documents (SEC-5; act on the protection of classified information, 2010, art. 5)."""

from collections.abc import Iterable
import re
import unicodedata


_LEVELS = r"ŚCIŚLE\s+TAJNE|TAJNE|POUFNE|ZASTRZEŻONE"

#: The level alone on its line, as the marking rules put it in the head and foot of every page;
#: capitals only, so that the ordinary adjective in a sentence or a table does not count.
_HEADING = re.compile(rf"\W*(?:{_LEVELS})\W*(?:EGZ\.?.{{0,30}})?", re.DOTALL)

_NAMED = re.compile(rf"\bklauzul\w*(?:\s+tajności)?\W{{0,5}}(?:{_LEVELS})\b", re.IGNORECASE)

#: A marking is short; longer lines are only searched for the clause named in words.
_HEADING_LENGTH = 80


def mentions_classification(lines: Iterable[str]) -> bool:
    """Tell whether lines of text look marked as classified information.

    Parameters:
        lines: lines or paragraphs of a document.
    """
    return any(_is_marking(unicodedata.normalize("NFC", line)) for line in lines)


def _is_marking(line: str) -> bool:
    if len(line) <= _HEADING_LENGTH and _HEADING.fullmatch(line):
        return True
    return _NAMED.search(line) is not None
