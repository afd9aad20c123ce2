"""Metadata of a PDF: the document information dictionary and XMP."""

from czest.qms.publication.screening.portable_objects import Inventory
import pikepdf
import re


_INFORMATION = {
    "/Author": "author",
    "/Subject": "subject",
    "/Keywords": "keywords",
    "/Creator": "program",
    "/Producer": "program",
    "/CreationDate": "dates",
    "/ModDate": "dates",
}

#: Said of the document or of the standard it keeps; the title and the language are set anew.
_HARMLESS = frozenset({"/Title", "/Trapped", "/GTS_PDFXVersion", "/GTS_PDFXConformance"})

#: Tells nothing about people.
_NEUTRAL = frozenset({"program", "dates", "xmp", "profile", "thumbnail"})

#: What the public file says of itself in XMP, in the notation of pikepdf.
_DC = "{http://purl.org/dc/elements/1.1/}"
_PDF = "{http://ns.adobe.com/pdf/1.3/}"
_OWN_XMP = frozenset({f"{_DC}title", f"{_DC}language", f"{_DC}format", "{http://www.aiim.org/pdfua/ns/id/}part"})
_XMP = {
    f"{_DC}creator": "author",
    f"{_DC}contributor": "author",
    f"{_DC}description": "subject",
    f"{_DC}subject": "keywords",
    f"{_PDF}Keywords": "keywords",
}

_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\[\w.-]+\\|/home/|/Users/|file:", re.IGNORECASE)
_HISTORY = ("xmpMM:History", "stEvt:", "DerivedFrom", "pdfx:", "photoshop:", "exif:", "crs:")


def metadata_of(document: pikepdf.Pdf, inventory: Inventory) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the metadata of a PDF, and of those that tell about people, places or computers."""
    found = set(inventory.metadata)
    for key, value in document.docinfo.items():
        if key in _HARMLESS:
            continue
        written = str(value).strip()
        if written:
            found.add(_INFORMATION.get(key, "custom"))
        if _PATH.search(written):
            found.add("path")
    found |= _of_xmp(document)
    return tuple(sorted(found)), tuple(sorted(found - _NEUTRAL))


def _of_xmp(document: pikepdf.Pdf) -> set[str]:
    stream = document.Root.get("/Metadata")
    if stream is None:
        return set()
    text = stream.read_bytes().decode("utf-8", "replace")
    found = set()
    if any(word in text for word in _HISTORY):
        found.add("history")
    if _PATH.search(text.replace("http:", "").replace("https:", "")):
        found.add("path")
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for name in xmp:
            written = xmp.get(name)
            values = [written] if isinstance(written, str) else list(written or ())
            if name not in _OWN_XMP and any(str(value).strip() for value in values):
                found |= {"xmp", _XMP.get(name, "xmp")}
    return found
