"""Test signatures of scanners, pictures with more than dots, names that are not names, and classified text."""

from PIL import PngImagePlugin
import struct
from support.hostile.portable import zeros
from support.hostile.sound import changed
from support.hostile.sound import files
from support.hostile.sound import package
from support.hostile.sound import pdf
from support.hostile.sound import picture
from support.hostile.sound import with_xml
import zlib


#: In two parts, so that a scanner does not report this module.
EICAR = r"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

_NAMES = (
    "<b>a</b>.pdf",
    "<script>alert(1)<.pdf",
    '"><img src=x onerror=alert(1)>.pdf',
    "a\nb.pdf",
    "a\u202efdp.exe.pdf",
    "../../a.pdf",
    "..\\a.pdf",
    "C:\\a.pdf",
    "/etc/passwd.pdf",
    ".pdf",
    "a.pdf ",
    "a\0.pdf",
    "a.pdf.exe",
    "a.html",
    "a.svg",
    "a",
    "",
    f"{'a' * 200}.pdf",
)


def cases():
    yield from _marked()
    for name in _NAMES:
        yield f"name {name!r}", name, files()["pdf"]
    yield from _pictures()
    yield from _texts()


def _marked():
    signature = EICAR.encode()
    for extension in ("txt", "csv"):
        yield f"EICAR as {extension}", f"a.{extension}", signature
        yield f"EICAR in {extension}", f"a.{extension}", files()[extension] + signature
    yield "EICAR after pdf", "a.pdf", files()["pdf"] + signature
    yield (
        "EICAR in a stream",
        "a.pdf",
        pdf(lambda document: document.Root.__setattr__("X", document.make_stream(signature))),
    )
    yield "EICAR in properties", "a.pdf", pdf(lambda document: document.docinfo.__setitem__("/Author", EICAR))
    yield (
        "EICAR in docx",
        "a.docx",
        with_xml("docx", "word/document.xml", "<w:sectPr", f"<w:p><w:r><w:t>{EICAR}</w:t></w:r></w:p>"),
    )
    yield "EICAR in odt", "a.odt", with_xml("odt", "content.xml", "</office:text>", f"<text:p>{EICAR}</text:p>")
    yield "EICAR in a part of docx", "a.docx", changed("docx", {"customXml/item1.xml": f"<a>{EICAR}</a>".encode()})
    yield "EICAR in a part of odt", "a.odt", changed("odt", {"settings.xml": signature})
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", EICAR)
    yield "EICAR in png", "a.png", picture("PNG", pnginfo=info)
    yield "EICAR in jpg", "a.jpg", picture("JPEG", comment=signature)


def _pictures():
    archive = package({"a": b"x"})
    for extension in ("png", "jpg"):
        yield f"archive after {extension}", f"a.{extension}", files()[extension] + archive
        yield f"script after {extension}", f"a.{extension}", files()[extension] + b"<script>alert(1)</script>"
    for width, height in ((100_000, 100_000), (2**31 - 1, 1), (1, 2**31 - 1), (0, 0), (30_000, 30_000)):
        yield f"png of {width} × {height}", "a.png", _png(width, height)
    jpeg = files()["jpg"]
    frame = jpeg.index(b"\xff\xc0") + 5
    yield "huge jpg", "a.jpg", jpeg[:frame] + b"\xff\xff\xff\xff" + jpeg[frame + 4 :]
    yield "bomb in the text of png", "a.png", _with_chunk(b"zTXt", b"a\0\0" + zeros(200))
    yield "bomb in the profile of png", "a.png", _with_chunk(b"iCCP", b"a\0\0" + zeros(200))
    yield "gif named png", "a.png", b"GIF89a\1\0\1\0\0\0\0;"
    yield "markup named png", "a.png", b"<svg onload='alert(1)'/>"


def _texts():
    yield "markup named txt", "a.txt", b"<html><script>alert(1)</script></html>"
    yield "script named txt", "a.txt", b"#!/bin/sh\nrm -rf /\n"
    yield "classified txt", "a.txt", "ŚCIŚLE TAJNE\nTreść\n".encode()
    yield "classified odt", "a.odt", with_xml("odt", "content.xml", "</office:text>", "<text:p>POUFNE</text:p>")


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width, height):
    header = struct.pack(">IIBBBBB", width & 0xFFFFFFFF, height & 0xFFFFFFFF, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")


def _with_chunk(kind, data):
    sound = files()["png"]
    place = sound.index(b"IDAT") - 4
    return sound[:place] + _chunk(kind, data) + sound[place:]
