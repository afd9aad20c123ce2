"""Characters that no text of people holds."""

import unicodedata


#: What ends and indents lines.
ALLOWED_CONTROLS = frozenset("\t\n\r")


def has_controls(text):
    """Tell whether a text holds control characters, or lone surrogates, which UTF-8 cannot write (JSON ``"\\ud800"``)."""
    return any(unicodedata.category(character) in ("Cc", "Cs") for character in set(text) - ALLOWED_CONTROLS)
