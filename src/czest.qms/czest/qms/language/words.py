"""Where words begin and end in the text of an office, its symbols kept whole."""

from czest.qms.language.folding import fold
from czest.qms.language.folding import normalise
from czest.qms.language.stemming import searched_terms
from czest.qms.language.stemming import word_terms
import re


_TOKEN = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")
_PATTERN = re.compile(r"[^\W_](?:[^\W_]|[*?])*(?:[-./](?:[^\W_]|[*?])+)*")
_JOINT = re.compile(r"[-./]")
_WILDCARD = re.compile(r"[*?]")
_LEADING_ZEROS = re.compile(r"(?<![^\W_])0+(?=\d)")


def split(text, pattern=_TOKEN):
    """Return the words of ``text``, normalised, in order.

    What is joined by a hyphen, dot or slash and holds a digit is a symbol (``ps-01``, ``or.0142.3.2026``, ``6/1``)
    and stays whole; anything else is parted (``społeczno-gospodarczy`` is two words).
    """
    words = []
    for token in pattern.findall(normalise(text)):
        words += [token] if is_symbol(token) else _JOINT.split(token)
    return words


def split_pattern(text):
    """Return the words of a query, normalised; ``*`` and ``?`` stay where they stand after a letter or digit.

    A word with a wildcard is folded, because it is compared with the stored terms as it is.
    """
    return [fold(word) if _WILDCARD.search(word) else word for word in split(text, _PATTERN)]


def is_symbol(word):
    """Whether a word as ``split`` returns it is a symbol: joined parts with a digit among them."""
    return _JOINT.search(word) is not None and any(character.isdigit() for character in word)


def stored_terms(word):
    """Return the terms under which one word of a document is stored; a symbol also under each of its parts."""
    if not is_symbol(word):
        return list(word_terms(word))
    terms = _symbol_terms(word)
    for part in _JOINT.split(word):
        terms += word_terms(part)
    return list(dict.fromkeys(terms))


def asked_terms(word):
    """Return the terms, any of which answers a search for one word; a symbol only as a whole."""
    return _symbol_terms(word) if is_symbol(word) else list(searched_terms(word))


def without_wildcards(word):
    """Return ``word`` without ``*`` and ``?``."""
    return _WILDCARD.sub("", word)


def _symbol_terms(symbol):
    """Return a symbol folded, and the same without leading zeros: PS-01 is also found as PS-1."""
    whole = fold(symbol)
    return list(dict.fromkeys([whole, _LEADING_ZEROS.sub("", whole)]))
