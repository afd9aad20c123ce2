"""A canary is found however it is wrapped."""

import base64
import bz2
import gzip
from hypothesis import given
from hypothesis import strategies
import io
import json
import pikepdf
import pytest
from support.separation import files
from support.separation import leaking
from support.separation.answers import Answer
from support.separation.answers import leaks
from support.separation.canaries import Canaries
from support.separation.decoding import texts
from urllib.parse import quote
import zipfile
import zlib


CANARIES = Canaries("unit")
WORD = CANARIES.word("planted")


def zipped(data, name="a"):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def attached():
    """Return a PDF with a file attached to it."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(files.portable("nikt"))) as document:
        document.attachments["a.txt"] = WORD.encode()
        document.save(stream)
    return stream.getvalue()


WRAPPED = {
    "plain": WORD.encode(),
    "capital letters": WORD.upper().encode(),
    "percent": quote(WORD).replace("c", "%63").encode(),
    "entities": "".join(f"&#{ord(letter)};" for letter in WORD).encode(),
    "escapes of JSON": json.dumps({"a": WORD}).replace("n", "\\u006e").encode(),
    "divided by markup": f"{WORD[:5]}</w:t></w:r><w:r><w:t>{WORD[5:]}".encode(),
    "divided by hyphens": f"{WORD[:8]}-{WORD[8:]}".encode(),
    "UTF-16": WORD.encode("utf-16"),
    "base64": base64.b64encode(b"xy" + WORD.encode()),
    "base64 for addresses": base64.urlsafe_b64encode(b"\xfb\xff" + WORD.encode()),
    "lines of base64": base64.encodebytes(b"x" * 50 + WORD.encode() + b"y" * 70),
    "hexadecimal": WORD.encode().hex().encode(),
    "gzip": gzip.compress(WORD.encode()),
    "zlib": b"head" + zlib.compress(WORD.encode()),
    "member of an archive": zipped(WORD),
    "name in an archive": zipped("x", WORD),
    "archive in an archive": zipped(zipped(WORD)),
    "base64 of gzip in JSON": json.dumps({"a": base64.b64encode(gzip.compress(WORD.encode())).decode()}).encode(),
    "metadata of a PDF": files.portable(WORD),
    "text of a PDF": files.portable("nikt", f"BT /F1 12 Tf 72 720 Td ({WORD}) Tj ET".encode()),
    "text of a PDF in pieces": files.portable(
        "nikt", f"BT /F1 12 Tf 72 720 Td [({WORD[:6]}) 0 ({WORD[6:]})] TJ ET".encode()
    ),
    "attached to a PDF": attached(),
    "author of a document": files.document(WORD),
    "custom property of a document": files.document("nikt", WORD),
}


@pytest.mark.parametrize("wrapped", WRAPPED.values(), ids=WRAPPED)
def test_a_canary_is_found_in_a_body(wrapped):
    assert leaks(CANARIES, Answer(200, "OK", (), wrapped)) == ["planted"]


def test_a_canary_is_found_in_the_head():
    assert leaks(CANARIES, Answer(404, f"Not {WORD}", (), b"")) == ["planted"]
    assert leaks(CANARIES, Answer(200, "OK", (("Location", f"/{quote(WORD)}"),), b"")) == ["planted"]
    value = base64.b64encode(f"a:{WORD}".encode()).decode()
    assert leaks(CANARIES, Answer(200, "OK", (("X", value),), b"")) == ["planted"]


def test_what_has_no_canary_has_no_leak():
    body = files.document("nikt") + files.portable("nikt") + bz2.compress(WORD.encode())
    assert leaks(CANARIES, Answer(200, "OK", (("X", "y"),), body)) == []


@given(strategies.binary(max_size=300))
@pytest.mark.hypothesis
def test_nothing_makes_the_decoder_fail(data):
    for start in (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x78\x9c", b"{"):
        assert all(isinstance(text, str) for text in texts(start + data))


PAGE = Answer(200, "OK", (("Content-Type", "text/html"),), b"<html><body><p>x</p></body></html>")
TRUE_ANSWERS = {
    "/bip/rejestr-zmian": PAGE,
    "/bip/wykaz-dokumentow": PAGE,
    "/bip/mapa-strony": PAGE,
    "/bip/nie-ma": Answer(404, "Not Found", (), PAGE.body),
    "/bip/feed.atom": Answer(200, "OK", (), b"<feed></feed>"),
    "/bip/feed.json": Answer(200, "OK", (), b"{}"),
    "/bip/paczka.zip": Answer(200, "OK", (("Content-Type", "application/zip"),), zipped("x")),
    "/bip/pliki/a.pdf": Answer(200, "OK", (("Content-Type", "application/pdf"),), files.portable("nikt")),
    "/bip/pliki/a.docx": Answer(200, "OK", (("Content-Type", leaking.DOCX),), files.document("nikt")),
    "/bip/pliki/a.txt": Answer(200, "OK", (("Content-Type", "text/plain"),), b"x"),
}


@pytest.mark.parametrize("way", leaking.WAYS)
def test_each_way_of_leaking_is_found(way):
    applies, leak = leaking.WAYS[way]
    (answer,) = [answer for path, answer in TRUE_ANSWERS.items() if applies(path, answer)]
    assert leaks(CANARIES, answer) == []
    assert leaks(CANARIES, leak(answer, WORD)) == ["planted"]
