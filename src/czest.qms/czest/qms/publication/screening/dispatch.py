"""Choosing the adapter for a file; runs in the child."""

from czest.qms.documents.files import screen
from czest.qms.documents.files.archives import Archive
from czest.qms.documents.files.archives import OversizedArchive
from czest.qms.documents.files.containers import OVERSIZED
from czest.qms.documents.files.findings import Finding
from czest.qms.documents.files.findings import MISMATCH
from czest.qms.documents.files.formats import extension_of
from czest.qms.documents.files.names import check_name
from czest.qms.publication.rules.files import PUBLIC_MEDIA_TYPES
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import failed
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.rules.reports import Refusal
from czest.qms.publication.rules.reports import TOO_LONG
from czest.qms.publication.rules.reports import UNREADABLE
from czest.qms.publication.screening import office_documents
from czest.qms.publication.screening import opendocument
from czest.qms.publication.screening import pictures
from czest.qms.publication.screening import plain_text
from czest.qms.publication.screening import portable
from czest.qms.publication.screening.malware import is_marked
from czest.qms.publication.screening.packages import is_marked_within
from czest.qms.publication.screening.passages import TooMuchText
from dataclasses import replace


_ADAPTERS = {
    "pdf": portable.report,
    "docx": office_documents.report,
    "odt": opendocument.report,
    "txt": plain_text.report,
    "csv": plain_text.report,
    "png": pictures.report,
    "jpg": pictures.report,
    "jpeg": pictures.report,
}

_PICTURES = {"png": pictures.PNG_SIGNATURE, "jpg": pictures.JPEG_SIGNATURE, "jpeg": pictures.JPEG_SIGNATURE}
_PACKAGES = frozenset({"docx", "odt"})


def report_on(data: bytes, name: str, media_type: str, office: Office) -> FileReport:
    """Report on a file.

    Parameters:
        data: bytes of the file.
        name: its name.
        media_type: the type under which it is kept, or empty.
        office: what belongs to the office.
    """
    extension = extension_of(name)
    refusals = tuple(_refusal(finding) for finding in _upload_findings(data, name, media_type, extension))
    # The marking as classified is a warning on entry; here it is looked for in the whole text.
    if any(refusal.code != "classified" for refusal in refusals) or extension not in PUBLIC_MEDIA_TYPES:
        return FileReport(format=extension, refusals=refusals, malware=is_marked(data))
    try:
        found = _ADAPTERS[extension](data, office)
        malware = _malware(data, extension)
    except TooMuchText:
        return failed(TOO_LONG)
    except OversizedArchive:
        return FileReport(format=extension, refusals=(_refusal(OVERSIZED),))
    except Exception:  # Libraries that read broken files raise errors of every kind.
        return replace(failed(UNREADABLE), malware=is_marked(data))
    return replace(found, format=extension, refusals=refusals, malware=found.malware or malware)


def _malware(data: bytes, extension: str) -> bool:
    return is_marked(data) or (extension in _PACKAGES and is_marked_within(Archive(data)))


def _upload_findings(data: bytes, name: str, media_type: str, extension: str) -> list[Finding]:
    if extension in _PICTURES:
        declared = media_type.partition(";")[0].strip().lower()
        wrongly_declared = declared and declared != PUBLIC_MEDIA_TYPES[extension]
        mismatch = wrongly_declared or not data.startswith(_PICTURES[extension])
        return check_name(name) or ([MISMATCH] if mismatch else [])
    return screen(name, media_type, data)


def _refusal(finding: Finding) -> Refusal:
    return Refusal(finding.code, finding.message, tuple(finding.mapping.items()))
