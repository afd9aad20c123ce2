"""Names of signers, without the identifiers that certificates hold beside them."""

import re
import unicodedata


#: How many characters at the end of an identifier stay to be seen.
SHOWN = 2
HIDDEN = "•"
#: So many digits in a row are an identifier, such as a PESEL of eleven or a NIP of ten, written with or without breaks.
_IDENTIFIER = re.compile(r"\d(?:[\s-]?\d){5,}")
_LETTERS = re.compile(r"[a-z]+")


def masked(identifier):
    """Return an identifier of which only the kind and the last two characters can be read.

    Parameters:
        identifier: as in a certificate, such as ``PNOPL-83010112345`` (ETSI EN 319 412-1, 5.1.3), ``PESEL:83010112345``
            or the digits alone.
    """
    text = identifier.strip()
    kind, mark, number = re.match(r"([A-Za-z]{3,5}(?:[A-Z]{2})?)?([-:\s]*)(.*)", text, re.DOTALL).groups()
    if not mark:
        kind, number = "", text
    seen = number[-SHOWN:] if len(number) > 2 * SHOWN else ""
    hidden = HIDDEN * (len(number) - len(seen))
    return f"{kind or ''}{mark if kind else ''}{hidden}{seen}"


def without_identifiers(text):
    """Return a text in which every long number is masked."""
    return _IDENTIFIER.sub(lambda found: masked(re.sub(r"[\s-]", "", found.group())), text)


def same_person(one, other):
    """Tell whether two names are of one person: the same words in any order, Polish letters or not.

    Parameters:
        one, other: such as ``Jan Żak-Nowak`` and ``ZAK-NOWAK JAN``; an empty name is nobody's.
    """
    words = _words(one)
    return len(words) > 1 and words == _words(other)


def _words(name):
    folded = unicodedata.normalize("NFKD", name.translate(str.maketrans("łŁ", "lL"))).encode("ascii", "ignore")
    return sorted(_LETTERS.findall(folded.decode().lower()))
