"""Polish alphabetical order as plain strings, without the C library's locale and without ICU.

A key is compared as any string is (by code point, hence also bytewise in UTF-8), so it can be stored in a
FieldIndex. Order: spaces and punctuation, digits, letters of the Polish alphabet, other scripts. Two texts that
differ in capitals only stand together, small letters first.
"""

from czest.qms.language.folding import fold
import re
import unicodedata


_ACCENTED = {"ą": "a1", "ć": "c1", "ę": "e1", "ł": "l1", "ń": "n1", "ó": "o1", "ś": "s1", "ź": "z1", "ż": "z2"}

#: Lower than any character of a key proper, so that a shorter text precedes its continuation.
_SEPARATOR = "\x1f"

#: Before letters of other scripts: higher than ``z``.
_FOREIGN = "{"

_DIGITS = re.compile(r"\d+")


def sort_key(text):
    """Return the key that sorts ``text`` by the Polish alphabet, digit by digit (titles, names)."""
    return _letters(text) + _SEPARATOR + _capitals(text)


def natural_key(symbol):
    """Return the key that sorts symbols of documents: letters by the alphabet, numbers by value.

    ``PS-2`` precedes ``PS-10``, and ``P-OR-01`` precedes ``PS-01``.
    """
    composed = unicodedata.normalize("NFC", symbol)
    return _letters(_DIGITS.sub(_measured, composed)) + _SEPARATOR + _capitals(composed)


def _measured(match):
    """Return a number preceded by the count of its digits, which makes text order numeric order."""
    number = "".join(str(unicodedata.decimal(digit)) for digit in match.group()).lstrip("0")
    return f"{len(number):03d}{number}"


def _letters(text):
    weights = [_weight(character) for character in unicodedata.normalize("NFC", text).lower()]
    return " ".join("".join(weights).split())


def _weight(character):
    if character in _ACCENTED:
        return _ACCENTED[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if not character.isalnum():
        return " "
    base = fold(character)
    if base.isascii() and base.isalnum():
        return "".join(letter if letter.isdigit() else letter + "0" for letter in base)
    return _FOREIGN + character


def _capitals(text):
    return unicodedata.normalize("NFC", text).swapcase()
