"""Reading plain text."""

from collections.abc import Iterator
from czest.qms.documents.conversion.blocks import Line
from czest.qms.documents.conversion.blocks import plain
from czest.qms.documents.conversion.errors import OversizedText
from czest.qms.documents.conversion.errors import UnreadableFile
from czest.qms.documents.files.encoding import decode


#: Most bytes of plain text: about two thousand pages.
TEXT_LIMIT = 5 * 1024 * 1024


def read_text(data: bytes) -> Iterator[Line]:
    """Yield the lines of a plain text in UTF-8, Windows-1250 or ISO 8859-2.

    Parameters:
        data: bytes of the file.

    Raises:
        UnreadableFile: the bytes are not text.
        OversizedText: there are more than ``TEXT_LIMIT`` bytes.
    """
    if len(data) > TEXT_LIMIT:
        raise OversizedText
    decoded = decode(data)
    if decoded is None:
        raise UnreadableFile("not text")
    for line in decoded[0].splitlines():
        yield Line(plain(line))
