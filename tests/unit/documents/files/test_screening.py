"""Screening of whole files."""

from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.files import Finding
from czest.qms.documents.files import media_type
from czest.qms.documents.files import refused
from czest.qms.documents.files import screen
from czest.qms.documents.files import SOURCE_TYPES
from czest.qms.documents.files.findings import WARN
from czest.qms.documents.files.formats import FORMATS
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pikepdf
import pypdfium2
import pytest


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT_TYPES = "[Content_Types].xml"


def utf_16(text):
    return text.encode("utf-16-le")


def codes(*arguments, **options):
    return [finding.code for finding in screen(*arguments, **options)]


@pytest.fixture(scope="session")
def sound(docx_file, odt_file, pdf_file, make_zip):
    """A sound file of every accepted format."""
    opendocument = "application/vnd.oasis.opendocument."
    office = "application/vnd.openxmlformats-officedocument."
    return {
        "docx": docx_file,
        "odt": odt_file,
        "pdf": pdf_file,
        "txt": "Procedurę stosują wszystkie.".encode(),
        "csv": "symbol;tytuł\nPS-01;Nadzór".encode("cp1250"),
        "rtf": rb"{\rtf1\ansi\ansicpg1250 Procedur\'ea stosuj\'b9.\par}",
        "ods": make_zip({"mimetype": opendocument + "spreadsheet", "content.xml": "<a/>"}),
        "odp": make_zip({"mimetype": opendocument + "presentation", "content.xml": "<a/>"}),
        "xlsx": make_zip({CONTENT_TYPES: office + "spreadsheetml.sheet.main+xml"}),
        "pptx": make_zip({CONTENT_TYPES: office + "presentationml.presentation.main+xml"}),
        "xps": make_zip({CONTENT_TYPES: "application/vnd.ms-package.xps-fixeddocumentsequence+xml"}),
        "doc": OLE + bytes(512) + utf_16("WordDocument"),
        "xls": OLE + bytes(512) + utf_16("Workbook"),
        "ppt": OLE + bytes(512) + utf_16("PowerPoint Document"),
    }


def test_every_format_of_the_whitelist_has_a_sound_example(sound):
    assert set(sound) == ALLOWED_TYPES
    assert SOURCE_TYPES <= ALLOWED_TYPES


@pytest.mark.parametrize("extension", sorted(ALLOWED_TYPES))
@pytest.mark.parametrize("declared", [None, "", "application/octet-stream", "its own"])
def test_sound_files_pass(sound, extension, declared):
    content_type = media_type(f"a.{extension}") + "; charset=utf-8" if declared == "its own" else declared
    assert screen(f"Plik.{extension.upper()}", content_type, sound[extension]) == []


@pytest.mark.parametrize("extension", sorted(ALLOWED_TYPES - {"txt", "csv"}))
@pytest.mark.parametrize("pretender", sorted(ALLOWED_TYPES))
def test_a_file_under_the_name_of_another_format_is_refused(sound, extension, pretender):
    if extension != pretender:
        assert codes(f"a.{extension}", None, sound[pretender]) == ["mismatch"]


@pytest.mark.parametrize("extension", ["docx", "odt", "pdf", "doc", "xps"])
def test_binary_files_are_not_text(sound, extension):
    assert codes("a.txt", None, sound[extension] + b"\x00") == ["mismatch"]


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.svg", "a", "a.docm", "a.pdf.js"])
def test_types_outside_the_whitelist_are_refused(name):
    assert codes(name, None, b"x") == ["type"]


def test_a_source_of_the_text_must_be_a_text_document(sound):
    findings = screen("a.xlsx", None, sound["xlsx"], types=SOURCE_TYPES)
    assert [finding.code for finding in findings] == ["type"]
    assert findings[0].mapping == {"types": "docx, odt, pdf, txt"}
    assert codes("a.odt", None, sound["odt"], types=SOURCE_TYPES) == []


def test_an_unsafe_name_is_refused_first():
    assert codes("../a.exe", None, b"") == ["name-path"]


def test_an_empty_file_is_refused():
    assert codes("a.txt", None, b"") == ["empty"]


def test_the_limit_is_the_last_size_accepted():
    assert codes("a.txt", None, b"x" * 10, limit=10) == []
    findings = screen("a.txt", None, b"x" * (1024 * 1024 + 1), limit=1024 * 1024)
    assert [finding.code for finding in findings] == ["size"]
    assert findings[0].mapping == {"limit": "1"}


def test_a_declared_type_that_contradicts_the_name_is_refused(sound):
    assert codes("a.pdf", "text/html", sound["pdf"]) == ["declared-type"]
    assert codes("a.csv", "application/vnd.ms-excel", sound["csv"]) == []


def test_media_types_come_from_the_name_alone():
    assert media_type("a.PDF") == "application/pdf"
    assert media_type("a.html") == "application/octet-stream"
    assert {media_type(f"a.{extension}") for extension in FORMATS} & {"text/html", "image/svg+xml"} == set()


def test_an_encrypted_office_file_is_named_as_such():
    assert codes("a.docx", None, OLE + utf_16("EncryptedPackage")) == ["password"]
    assert codes("a.docx", None, OLE + bytes(100)) == ["mismatch"]


def test_an_encrypted_opendocument_is_named_as_such(odt_file, repack):
    manifest = "<manifest:encryption-data manifest:checksum-type='x'/>"
    assert codes("a.odt", None, repack(odt_file, {"META-INF/manifest.xml": manifest})) == ["password"]


def test_an_encrypted_entry_means_a_password(odt_file):
    data = bytearray(odt_file)
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert codes("a.odt", None, bytes(data)) == ["password"]


