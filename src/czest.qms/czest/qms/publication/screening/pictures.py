"""Pictures: PNG and JPEG."""

from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.screening.passages import traits_of
from io import BytesIO
from PIL import ExifTags
from PIL import Image
import struct
import warnings


#: Dots; a page scanned at 600 dpi in A3 has seventy million.
DOTS_LIMIT = 80_000_000

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"
_JPEG_END = b"\xff\xd9"


def opened(data: bytes) -> Image.Image:
    """Return a picture with all its dots.

    Raises:
        ValueError: it is neither PNG nor JPEG, is damaged, or has too many dots.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if picture.width * picture.height > DOTS_LIMIT:
            raise ValueError("too many dots")
        picture.load()
    return picture


def report(data: bytes, office: Office) -> FileReport:
    """Report on a picture; its text is a matter for people."""
    picture = opened(data)
    texts = [text for text in picture.info.values() if isinstance(text, str)]
    found, revealing = metadata_of(picture)
    return FileReport(
        pages=1,
        pages_without_text=(1,),
        foreign=_after_end(data),
        metadata=found,
        revealing=revealing,
        **traits_of({"structure": "\n".join(texts)}, office),
    )


def metadata_of(picture: Image.Image) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the metadata of a picture, and of those that tell about people, places or computers."""
    found = set()
    exif = picture.getexif()
    if exif:
        found.add("exif")
    if ExifTags.IFD.GPSInfo in exif:
        found.add("gps")
    if "xmp" in picture.info or "XML:com.adobe.xmp" in picture.info:
        found.add("xmp")
    if "icc_profile" in picture.info:
        found.add("profile")
    texts = getattr(picture, "text", None) or {}
    if "comment" in picture.info or texts or "photoshop" in picture.info:
        found.add("comment")
    return tuple(sorted(found)), tuple(sorted(found - {"profile"}))


def _after_end(data: bytes) -> tuple[str, ...]:
    end = _end_of_png(data) if data.startswith(PNG_SIGNATURE) else _end_of_jpeg(data)
    return ("trailing",) if data[end:].strip(b"\0\r\n ") else ()


def _end_of_png(data: bytes) -> int:
    place = len(PNG_SIGNATURE)
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        place += 12 + length
        if kind == b"IEND" and place <= len(data):
            return place
    raise ValueError("no end")


def _end_of_jpeg(data: bytes) -> int:
    """Return where the picture ends; in the coded dots ``FF`` is always followed by ``00`` or a restart."""
    place = 2
    while place + 4 <= len(data):
        marker, length = struct.unpack_from(">HH", data, place)
        if marker >> 8 != 0xFF:
            raise ValueError("not a segment")
        place += 2 + length
        if marker == 0xFFDA:
            place = _end_of_scan(data, place)
            if data[place : place + 2] == _JPEG_END:
                return place + 2
    raise ValueError("no end")


def _end_of_scan(data: bytes, place: int) -> int:
    while True:
        place = data.index(b"\xff", place)
        following = data[place + 1 : place + 2]
        if following == b"\0" or b"\xd0" <= following <= b"\xd7":
            place += 2
        elif following == b"\xff":
            place += 1
        else:
            return place
