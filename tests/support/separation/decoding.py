"""What is in an answer once it is decoded: archives, documents, compressed streams, base64 and escapes, one in another.

A decoder gives the parts it finds and no error: what it does not understand has no parts.
"""

import base64
import binascii
import contextlib
import html
import io
import json
import pikepdf
import pypdfium2
import re
from urllib.parse import unquote_to_bytes
import zipfile
import zlib


#: How deep one thing may be in another, and the most bytes of one part.
DEPTH = 5
MOST = 20_000_000

#: Fewer letters than those of the shortest canary in base64 are not worth decoding.
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
HEXADECIMAL = re.compile(rb"(?:[0-9A-Fa-f]{2}){16,}")
ZLIB = re.compile(rb"[\x48\x58\x68\x78][\x01\x5e\x9c\xda]")
GZIP = b"\x1f\x8b\x08"

#: What an unreadable archive or document makes its library raise.
UNREADABLE = (zipfile.BadZipFile, zlib.error, pikepdf.PdfError, pypdfium2.PdfiumError, OSError, ValueError, EOFError,
              NotImplementedError, RuntimeError, KeyError, IndexError, binascii.Error)  # fmt: skip


def texts(data):
    """Yield everything that can be read in some bytes, as text.

    Parameters:
        data: bytes.
    """
    seen, waiting = {data}, [(data, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield from readings(part)
        if depth == DEPTH:
            continue
        for decode in DECODERS:
            for inner in _parts(decode, part):
                if inner and inner not in seen:
                    seen.add(inner)
                    waiting.append((inner[:MOST], depth + 1))


def _parts(decode, part):
    parts = []
    with contextlib.suppress(*UNREADABLE):
        for inner in decode(part):
            parts.append(inner)
    return parts


def readings(data):
    """Yield bytes as text: as they are, unescaped, and without what only separates letters."""
    plain = data.decode("utf-8", "replace")
    yield plain
    if b"\0" in data:
        yield data.replace(b"\0", b"").decode("utf-8", "replace")
    if b"&" in data:
        yield html.unescape(plain)
    if b"%" in data:
        yield unquote_to_bytes(plain).decode("utf-8", "replace")
    if b"\\u" in data:
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), plain)
    if b"<" in data:
        # A word may be divided by markup, as word processors do.
        yield re.sub(r"<[^>]*>", "", plain)
    if b"-" in data:
        yield plain.replace("-", "")


def from_base64(data):
    for run in BASE64.findall(data):
        letters = run.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        yield base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + b"==")
    if b"\n" in data and len(data) < 1_000_000:
        # Lines of base64, as in mail and XML.
        for block in re.findall(rb"(?:[A-Za-z0-9+/]{60,76}\s+)+[A-Za-z0-9+/]*={0,2}", data):
            yield base64.b64decode(block)


def from_hexadecimal(data):
    for run in HEXADECIMAL.findall(data):
        yield bytes.fromhex(run.decode())


def from_gzip(data):
    place = data.find(GZIP)
    while place >= 0:
        yield from _inflated(data[place:], zlib.MAX_WBITS | 16)
        place = data.find(GZIP, place + 1)


def from_zlib(data):
    for match in ZLIB.finditer(data):
        yield from _inflated(data[match.start() :], zlib.MAX_WBITS)


def _inflated(data, window):
    with contextlib.suppress(zlib.error):
        yield zlib.decompressobj(window).decompress(data, MOST)


def from_zip(data):
    """Yield the members of an archive, with everything that is said of them; documents of offices are archives."""
    if b"PK\x03\x04" not in data:
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield archive.comment
        for member in archive.infolist():
            yield b"\n".join([member.filename.encode(), member.comment, member.extra])
            yield archive.read(member)[:MOST]


def from_pdf(data):
    """Yield the strings and streams of a PDF, its metadata and the text of its pages."""
    place = data.find(b"%PDF-")
    if place < 0:
        return
    with pikepdf.open(io.BytesIO(data[place:])) as document:
        for thing in document.objects:
            yield from _of_object(thing)
        yield from _of_object(document.trailer)
    document = pypdfium2.PdfDocument(data[place:])
    try:
        for page in document:
            yield page.get_textpage().get_text_bounded().encode()
    finally:
        document.close()


def _of_object(thing, depth=0):
    if depth > DEPTH or isinstance(thing, int | float | bool) or thing is None:
        return
    if isinstance(thing, pikepdf.String | pikepdf.Name | str):
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            yield from _of_object(part, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        if isinstance(thing, pikepdf.Stream):
            with contextlib.suppress(pikepdf.PdfError):
                yield thing.read_bytes()
        for name in thing.keys():  # noqa: SIM118 (a stream is iterated by nothing else)
            yield str(name).encode()
            yield from _of_object(thing[name], depth + 1)


def from_json(data):
    """Yield the texts of JSON, which may hold anything escaped."""
    if data.lstrip()[:1] in (b"{", b"["):
        waiting = [json.loads(data)]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                waiting.extend([*value, *value.values()])
            elif isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, str):
                yield value.encode("utf-8", "replace")


DECODERS = (from_base64, from_hexadecimal, from_gzip, from_zlib, from_zip, from_pdf, from_json)
