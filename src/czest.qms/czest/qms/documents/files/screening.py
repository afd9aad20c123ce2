"""Screening of an uploaded file before it enters the system."""

from collections.abc import Collection
from czest.qms.documents.files.classified import mentions_classification
from czest.qms.documents.files.containers import check_container
from czest.qms.documents.files.containers import COMPOUND_SIGNATURE
from czest.qms.documents.files.encoding import decode
from czest.qms.documents.files.findings import _
from czest.qms.documents.files.findings import Finding
from czest.qms.documents.files.findings import MACRO
from czest.qms.documents.files.findings import MISMATCH
from czest.qms.documents.files.findings import WARN
from czest.qms.documents.files.formats import ALLOWED_TYPES
from czest.qms.documents.files.formats import extension_of
from czest.qms.documents.files.formats import Family
from czest.qms.documents.files.formats import Format
from czest.qms.documents.files.formats import FORMATS
from czest.qms.documents.files.formats import GENERIC_TYPES
from czest.qms.documents.files.names import check_name
from czest.qms.documents.files.portable import check_pdf
from czest.qms.documents.files.rough_text import lines_of


MEGABYTE = 1024 * 1024

#: Largest file in bytes where the office has not set its own limit.
DEFAULT_LIMIT = 50 * MEGABYTE

CLASSIFIED = Finding(
    "classified",
    _("The file looks marked as classified. Classified information must not be entered into this system."),
    WARN,
)


def screen(
    filename: str,
    content_type: str | None,
    data: bytes,
    limit: int = DEFAULT_LIMIT,
    types: Collection[str] = ALLOWED_TYPES,
) -> list[Finding]:
    """Check a file; an empty list lets it in.

    The cheap checks come first and a refusal ends the work, so a refused file gets the one
    finding its owner can act on.

    Parameters:
        filename: name as sent by the client.
        content_type: media type as declared by the client, or None.
        data: bytes of the file.
        limit: the most bytes accepted.
        types: extensions accepted here, ``ALLOWED_TYPES`` or ``SOURCE_TYPES``.
    """
    findings = check_name(filename) or _check_type(filename, types)
    if findings:
        return findings
    known = FORMATS[extension_of(filename)]
    return (
        _check_declared(known, content_type)
        or _check_size(data, limit)
        or _check_content(known, data)
        or _check_classified(known, data)
    )


def _check_type(filename: str, types: Collection[str]) -> list[Finding]:
    extension = extension_of(filename)
    if extension in types and extension in FORMATS:
        return []
    allowed = ", ".join(sorted(types))
    return [Finding("type", _("Files of this type are not accepted. Accepted: ${types}."), mapping={"types": allowed})]


def _check_declared(known: Format, content_type: str | None) -> list[Finding]:
    declared = (content_type or "").partition(";")[0].strip().lower()
    if declared in GENERIC_TYPES or declared == known.media_type or declared in known.aliases:
        return []
    message = _("The file is declared as ${declared}, which does not agree with its name.")
    return [Finding("declared-type", message, mapping={"declared": declared[:100]})]


def _check_size(data: bytes, limit: int) -> list[Finding]:
    if not data:
        return [Finding("empty", _("The file is empty."))]
    if len(data) > limit:
        message = _("The file is larger than ${limit} MB.")
        return [Finding("size", message, mapping={"limit": f"{limit / MEGABYTE:g}"})]
    return []


def _check_content(known: Format, data: bytes) -> list[Finding]:
    match known.family:
        case Family.TEXT:
            return [] if decode(data) else [MISMATCH]
        case Family.RTF:
            return [] if data.startswith(b"{\\rtf") else [MISMATCH]
        case Family.PDF:
            return check_pdf(data)
        case Family.COMPOUND:
            return _check_compound(known, data)
        case _:
            return check_container(known, data)


def _check_compound(known: Format, data: bytes) -> list[Finding]:
    """Names of streams stand in the directory of a compound file as UTF-16."""
    if not data.startswith(COMPOUND_SIGNATURE) or known.evidence.encode("utf-16-le") not in data:
        return [MISMATCH]
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        return [MACRO]
    return []


def _check_classified(known: Format, data: bytes) -> list[Finding]:
    try:
        lines = lines_of(known, data)
    except ValueError:
        # The format was sound, yet its text cannot be read: nothing to say about the marking.
        return []
    return [CLASSIFIED] if mentions_classification(lines) else []
