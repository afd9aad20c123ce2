"""Plain text of an edition for the full-text index."""

from czest.qms.documents.conversion import to_html
from czest.qms.documents.files import SOURCE_TYPES
from czest.qms.documents.files.formats import extension_of
from czest.qms.documents.snapshots import raw_text
import lxml.html


def text_of_html(source):
    """Return the words of an HTML fragment."""
    if not source.strip():
        return ""
    root = lxml.html.fragment_fromstring(source, create_parent="div")
    return " ".join(" ".join(root.itertext()).split())


def text_of_file(named_file):
    """Return the name of a file and, where it can be read, its words."""
    words = [named_file.filename or ""]
    if extension_of(named_file.filename or "") in SOURCE_TYPES:
        words.append(text_of_html(to_html(named_file.filename, named_file.data).html))
    return " ".join(words)


def searchable_text(edition):
    """Return the words of the text, of the source file when there is no text, and of the attachments."""
    parts = [text_of_html(raw_text(edition))]
    if not parts[0] and edition.source_file is not None:
        parts.append(text_of_file(edition.source_file))
    parts.extend(text_of_file(attachment) for attachment in edition.attachments)
    return " ".join(part for part in parts if part)
