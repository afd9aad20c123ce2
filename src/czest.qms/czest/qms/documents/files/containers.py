"""Checks of OpenDocument, Office Open XML and XPS files."""

from collections.abc import Callable
from czest.qms.documents.files.archives import Archive
from czest.qms.documents.files.archives import BrokenArchive
from czest.qms.documents.files.archives import EncryptedArchive
from czest.qms.documents.files.archives import OversizedArchive
from czest.qms.documents.files.findings import _
from czest.qms.documents.files.findings import BROKEN
from czest.qms.documents.files.findings import Finding
from czest.qms.documents.files.findings import MACRO
from czest.qms.documents.files.findings import MISMATCH
from czest.qms.documents.files.findings import PASSWORD
from czest.qms.documents.files.formats import Family
from czest.qms.documents.files.formats import Format


COMPOUND_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

#: Bytes read of the small parts that describe a container.
_DESCRIPTION_LIMIT = 4 * 1024 * 1024

_CONTENT_TYPES = "[Content_Types].xml"

OVERSIZED = Finding("bomb", _("The file unpacks to far more data than a document has."))


def check_container(known: Format, data: bytes) -> list[Finding]:
    """Check a format that is a ZIP container.

    Parameters:
        known: format that the name of the file promises.
        data: bytes of the file.
    """
    if data.startswith(COMPOUND_SIGNATURE):
        return [_compound_in_disguise(data)]
    if not data.startswith(b"PK\x03\x04"):
        return [MISMATCH]
    try:
        return _CHECKS[known.family](known, Archive(data))
    except BrokenArchive:
        return [BROKEN]
    except EncryptedArchive:
        return [PASSWORD]
    except OversizedArchive:
        return [OVERSIZED]


def _compound_in_disguise(data: bytes) -> Finding:
    """Office encrypts a docx by putting it whole into a compound file with these two streams."""
    encrypted = "EncryptedPackage".encode("utf-16-le") in data
    return PASSWORD if encrypted else MISMATCH


def _check_opendocument(known: Format, archive: Archive) -> list[Finding]:
    declared = archive.read("mimetype", 200).decode("ascii", "replace").strip()
    if declared != known.evidence:
        return [MISMATCH]
    if b"encryption-data" in archive.read("META-INF/manifest.xml", _DESCRIPTION_LIMIT):
        return [PASSWORD]
    if "content.xml" not in archive.names:
        return [BROKEN]
    if any(name.startswith(("Basic/", "Scripts/")) for name in archive.names):
        return [MACRO]
    return []


def _check_office_open_xml(known: Format, archive: Archive) -> list[Finding]:
    content_types = archive.read(_CONTENT_TYPES, _DESCRIPTION_LIMIT)
    if b"macroenabled" in content_types.lower() or any("vbaproject" in name.lower() for name in archive.names):
        return [MACRO]
    if known.evidence.encode() not in content_types:
        return [MISMATCH]
    return []


def _check_xps(known: Format, archive: Archive) -> list[Finding]:
    fixed = b"fixeddocumentsequence+xml" in archive.read(_CONTENT_TYPES, _DESCRIPTION_LIMIT)
    return [] if fixed else [MISMATCH]


_CHECKS: dict[Family, Callable[[Format, Archive], list[Finding]]] = {
    Family.OPENDOCUMENT: _check_opendocument,
    Family.OFFICE_OPEN_XML: _check_office_open_xml,
    Family.XPS: _check_xps,
}
