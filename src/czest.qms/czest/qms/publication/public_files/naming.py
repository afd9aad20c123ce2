"""Public names: of the symbol and the edition, never of the name inside."""

import re
import unicodedata


#: Polish letters that have no decomposition.
_WITHOUT_DECOMPOSITION = str.maketrans({"ł": "l", "Ł": "L"})
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST_PART = 60


def public_name(symbol: str, number: str, extension: str, ordinal: int = 1) -> str:
    """Return the public name of a file, in lower-case ASCII.

    Parameters:
        symbol: of the document or record, such as ``PS-01``.
        number: of the edition, such as ``6/1``; empty for a record.
        extension: without the dot.
        ordinal: of the file within the entry, from 1; the first is not numbered.

    Returns:
        Such as ``ps-01-wydanie-6-1.pdf`` or ``ps-01-wydanie-6-plik-2.pdf``.
    """
    parts = [_plain(symbol) or "dokument"]
    if number.strip():
        parts += ["wydanie", _plain(number) or "0"]
    if ordinal > 1:
        parts += ["plik", str(ordinal)]
    return f"{'-'.join(parts)}.{_plain(extension)}"


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_WITHOUT_DECOMPOSITION))
    ascii_only = decomposed.encode("ascii", "ignore").decode("ascii").lower()
    return _OTHER.sub("-", ascii_only)[:_LONGEST_PART].strip("-")
