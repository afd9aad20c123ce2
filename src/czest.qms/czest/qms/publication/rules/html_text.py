"""The text of public HTML as rules search it."""

import html
import re


_ENDS = re.compile(r"</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|div|br|hr|blockquote|pre|section)\b[^<>]*>", re.I)
_TAG = re.compile(r"<[^<>]*>")
_SPOKEN = re.compile(r"""\b(?:href|title|alt|aria-label)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""", re.I)


def text_of(markup: str) -> str:
    """Return the text of HTML with a line for every block, then the texts of its attributes, one a line."""
    text = _TAG.sub("", _ENDS.sub("\n", markup))
    attributes = [first or second for first, second in _SPOKEN.findall(markup)]
    return html.unescape("\n".join([text, *attributes]))
