"""Letters reduced to what people type: no diacritics, lower case, plain hyphens."""

import unicodedata


#: Letters without a canonical decomposition that Polish texts hold.
_UNDECOMPOSED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"})

#: Every dash becomes a hyphen, so that a symbol pasted from a word processor is the same symbol; a soft hyphen,
#: left in words by files converted from PDF, vanishes.
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-") | {"\u00ad": None})


def normalise(text):
    """Return ``text`` in one Unicode form (NFKC), in lower case, with plain hyphens; diacritics stay."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    return unicodedata.normalize("NFKC", lowered).translate(_DASHES)


def fold(text):
    """Return ``text`` normalised and without diacritics: ``Zażółć`` becomes ``zazolc``."""
    decomposed = unicodedata.normalize("NFKD", normalise(text))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return bare.translate(_UNDECOMPOSED)
