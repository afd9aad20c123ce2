"""The content of an edition as plain values, and its digest."""

from Acquisition import aq_base
from czest.qms.documents.rules.digests import digest_of_bytes
from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.documents.schema import IControlData
from czest.qms.documents.schema import IEdition
from zope.schema import getFieldNames


CONTROL_DATA = tuple(getFieldNames(IControlData))


def stored(content, name):
    """Return the value of a field, or its default where it was never set.

    The type is not asked, as Plone would: an edition can be verified after somebody has deleted its type, too.
    """
    return getattr(aq_base(content), name, IEdition[name].default)


def control_data(content):
    """Return the control data of a document or an edition as a dict of plain values."""
    return {name: plain(stored(content, name)) for name in CONTROL_DATA}


def plain(value):
    """Return a value that JSON can hold."""
    return list(value) if isinstance(value, list | tuple | set) else value


def raw_text(edition):
    """Return the HTML source of the text of an edition, or an empty string."""
    body = stored(edition, "body")
    return body.raw if body is not None else ""


def digest_of_file(named_file):
    """Return the SHA-256 of a stored file, read again from the blob."""
    return digest_of_bytes(named_file.data)


def known_digest(named_file):
    """Return the SHA-256 noted when the file was stored; stored files are never changed, only replaced."""
    return named_file.sha256


def describe_file(named_file, digest_of):
    """Return name, type and digest of a file, or None."""
    if named_file is None:
        return None
    return [named_file.filename, named_file.contentType, digest_of(named_file)]


def snapshot(edition, digest_of=known_digest):
    """Return everything a signature is bound to.

    Parameters:
        edition: the edition.
        digest_of: function that gives the digest of a file.
    """
    return {
        "number": stored(edition, "number"),
        "change_description": stored(edition, "change_description"),
        "text": raw_text(edition),
        "source_file": describe_file(stored(edition, "source_file"), digest_of),
        "attachments": [describe_file(attachment, digest_of) for attachment in stored(edition, "attachments")],
        "control_data": control_data(edition),
    }


def stamp_digest(edition):
    """Set the digest of an edition from its present content."""
    edition.digest = digest_of_snapshot(snapshot(edition))


def computed_digest(edition):
    """Return the digest of the content as it is stored now, files read again."""
    return digest_of_snapshot(snapshot(edition, digest_of_file))
