"""Files cut off, files with wrong bytes, files that are not what their name says, and nothing at all."""

import gzip
import random
from support.hostile.sound import files


_CUTS = 16
_NAMES = {"txt": "csv"}


def cases():
    yield from _cut_off()
    yield from _misnamed()
    yield from _noise()
    yield from _wrong_bytes()
    for extension, data in files().items():
        yield f"gzip named {extension}", f"a.{extension}", gzip.compress(data, mtime=0)


def _cut_off():
    for extension in ("pdf", "docx", "odt", "png", "jpg"):
        data = files()[extension]
        for part in range(1, _CUTS + 1):
            # The last cut takes a few bytes; the very last byte of a PDF is an end of line that nobody needs.
            length = min(len(data) * part // _CUTS, len(data) - 3)
            yield f"{extension} cut at {length}", f"a.{extension}", data[:length]


def _misnamed():
    for extension, data in files().items():
        for other in files():
            if other != extension and {extension, other} != {"txt", "csv"}:
                # Text is text by whatever name, but for names of other kinds.
                yield f"{extension} named {other}", f"a.{other}", data


def _noise():
    for number, extension in enumerate(files()):
        yield f"empty {extension}", f"a.{extension}", b""
        yield f"zeros as {extension}", f"a.{extension}", bytes(1000)
        yield f"noise as {extension}", f"a.{extension}", random.Random(number).randbytes(5000)


def _wrong_bytes():
    pdf = files()["pdf"]
    table = pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))
    for shift in (1, 7, 100):
        start = pdf.rindex(b"startxref\n") + len(b"startxref\n")
        place = int(pdf[start : pdf.index(b"\n", start)])
        yield f"table {shift} bytes off", "a.pdf", pdf[:start] + str(place + shift).encode() + b"\n%%EOF\n"
    for number in range(1, 5):
        # The first row is the free one; of the rest one has a wrong place.
        row = table + len(b"xref\n") + pdf[table + 5 :].index(b"\n") + 1 + 20 * number
        yield f"object {number} elsewhere", "a.pdf", pdf[:row] + b"0000000003" + pdf[row + 10 :]
    for extension in ("docx", "odt"):
        data = files()[extension]
        for number in range(6):
            # Every part has a checksum, which says that it was packed from something else.
            place = _checksum(data, number)
            yield f"{extension} part {number}", f"a.{extension}", data[:place] + b"\1\2\3\4" + data[place + 4 :]


def _checksum(data, number):
    """Return where the directory keeps the checksum of an entry."""
    place = -1
    for _ in range(number + 1):
        place = data.index(b"PK\1\2", place + 1)
    return place + 16
