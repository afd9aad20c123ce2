"""Pictures saved anew from their dots alone."""

from czest.qms.publication.screening.pictures import metadata_of
from czest.qms.publication.screening.pictures import opened
from io import BytesIO
from PIL import Image
from PIL import ImageOps


_QUALITY = 92
#: Of what a picture says beside its dots, needed to show them.
_NEEDED = ("transparency",)


def make(data: bytes, title: str = "", language: str = "") -> tuple[bytes, set[str]]:
    """Return a picture without anything but its dots, turned as it is shown, and what was removed."""
    picture = opened(data)
    removed = set(metadata_of(picture)[0])
    kind = picture.format
    return saved(ImageOps.exif_transpose(picture), kind), removed


def saved(picture: Image.Image, kind: str | None) -> bytes:
    """Return a picture as a file of its kind."""
    bare = picture.copy()
    bare.info = {name: value for name, value in picture.info.items() if name in _NEEDED}
    output = BytesIO()
    if kind == "JPEG":
        bare.save(output, "JPEG", quality=_QUALITY, subsampling=0)
    else:
        bare.save(output, "PNG", optimize=False)
    return output.getvalue()


#: Segments of a JPEG that hold EXIF or XMP (APP1), data of programs (APP3 to APP13, APP15) and comments.
_DESCRIBING = frozenset({0xFFE1, *range(0xFFE3, 0xFFEE), 0xFFEF, 0xFFFE})
_START_OF_SCAN = 0xFFDA


def without_descriptions(data: bytes) -> bytes:
    """Return a JPEG with the same dots, bit for bit, without the segments that describe it.

    Parameters:
        data: bytes of a JPEG; anything else comes back as it is.
    """
    if not data.startswith(b"\xff\xd8"):
        return data
    pieces, place = [data[:2]], 2
    while place + 4 <= len(data):
        marker = int.from_bytes(data[place : place + 2], "big")
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker >> 8 != 0xFF or marker == _START_OF_SCAN or end > len(data):
            break
        if marker not in _DESCRIBING:
            pieces.append(data[place:end])
        place = end
    return b"".join([*pieces, data[place:]])
