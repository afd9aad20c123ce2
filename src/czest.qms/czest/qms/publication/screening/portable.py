"""PDF: what it says of itself, what is in it, and the bytes around it."""

from czest.qms.documents.files.pdfium import opened
from czest.qms.documents.files.pdfium import page_texts
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.screening.covered_text import covered_pages
from czest.qms.publication.screening.passages import traits_of
from czest.qms.publication.screening.portable_cycles import is_endless
from czest.qms.publication.screening.portable_metadata import metadata_of
from czest.qms.publication.screening.portable_objects import has_earlier_versions
from czest.qms.publication.screening.portable_objects import Inventory
from czest.qms.publication.screening.portable_objects import inventory_of
from io import BytesIO
import pikepdf
from typing import Any
import zipfile


#: Pages searched for covered text, for which each is painted; the rest is told.
COVERED_PAGES_LIMIT = 200

_HEADER = b"%PDF-"
_END = b"%%EOF"


class Damaged(ValueError):
    """The PDF can only be read by guessing."""


def sound(data: bytes) -> pikepdf.Pdf:
    """Open a PDF that can be read without repairing anything.

    Raises:
        Damaged: it cannot.
    """
    try:
        document = pikepdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True)
        problems = document.check_pdf_syntax()
    except pikepdf.PdfError as error:
        raise Damaged from error
    if problems or document.get_warnings():
        raise Damaged
    return document


def report(data: bytes, office: Office) -> FileReport:
    """Report on a PDF that passed the checks on upload.

    Raises:
        Damaged: it can only be read by guessing.
    """
    with sound(data) as document:
        inventory = inventory_of(document)
        if is_endless(document):
            inventory.active.add("endless")
        metadata, revealing = metadata_of(document, inventory)
        traits = _declared(document)
    texts = page_texts(data, len(document_pages := _pages(data)))
    covered, unchecked = covered_pages(data, COVERED_PAGES_LIMIT)
    without = tuple(
        number
        for number, (text, shows) in enumerate(zip(texts, document_pages, strict=True), 1)
        if shows and not text.strip()
    )
    versions = has_earlier_versions(data, len(inventory.byte_ranges))
    passages = {**{str(number): text for number, text in enumerate(texts, 1)}, "structure": "\n".join(inventory.texts)}
    return FileReport(
        pages=len(texts),
        has_text=any(text.strip() for text in texts),
        pages_without_text=without,
        signed=bool(inventory.byte_ranges),
        altered=_altered(data, inventory),
        earlier_versions=versions,
        foreign=_foreign(data),
        active=tuple(sorted(inventory.active)),
        embedded=tuple(sorted(inventory.embedded)),
        comments=inventory.comments,
        covered=covered,
        covered_unchecked=unchecked,
        metadata=(*metadata, "earlier-versions") if versions else metadata,
        revealing=revealing,
        **traits,
        **_with_malware(traits_of(passages, office), inventory.malware),
    )


def _with_malware(traits: dict[str, Any], found: bool) -> dict[str, Any]:
    return {**traits, "malware": traits["malware"] or found}


def _declared(document: pikepdf.Pdf) -> dict[str, object]:
    root = document.Root
    marked = root.get("/MarkInfo")
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        title = str(xmp.get("dc:title") or "") or str(document.docinfo.get("/Title", ""))
        pdf_ua = xmp.get("pdfuaid:part") is not None
    return {
        "title": bool(title.strip()),
        "language": str(root.get("/Lang", "")).strip()[:20],
        "tagged": "/StructTreeRoot" in root and bool(marked is not None and marked.get("/Marked", False)),
        "pdf_ua": pdf_ua,
    }


def _pages(data: bytes) -> list[bool]:
    """Return for every page whether it shows anything."""
    with opened(data) as document:
        return [_shows(document, number) for number in range(len(document))]


def _shows(document, number: int) -> bool:
    page = document[number]
    try:
        return next(iter(page.get_objects(max_depth=1)), None) is not None
    finally:
        page.close()


def _altered(data: bytes, inventory: Inventory) -> bool:
    """Tell whether bytes follow what the last signature covers."""
    covered = max((start + length for _, _, start, length in inventory.byte_ranges), default=len(data))
    return covered != len(data)


def _foreign(data: bytes) -> tuple[str, ...]:
    found = []
    if not data.startswith(_HEADER):
        found.append("leading")
    if data[data.rfind(_END) + len(_END) :].strip():
        found.append("trailing")
    if zipfile.is_zipfile(BytesIO(data)):
        found.append("zip")
    return tuple(found)
