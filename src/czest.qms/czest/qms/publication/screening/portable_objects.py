"""Going through every object of a PDF, reachable or not, without ever following a reference."""

from collections.abc import Iterator
from czest.qms.documents.files.archives import OversizedArchive
from czest.qms.documents.files.archives import RATIO_FREE
from czest.qms.documents.files.archives import RATIO_LIMIT
from czest.qms.publication.screening.malware import is_marked
from dataclasses import dataclass
from dataclasses import field
import pikepdf
import re


#: Types of actions that do more than to turn to a page of the same file or to an address.
ACTIONS = frozenset(
    [
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/ResetForm",
        "/GoToR",
        "/GoToE",
        "/Rendition",
        "/Movie",
        "/Sound",
        "/Hide",
        "/GoTo3DView",
        "/RichMediaExecute",
        "/GoToDp",
        "/Thread",
    ]
)
_MULTIMEDIA = frozenset(["/Screen", "/Movie", "/Sound", "/RichMedia", "/3D"])
_COMMENTS = frozenset(
    [
        "/Text",
        "/FreeText",
        "/Line",
        "/Square",
        "/Circle",
        "/Polygon",
        "/PolyLine",
        "/Highlight",
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Caret",
        "/Stamp",
        "/Ink",
        "/Popup",
        "/Redact",
    ]
)
_TEXTS = ("/Title", "/Contents", "/V", "/DV", "/Alt", "/ActualText", "/E", "/T", "/TU", "/URI")

#: Objects and the values in them; more is not a document.
_VALUES_LIMIT = 2_000_000

_START = re.compile(rb"startxref\s{1,4}(\d{1,12})")

_EXIF = b"Exif\0\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
#: Metadata of a picture stand before its dots.
_PICTURE_HEAD = 256 * 1024


class TooManyObjects(ValueError):
    """There are more objects than any document has."""


@dataclass
class Inventory:
    """What is in a PDF.

    Parameters:
        active, embedded: ids, see ``rules.terms``.
        comments: annotations that are remarks.
        texts: texts that stand outside of pages.
        byte_ranges: of signatures: start and length of the bytes before and after the signature itself.
        metadata: ids of metadata that stand anywhere but in the catalog.
        malware: the test signature of scanners stands in a stream.
    """

    active: set[str] = field(default_factory=set)
    embedded: set[str] = field(default_factory=set)
    comments: int = 0
    texts: list[str] = field(default_factory=list)
    byte_ranges: list[tuple[int, int, int, int]] = field(default_factory=list)
    metadata: set[str] = field(default_factory=set)
    malware: bool = False


def inventory_of(document: pikepdf.Pdf) -> Inventory:
    """Return what is in a PDF.

    Raises:
        TooManyObjects, OversizedArchive: there is more in it than in any document.
    """
    inventory = Inventory()
    main = document.Root.get("/Metadata")
    # The document's own description, which ``portable_metadata`` reads.
    own = main.objgen if main is not None else None
    for dictionary in dictionaries_of(document):
        if dictionary.objgen == own and own != (0, 0):
            continue
        _look(dictionary, inventory)
    return inventory


