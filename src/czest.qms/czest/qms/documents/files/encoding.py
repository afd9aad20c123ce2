"""Recognising the encoding of Polish plain text."""

import codecs
import unicodedata


_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")

#: Common in office text besides letters: quotation marks, dashes, ellipsis, bullet, section, degree.
_TYPOGRAPHIC = frozenset("„”“’‘–—…•§°€\u00a0«»")

_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v")

_EIGHT_BIT = ("cp1250", "iso-8859-2")


def decode(data: bytes) -> tuple[str, str] | None:
    """Decode plain text.

    UTF-8 wins when it fits, because text in an eight-bit encoding with Polish letters practically
    never does. Between the two eight-bit encodings the reading with more Polish letters and fewer
    odd signs wins; Windows-1250 where both read the same.

    Parameters:
        data: bytes of the file.

    Returns:
        The text without a byte order mark, and ``utf-8``, ``cp1250`` or ``iso-8859-2``;
        None when the bytes are not text in any of them.
    """
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return _decode_eight_bit(data)
    return None if has_controls(text) else (text, "utf-8")


def has_controls(text: str) -> bool:
    """Tell whether a text holds control characters (NUL among them) other than tabs and ends of lines."""
    return any(unicodedata.category(character) == "Cc" for character in set(text) - _ALLOWED_CONTROLS)


def _decode_eight_bit(data: bytes) -> tuple[str, str] | None:
    readings = []
    for encoding in _EIGHT_BIT:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not has_controls(text):
            readings.append((text, encoding))
    return max(readings, key=lambda reading: _likelihood(reading[0]), default=None)


def _likelihood(text: str) -> int:
    counted = {character: text.count(character) for character in set(text) if ord(character) > 127}
    return sum(
        count if character in _POLISH else 0 if character in _TYPOGRAPHIC else -count
        for character, count in counted.items()
    )
