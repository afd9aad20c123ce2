"""Formats of files an office may exchange (annex 2 to the KRI regulation, 2024, §§ 17–18)."""

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath


class Family(Enum):
    """How the bytes of a format are built, hence how they are checked."""

    TEXT = "text"
    RTF = "rtf"
    PDF = "pdf"
    OPENDOCUMENT = "opendocument"
    OFFICE_OPEN_XML = "office-open-xml"
    XPS = "xps"
    COMPOUND = "compound"


@dataclass(frozen=True)
class Format:
    """One format of the whitelist.

    Parameters:
        extension: lower-case extension without the dot.
        media_type: the type under which the file is stored and served, whatever the client declared.
        family: how its bytes are built.
        evidence: what inside the file proves the format: the ``mimetype`` entry (OpenDocument), the
            content type of the main part (Office Open XML) or the name of the main stream (compound file).
        aliases: further media types that clients are known to declare for this format.
    """

    extension: str
    media_type: str
    family: Family
    evidence: str = ""
    aliases: frozenset[str] = frozenset()


#: Declared by clients that do not know the type; says nothing about the file.
GENERIC_TYPES = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/x-download", "application/force-download"}
)
ZIP_TYPES = frozenset({"application/zip", "application/x-zip", "application/x-zip-compressed"})


def _opendocument(extension: str, kind: str) -> Format:
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    return Format(extension, media_type, Family.OPENDOCUMENT, media_type, ZIP_TYPES)


def _office_open_xml(extension: str, kind: str, main_part: str) -> Format:
    prefix = "application/vnd.openxmlformats-officedocument."
    evidence = f"{prefix}{main_part}.main+xml"
    return Format(extension, f"{prefix}{kind}", Family.OFFICE_OPEN_XML, evidence, ZIP_TYPES)


def _compound(extension: str, media_type: str, stream: str, *aliases: str) -> Format:
    return Format(extension, media_type, Family.COMPOUND, stream, frozenset(aliases))


_FORMATS = (
    Format("txt", "text/plain", Family.TEXT),
    # Windows with Excel declares its own type for CSV.
    Format(
        "csv",
        "text/csv",
        Family.TEXT,
        aliases=frozenset({"text/plain", "application/csv", "application/vnd.ms-excel"}),
    ),
    Format(
        "rtf",
        "application/rtf",
        Family.RTF,
        aliases=frozenset({"text/rtf", "text/richtext", "text/plain", "application/msword"}),
    ),
    Format("pdf", "application/pdf", Family.PDF, aliases=frozenset({"application/x-pdf"})),
    Format("xps", "application/vnd.ms-xpsdocument", Family.XPS, aliases=ZIP_TYPES | {"application/oxps"}),
    _opendocument("odt", "text"),
    _opendocument("ods", "spreadsheet"),
    _opendocument("odp", "presentation"),
    _office_open_xml("docx", "wordprocessingml.document", "wordprocessingml.document"),
    _office_open_xml("xlsx", "spreadsheetml.sheet", "spreadsheetml.sheet"),
    _office_open_xml("pptx", "presentationml.presentation", "presentationml.presentation"),
    _compound("doc", "application/msword", "WordDocument", "application/vnd.ms-word"),
    _compound("xls", "application/vnd.ms-excel", "Workbook", "application/msexcel", "application/x-msexcel"),
    _compound("ppt", "application/vnd.ms-powerpoint", "PowerPoint Document", "application/mspowerpoint"),
)

FORMATS: dict[str, Format] = {item.extension: item for item in _FORMATS}

#: Extensions accepted for attachments.
ALLOWED_TYPES = frozenset(FORMATS)

#: Extensions accepted as the source of an edition's body: those that can be turned into its text.
SOURCE_TYPES = frozenset({"odt", "docx", "pdf", "txt"})


def extension_of(filename: str) -> str:
    """Return the lower-case extension of a file name without the dot, or an empty text."""
    return PurePosixPath(filename).suffix[1:].lower()


def format_of(filename: str) -> Format | None:
    """Return the format that a file name promises, or None for one outside the whitelist."""
    return FORMATS.get(extension_of(filename))


def media_type(filename: str) -> str:
    """Return the media type under which a file of this name is stored and served.

    The type declared by a client is never stored: a browser would act on it.
    """
    known = format_of(filename)
    return known.media_type if known else "application/octet-stream"
