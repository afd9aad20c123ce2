"""PDF saved anew: title and language, and nothing else that is said of it or done by it."""

from czest.qms.publication.public_files.pictures import without_descriptions
from czest.qms.publication.screening.portable import sound
from czest.qms.publication.screening.portable_metadata import metadata_of
from czest.qms.publication.screening.portable_objects import ACTIONS
from czest.qms.publication.screening.portable_objects import dictionaries_of
from czest.qms.publication.screening.portable_objects import has_earlier_versions
from czest.qms.publication.screening.portable_objects import inventory_of
from czest.qms.publication.screening.portable_objects import name_of
from io import BytesIO
import pikepdf


#: Keys that no public file has in any of its objects.
_DROPPED = (
    *("/Metadata", "/PieceInfo", "/Thumb", "/LastModified"),
    *("/AA", "/JS", "/JavaScript", "/XFA"),
    *("/AF", "/EF", "/EmbeddedFiles", "/Collection"),
)
_ACTING = ACTIONS | {"/JavaScript"}


def make(data: bytes, title: str, language: str) -> tuple[bytes, set[str]]:
    """Return the public PDF and what was removed; a signed one comes back as it is.

    Parameters:
        data: bytes of the file inside.
        title, language: the only metadata of the result.
    """
    with sound(data) as document:
        inventory = inventory_of(document)
        if inventory.byte_ranges:
            return data, set()
        removed = set(metadata_of(document, inventory)[0])
        if has_earlier_versions(data, 0):
            removed.add("earlier-versions")
        pdf_ua = _pdf_ua(document)
        for dictionary in list(dictionaries_of(document)):
            _clean(dictionary)
        for key in ("/Info", "/ID"):
            if key in document.trailer:
                del document.trailer[key]
        document.remove_unreferenced_resources()
        _describe(document, title, language, pdf_ua)
        output = BytesIO()
        document.save(output, deterministic_id=True, encryption=False, linearize=False)
    return output.getvalue(), removed


def _pdf_ua(document: pikepdf.Pdf) -> str:
    """Return the part of PDF/UA that the file says it conforms to; saving anew leaves its structure alone."""
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        part = str(metadata.get("pdfuaid:part") or "")
    return part if part in ("1", "2") else ""


def _clean(dictionary: pikepdf.Object) -> None:
    for key in _DROPPED:
        if key in dictionary:
            del dictionary[key]
    for key in ("/A", "/OpenAction", "/Next"):
        action = dictionary.get(key)
        if isinstance(action, pikepdf.Dictionary) and name_of(action, "/S") in _ACTING:
            del dictionary[key]
    if isinstance(dictionary, pikepdf.Stream) and name_of(dictionary, "/Filter") == "/DCTDecode":
        raw = bytes(dictionary.get_raw_stream_buffer())
        bare = without_descriptions(raw)
        if bare != raw:
            dictionary.write(bare, filter=dictionary.Filter, decode_parms=dictionary.get("/DecodeParms"))


def _describe(document: pikepdf.Pdf, title: str, language: str, pdf_ua: str) -> None:
    document.docinfo["/Title"] = title
    document.Root.Lang = language
    preferences = document.Root.get("/ViewerPreferences")
    if not isinstance(preferences, pikepdf.Dictionary):
        document.Root.ViewerPreferences = pikepdf.Dictionary()
    document.Root.ViewerPreferences.DisplayDocTitle = True
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = title
        metadata["dc:language"] = [language]
        if pdf_ua:
            metadata["pdfuaid:part"] = pdf_ua