def test_an_opendocument_without_content_is_broken(make_zip):
    data = make_zip({"mimetype": "application/vnd.oasis.opendocument.text"})
    assert codes("a.odt", None, data) == ["broken"]


@pytest.mark.parametrize("entry", ["Basic/Standard/Module1.xml", "Scripts/python/a.py"])
def test_macros_in_opendocument_are_refused(odt_file, repack, entry):
    assert codes("a.odt", None, repack(odt_file, {entry: "x"})) == ["macro"]


def test_macros_in_office_files_are_refused(docx_file, repack, sound):
    assert codes("a.docx", None, repack(docx_file, {"word/vbaProject.bin": "x"})) == ["macro"]
    enabled = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert codes("a.docx", None, repack(docx_file, {CONTENT_TYPES: enabled})) == ["macro"]
    assert codes("a.doc", None, sound["doc"] + utf_16("_VBA_PROJECT")) == ["macro"]


def test_a_bomb_is_refused(docx_file, repack):
    assert codes("a.docx", None, repack(docx_file, {"word/media/image1.png": bytes(30_000_000)})) == ["bomb"]


@pytest.mark.parametrize("extension", ["docx", "odt"])
def test_a_truncated_container_is_broken(sound, extension):
    data = sound[extension]
    assert codes(f"a.{extension}", None, data[: len(data) // 2]) == ["broken"]


def test_a_pdf_with_a_password_is_refused(make_pdf):
    locked = make_pdf(encryption=pikepdf.Encryption(user="tajne", owner="tajne"))
    assert codes("a.pdf", None, locked) == ["password"]


@pytest.mark.parametrize("rights", [("extract",), ("print_highres",), ("print_highres", "print_lowres")])
def test_a_pdf_locked_against_copying_or_printing_is_refused(make_pdf, rights):
    allow = pikepdf.Permissions(**dict.fromkeys(rights, False))
    assert codes("a.pdf", None, make_pdf(encryption=pikepdf.Encryption(owner="x", allow=allow))) == ["locked"]


def test_a_pdf_encrypted_without_any_lock_passes(make_pdf):
    assert codes("a.pdf", None, make_pdf(encryption=pikepdf.Encryption(owner="x"))) == []


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 500])
def test_a_damaged_pdf_is_refused(data):
    assert codes("a.pdf", None, data) == ["broken"]


def test_a_pdf_without_pages_is_refused(make_pdf):
    assert codes("a.pdf", None, make_pdf(pages=0)) == ["broken"]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.txt", lambda text: text.encode("cp1250")),
        ("a.rtf", lambda text: rb"{\rtf1 \par " + text.encode("cp1250").replace(b"\xaf", b"\\'af") + rb"\par}"),
        ("a.rtf", lambda text: rb"{\rtf1\par " + text.replace("Ż", "\\u379?").encode("ascii") + rb"\par}"),
        ("a.doc", lambda text: OLE + utf_16("WordDocument") + bytes(10) + utf_16(f"Procedura\r{text}\rCel\r")),
        ("a.doc", lambda text: OLE + utf_16("WordDocument") + f"\r{text}\r".encode("cp1250")),
    ],
)
def test_a_classification_heading_warns(name, make):
    findings = screen(name, None, make("ZASTRZEŻONE"))
    assert [(finding.code, finding.severity) for finding in findings] == [("classified", WARN)]
    assert not refused(findings)


def test_a_classification_heading_in_the_page_header_warns(docx_file, odt_file, repack, make_pdf):
    header = "<w:hdr><w:p><w:r><w:t>POU</w:t></w:r><w:r><w:t>FNE</w:t></w:r></w:p></w:hdr>"
    assert codes("a.docx", None, repack(docx_file, {"word/header1.xml": header})) == ["classified"]
    styles = "<style:header><text:p>Tekst &amp; obraz</text:p><text:p>TAJNE</text:p></style:header>"
    assert codes("a.odt", None, repack(odt_file, {"styles.xml": styles})) == ["classified"]
    assert codes("a.pdf", None, make_pdf("POUFNE", pages=2)) == ["classified"]


def test_unreadable_text_is_no_marking(docx_file):
    data = bytearray(docx_file)
    start = docx_file.index(b"word/document.xml") + len(b"word/document.xml")
    data[start : start + 8] = b"\xff" * 8
    assert codes("a.docx", None, bytes(data)) == []


def test_a_pdf_that_pdfium_refuses_is_no_marking(pdf_file, monkeypatch):
    """pikepdf repairs some files that PDFium does not read."""

    def refuse(data):
        raise pypdfium2.PdfiumError("Failed to load document")

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    assert codes("a.pdf", None, pdf_file) == []


def test_text_is_read_only_within_its_limit():
    assert codes("a.txt", None, "ąę".encode() * 3_000_000) == []


def test_refusals_are_told_from_warnings():
    assert refused([Finding("a", "A"), Finding("b", "B", WARN)])
    assert not refused([Finding("b", "B", WARN)])
    assert not refused([])


@given(
    st.sampled_from(sorted(ALLOWED_TYPES)),
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", OLE, b"%PDF-1.4\n", b"{\\rtf1"]),
)
def test_hostile_bytes_never_crash(extension, data, start):
    for finding in screen(f"a.{extension}", None, start + data):
        assert finding.message and finding.severity in ("refuse", "warn")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_real_files_never_crash(sound, data):
    extension = data.draw(st.sampled_from(["docx", "odt", "pdf", "rtf"]))
    original = sound[extension]
    end = data.draw(st.integers(1, len(original)))
    position = data.draw(st.integers(0, end - 1))
    junk = data.draw(st.binary(max_size=8))
    damaged = original[:position] + junk + original[position + len(junk) : end]
    for finding in screen(f"a.{extension}", None, damaged):
        assert finding.message and finding.severity in ("refuse", "warn")
