"""Texts and files as they are stored in an edition."""

from czest.qms.documents.conversion import sanitise
from czest.qms.documents.rules.digests import digest_of_bytes
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile


def rich_text(html):
    """Return the stored form of an HTML fragment, cleaned to the whitelist of the text."""
    return RichTextValue(sanitise(html), "text/html", "text/x-html-safe")


def stored(named_file):
    """Return a file with its digest noted, or None; a stored file is never changed, only replaced."""
    if named_file is None:
        return None
    if getattr(named_file, "sha256", None) is None:
        named_file.sha256 = digest_of_bytes(named_file.data)
    return named_file


def rewrap(named_file):
    """Return a new wrapper around the same bytes, for another edition, or None."""
    if named_file is None:
        return None
    copy = NamedBlobFile(data=named_file.data, contentType=named_file.contentType, filename=named_file.filename)
    copy.sha256 = named_file.sha256
    return copy
