"""The content of a record as plain values, and its digest."""

from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.documents.snapshots import describe_file
from czest.qms.documents.snapshots import digest_of_file
from czest.qms.documents.snapshots import known_digest
import datetime
import decimal


#: What is copied into the snapshot as it is.
TEXTS = (
    "symbol",
    "title",
    "evidence_of",
    "case_sign",
    "procedure",
    "form",
    "form_edition",
    "record_form",
    "owner_unit",
    "author",
    "author_name",
    "author_post",
    "jrwa_class",
    "archival_category",
)


def plain(value):
    """Return a value that JSON can hold."""
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return str(value)
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def snapshot(record, digest_of=known_digest):
    """Return everything that the trail vouches for once the record is filed.

    Parameters:
        record: the record.
        digest_of: function that gives the digest of a file.
    """
    return {
        **{name: getattr(record, name) for name in TEXTS},
        "created_on": plain(record.created_on),
        "closed_on": plain(record.closed_on),
        "typed": {name: plain(value) for name, value in sorted(record.typed.items())},
        "files": [describe_file(file, digest_of) for file in record.files],
    }


def stamp_digest(record):
    """Set the digest of a record from its present content."""
    record.digest = digest_of_snapshot(snapshot(record))


def computed_digest(record):
    """Return the digest of the content as it is stored now, files read again."""
    return digest_of_snapshot(snapshot(record, digest_of_file))
