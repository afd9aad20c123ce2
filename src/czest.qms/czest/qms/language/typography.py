"""Polish setting of text: what must not break at the end of a line.

Done when a page is rendered; stored text keeps ordinary spaces, so that signatures, searching and
comparison do not depend on it.
"""

from itertools import pairwise
import re


_NO_BREAK = "\u00a0"

_TAG = re.compile(r"(<[^>]*>)")
_VERBATIM = re.compile(r"<(/?)(?:pre|code|script|style|textarea)\b", re.IGNORECASE)

_OPENING = "(„\"'«[–"
_CLOSING = ")”\"'»],;:!?"

#: One-letter words (prepositions and conjunctions).
_LETTERS = frozenset("aiouwzAIOUWZ")

_MONTHS = "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"

_ABBREVIATIONS = "wyd. wydanie wydania wydaniu art. ust. pkt lit. poz. nr nry rozdz. zał. str. s. tab. rys. godz. p. t. zm. tel. sygn."

_UNITS = (
    "zł gr tys. mln mld proc. % ‰ °c kb mb gb tb kg dag g mg t mm cm m km m² m³ ha ml l kw kwh v "
    "r. rok roku lat lata dzień dni miesiąc miesiące miesięcy tydzień tygodnie tygodni godz. godziny godzin "
    "min minut s h osób osoby szt. egz. pkt str."
)

#: Stand before a number, a single letter or a Roman numeral.
_BEFORE_NUMBER = frozenset(f"{_MONTHS} {_ABBREVIATIONS} {_ABBREVIATIONS.title()} § §§".split())

#: Stand after a number; compared without capitals.
_AFTER_NUMBER = frozenset(f"{_MONTHS} {_UNITS}".split())

_ROMAN = frozenset("IVXLC")


def set_text(html: str) -> str:
    """Put no-break spaces where Polish typography wants them, in the texts of an HTML fragment only.

    Parameters:
        html: body in the normal form of ``sanitise``.
    """
    pieces = _TAG.split(html)
    verbatim = 0
    for position, piece in enumerate(pieces):
        if position % 2:
            found = _VERBATIM.match(piece)
            if found:
                verbatim = max(0, verbatim + (-1 if found[1] else 1))
        elif not verbatim and piece:
            pieces[position] = _set_piece(piece)
    return "".join(pieces)


def _set_piece(text: str) -> str:
    words = text.replace("\n", " ").split(" ")
    set_words = [words[0]]
    for left, right in pairwise(words):
        set_words.append(_NO_BREAK if _stays_together(left, right) else " ")
        set_words.append(right)
    return "".join(set_words)


def _stays_together(left: str, right: str) -> bool:
    """Tell whether two words stay on one line.

    Parameters:
        left: word before the space, with its punctuation; empty at the beginning of a text.
        right: word after it; empty when an element begins or ends there.
    """
    if left[-1:].isdigit():
        bare = right.rstrip(_CLOSING).lower()
        return bare in _AFTER_NUMBER or bare.removesuffix(".") in _AFTER_NUMBER or _is_group(bare)
    if left[:1] in _OPENING:
        left = left.lstrip(_OPENING)
    if left in _LETTERS:
        return True
    return left in _BEFORE_NUMBER and _is_number(right.lstrip(_OPENING).rstrip(_CLOSING + "."))


def _is_group(text: str) -> bool:
    """Tell whether a text is a group of three digits, as thousands are written."""
    return text[:3].isdigit() and len(text) >= 3 and not text[3:4].isdigit()


def _is_number(text: str) -> bool:
    return text[:1].isdigit() or (len(text) == 1 and text.isalpha()) or (bool(text) and _ROMAN.issuperset(text))
