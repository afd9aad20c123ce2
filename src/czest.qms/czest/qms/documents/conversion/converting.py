"""Turning a source file into the body of an edition."""

from collections.abc import Callable
from collections.abc import Iterable
from czest.qms.documents.conversion.blocks import Block
from czest.qms.documents.conversion.errors import OversizedText
from czest.qms.documents.conversion.errors import UnreadableFile
from czest.qms.documents.conversion.markup import write
from czest.qms.documents.conversion.numbering import keep_numbers
from czest.qms.documents.conversion.opendocument import OpenDocument
from czest.qms.documents.conversion.plain_text import read_text
from czest.qms.documents.conversion.portable import read_pdf
from czest.qms.documents.conversion.reflow import settle
from czest.qms.documents.conversion.wordprocessing import WordDocument
from czest.qms.documents.files.archives import Archive
from czest.qms.documents.files.archives import BrokenArchive
from czest.qms.documents.files.archives import EncryptedArchive
from czest.qms.documents.files.archives import OversizedArchive
from czest.qms.documents.files.findings import _
from czest.qms.documents.files.findings import BROKEN
from czest.qms.documents.files.findings import Finding
from czest.qms.documents.files.findings import WARN
from czest.qms.documents.files.formats import extension_of
from dataclasses import dataclass
from dataclasses import replace


NO_TEXT = Finding(
    "no-text",
    _("The file has no text, as a scan has none. The text of the edition has to be typed in."),
    WARN,
)
TOO_LONG = Finding("too-long", _("The file holds more text than can be converted. It has to be divided."), WARN)
IMAGES = Finding("images", _("Images were left out of the text. They remain in the source file."), WARN)
STRUCTURE = Finding(
    "structure",
    _("A PDF does not tell which lines are headings, lists or tables. They have to be checked in the text."),
    WARN,
)
NOTES = Finding("notes", _("Footnotes were left out of the text. They remain in the source file."), WARN)


@dataclass(frozen=True)
class Conversion:
    """The outcome of a conversion.

    Parameters:
        html: body of the edition; empty when nothing could be read.
        warnings: what was left out, or why nothing was read.
    """

    html: str
    warnings: tuple[Finding, ...] = ()


def to_html(filename: str, data: bytes) -> Conversion:
    """Turn a source file into HTML of headings, paragraphs, lists and tables.

    The result holds the elements h2 h3 p ul ol li strong em table thead tbody tr th td without
    attributes. Screening is expected before; a damaged file still gives a warning, not an error.

    Parameters:
        filename: name of the file; its extension chooses the reader.
        data: bytes of the file.

    Raises:
        KeyError: the extension is not one of ``SOURCE_TYPES``.
    """
    extension = extension_of(filename)
    reader = _READERS[extension]
    try:
        blocks, warnings = reader(data)
        html = write(settle(keep_numbers(blocks), broken_lines=extension in _LINES))
    except (UnreadableFile, BrokenArchive, EncryptedArchive, OversizedArchive):
        return Conversion("", (replace(BROKEN, severity=WARN),))
    except OversizedText:
        return Conversion("", (TOO_LONG,))
    if not html:
        return Conversion("", (NO_TEXT,))
    return Conversion(html, warnings)


def _from_container(data: bytes, kind: type[OpenDocument] | type[WordDocument]) -> tuple[Iterable[Block], tuple]:
    document = kind(Archive(data))
    found = ((document.has_images, IMAGES), (document.has_notes, NOTES))
    return document.blocks(), tuple(finding for present, finding in found if present)


#: Formats that know lines, not paragraphs.
_LINES = frozenset({"txt", "pdf"})

_READERS: dict[str, Callable[[bytes], tuple[Iterable[Block], tuple[Finding, ...]]]] = {
    "txt": lambda data: (read_text(data), ()),
    "pdf": lambda data: (read_pdf(data), (STRUCTURE,)),
    "odt": lambda data: _from_container(data, OpenDocument),
    "docx": lambda data: _from_container(data, WordDocument),
}