def dictionaries_of(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every dictionary and stream; what is referred to is an object of its own, so no reference is followed."""
    seen = 0
    for indirect in document.objects:
        waiting = [indirect]
        while waiting:
            current = waiting.pop()
            seen += 1
            if seen > _VALUES_LIMIT:
                raise TooManyObjects
            if isinstance(current, pikepdf.Dictionary | pikepdf.Stream):
                yield current
                nested = list(current.values())
            elif isinstance(current, pikepdf.Array):
                nested = list(current)
            else:
                continue
            waiting += [each for each in nested if isinstance(each, pikepdf.Object) and not each.is_indirect]


def _look(dictionary: pikepdf.Object, inventory: Inventory) -> None:
    _look_for_actions(dictionary, inventory)
    _look_for_files(dictionary, inventory)
    _look_for_forms(dictionary, inventory)
    _look_at_content(dictionary, inventory)
    strings = [value for value in dictionary.values() if isinstance(value, pikepdf.String)]
    inventory.malware = inventory.malware or any(is_marked(bytes(value)) for value in strings)
    for key in _TEXTS:
        value = dictionary.get(key)
        if isinstance(value, pikepdf.String) and not _is_signature(dictionary):
            inventory.texts.append(str(value))


def _look_for_actions(dictionary: pikepdf.Object, inventory: Inventory) -> None:
    kind = name_of(dictionary, "/S")
    if "/JS" in dictionary or kind == "/JavaScript" or "/JavaScript" in dictionary:
        inventory.active.add("javascript")
    if kind in ACTIONS or "/AA" in dictionary:
        inventory.active.add("actions")
    subtype = name_of(dictionary, "/Subtype")
    if subtype in _MULTIMEDIA:
        inventory.active.add("multimedia")
    # A structure element or a table of fonts may say /Text as well; a remark has a place on a page.
    if subtype in _COMMENTS and "/Rect" in dictionary:
        inventory.comments += 1


def _look_for_files(dictionary: pikepdf.Object, inventory: Inventory) -> None:
    attached = "/EmbeddedFiles" in dictionary or "/EF" in dictionary or "/AF" in dictionary
    if (
        attached
        or name_of(dictionary, "/Type") == "/EmbeddedFile"
        or name_of(dictionary, "/Subtype") == "/FileAttachment"
    ):
        inventory.embedded.add("attachments")
    if "/Collection" in dictionary:
        inventory.embedded.add("attachments")


def _look_for_forms(dictionary: pikepdf.Object, inventory: Inventory) -> None:
    if "/XFA" in dictionary:
        inventory.active.add("form-program")
    if _is_signature(dictionary):
        inventory.byte_ranges.append(tuple(int(each) for each in dictionary["/ByteRange"]))
    kind, value = name_of(dictionary, "/FT"), dictionary.get("/V")
    if (
        kind != "/Sig"
        and value is not None
        and ("/FT" in dictionary or "/T" in dictionary)
        and str(value) not in ("", "/Off")
    ):
        inventory.active.add("form-data")


def _look_at_content(dictionary: pikepdf.Object, inventory: Inventory) -> None:
    if "/PieceInfo" in dictionary:
        inventory.metadata.add("history")
    if "/Thumb" in dictionary:
        inventory.metadata.add("thumbnail")
    if name_of(dictionary, "/Type") == "/Metadata":
        inventory.metadata.add("xmp")
    if not isinstance(dictionary, pikepdf.Stream):
        return
    if name_of(dictionary, "/Filter") != "/DCTDecode":
        inventory.malware = inventory.malware or is_marked(_content(dictionary))
    else:
        head = bytes(dictionary.get_raw_stream_buffer())[:_PICTURE_HEAD]
        if _EXIF in head or _PHOTOSHOP in head:
            inventory.metadata.add("exif")


def _content(stream: pikepdf.Stream) -> bytes:
    """Return what a stream unpacks to, or its bytes where it is packed in a way only pictures are.

    Raises:
        OversizedArchive: it unpacks to far more than any document has.
    """
    packed = stream.read_raw_bytes()
    try:
        unpacked = stream.read_bytes()
    except pikepdf.PdfError:
        return packed
    # A picture of blank paper may be that much smaller than its dots; nothing else is.
    picture = name_of(stream, "/Subtype") == "/Image"
    if not picture and len(unpacked) > RATIO_FREE and len(unpacked) > RATIO_LIMIT * max(len(packed), 1):
        raise OversizedArchive
    return unpacked


def _is_signature(dictionary: pikepdf.Object) -> bool:
    ranges = dictionary.get("/ByteRange")
    return isinstance(ranges, pikepdf.Array) and len(ranges) == 4 and "/Contents" in dictionary


def name_of(dictionary: pikepdf.Object, key: str) -> str:
    """Return the name under a key, or the only name of an array there; empty for everything else."""
    value = dictionary.get(key)
    if isinstance(value, pikepdf.Array) and len(value) == 1:
        value = value[0]
    return str(value) if isinstance(value, pikepdf.Name) else ""


def has_earlier_versions(data: bytes, signatures: int) -> bool:
    """Tell whether content was saved by adding to an earlier file, which is still there.

    Every such save writes one more start of a table; a file made for the web begins with an empty one.

    Parameters:
        data: bytes of the file.
        signatures: number of signatures; each is added in this way.
    """
    starts = [int(match[1]) for match in _START.finditer(data)]
    return len([start for start in starts if start]) > 1 + signatures
