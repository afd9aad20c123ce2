"""The public file is made, never copied: only what the public shall get is in it."""

from czest.qms.publication.public_files import make_public
from czest.qms.publication.public_files import NotMade
from czest.qms.publication.public_files import public_name
from czest.qms.publication.public_files.making import made
from czest.qms.publication.rules.files import PUBLIC_MEDIA_TYPES
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.screening.confinement import Limits
from czest.qms.publication.screening.dispatch import report_on
import docx
import hashlib
from hypothesis import given
from hypothesis import strategies as st
from io import BytesIO
import odfdo
import pikepdf
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from pikepdf import String
from PIL import Image
import pytest
import re
from support.hostile.sound import files
from support.hostile.sound import parts
from support.hostile.sound import pdf
from support.hostile.sound import picture
from support.hostile.sound import TEXT
from support.hostile.sound import with_xml


#: Nothing of it may be found in any public file, packed or not.
CANARY = "Kanarek-7Q"
EXTENSIONS = sorted(files())


def report(data, extension):
    return report_on(data, f"a.{extension}", "", Office())


def public(data, extension, **options):
    name = f"ps-01-wydanie-6.{extension}"
    return make_public(data, PUBLIC_MEDIA_TYPES[extension], "Procedura nadzoru", "pl", name, **options)


def test_a_public_file_says_what_it_is():
    file = public(files()["pdf"], "pdf")
    assert (file.name, file.media_type, file.pages) == ("ps-01-wydanie-6.pdf", "application/pdf", 1)
    assert file.sha256 == hashlib.sha256(file.data).hexdigest()
    assert (file.signed, file.accessible) == (False, False)
    assert file.report.title and file.report.language == "pl"


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_what_is_made_is_clean_and_always_the_same(extension):
    once, _ = made(files()[extension], extension, "Procedura nadzoru", "pl")
    again, _ = made(files()[extension], extension, "Procedura nadzoru", "pl")
    assert once == again
    seen = report(once, extension)
    assert not (seen.failure or seen.refusals or seen.metadata or seen.foreign or seen.active)
    # Made of what was made, nothing changes but the dots of a JPEG, which it never keeps exactly.
    if extension != "jpg":
        assert made(once, extension, "Procedura nadzoru", "pl") == (once, set())


def test_nothing_of_a_described_pdf_is_left():
    def describe(document):
        document.Root.PieceInfo = Dictionary(X=Dictionary(Private=String(CANARY)))
        document.pages[0].Metadata = document.make_stream(CANARY.encode(), Type=Name.Metadata, Subtype=Name.XML)
        document.pages[0].Thumb = document.make_stream(CANARY.encode())
        document.pages[0].LastModified = String(CANARY)
        document.Root.Unreached = document.make_indirect(Dictionary(Metadata=document.make_stream(CANARY.encode())))
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:creator"] = [CANARY]
        document.docinfo["/Author"] = CANARY
        document.docinfo["/Producer"] = f"C:\\Users\\{CANARY}"

    file = public(pdf(describe), "pdf")
    assert CANARY.encode() not in everything_of_pdf(file.data)
    assert {"author", "path", "history", "thumbnail", "xmp"} <= set(file.removed)


def everything_of_pdf(data):
    """Return the bytes of a PDF and of everything in it unpacked, strings too."""
    pieces = [data]
    with pikepdf.open(BytesIO(data)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Stream):
                pieces.append(each.read_bytes())
            pieces.append(repr(each).encode())
    return b"".join(pieces)


def test_what_a_pdf_does_or_holds_is_dropped_too():
    """A file that acts is refused earlier; were it not, nothing of it would be left."""

    def act(document):
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(CANARY))
        document.Root.AA = Dictionary(WC=Dictionary(S=Name.JavaScript, JS=String(CANARY)))
        document.attachments["a.txt"] = CANARY.encode()

    data, _ = made(pdf(act), "pdf", "t", "pl")
    assert CANARY.encode() not in everything_of_pdf(data)
    seen = report(data, "pdf")
    assert (seen.active, seen.embedded) == ((), ())


def test_a_link_and_a_bookmark_stay():
    def link(document):
        action = Dictionary(S=Name.URI, URI=String("https://bip.example/"))
        annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        document.pages[0].Annots = Array([document.make_indirect(annotation)])
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Cel", 0))

    data, _ = made(pdf(link), "pdf", "t", "pl")
    with pikepdf.open(BytesIO(data)) as document:
        assert str(document.pages[0].Annots[0].A.URI) == "https://bip.example/"
        with document.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Cel"]


def test_tags_and_the_claim_of_accessibility_stay():
    def describe(document):
        document.Root.MarkInfo = Dictionary(Marked=True)
        document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfuaid:part"] = "1"

    assert public(pdf(describe), "pdf").accessible


def test_earlier_versions_are_gone():
    sound = pdf(text=CANARY)
    table = int(sound[sound.rindex(b"startxref") :].split()[1])
    number = int(re.search(rb"(\d+) 0 obj\n<<[^>]*/Length", sound)[1])
    place = len(sound)
    covering = b"%d 0 obj\n<</Length 1>>stream\n \nendstream\nendobj\n" % number
    rows = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    data = sound + covering + rows % (number, place, table, place + len(covering))
    assert CANARY.encode() in everything_of_pdf(sound)
    result, removed = made(data, "pdf", "t", "pl")
    assert CANARY.encode() not in everything_of_pdf(result)
    assert "earlier-versions" in removed


def test_a_signed_file_stays_byte_for_byte():
    data = signed()
    file = public(data, "pdf")
    assert (file.data, file.signed, file.removed) == (data, True, ())


def test_a_signed_file_that_tells_about_people_is_not_made():
    with pytest.raises(NotMade) as caught:
        public(signed(lambda document: document.docinfo.__setitem__("/Author", CANARY)), "pdf")
    assert [each.rule for each in caught.value.findings] == ["metadata-signed"]


def signed(change=None):
    def sign(document):
        value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 9999999]), Contents=String("x" * 20))
        field = Dictionary(FT=Name.Sig, T=String("podpis"), V=document.make_indirect(value), Subtype=Name.Widget)
        document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))
        if change:
            change(document)

    data = pdf(sign, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return data.replace(b"9999999", b"%07d" % (len(data) - 2))


def test_a_docx_is_rebuilt_of_what_a_reader_sees():
    document = docx.Document()
    document.add_heading("Cel")
    document.add_paragraph(TEXT)
    document.add_picture(BytesIO(picture("JPEG", comment=CANARY.encode())))
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category"):
        setattr(document.core_properties, name, CANARY)
    output = BytesIO()
    document.save(output)
    file = public(output.getvalue(), "docx")
    content = parts(file.data)
    assert not any(CANARY.encode() in each for each in content.values())
    assert not any(name.startswith(("docProps/app", "docProps/thumb", "customXml/")) for name in content)
    assert not any(b"rsid" in each for each in content.values())
    assert {"author", "last-author", "comment", "revision-ids", "thumbnail"} <= set(file.removed)
    rebuilt = docx.Document(BytesIO(file.data))
    assert [paragraph.text for paragraph in rebuilt.paragraphs[:2]] == ["Cel", TEXT]
    assert (rebuilt.core_properties.title, rebuilt.core_properties.author) == ("Procedura nadzoru", "")
    assert len(rebuilt.inline_shapes) == 1
    assert file.accessible


def test_an_odt_is_rebuilt_of_what_a_reader_sees():
    document = odfdo.Document("text")
    document.body.append(odfdo.Paragraph(TEXT))
    document.meta.creator = CANARY
    document.meta.set_user_defined_metadata("Wydzial", CANARY)
    output = BytesIO()
    document.save(output)
    file = public(output.getvalue(), "odt")
    content = parts(file.data)
    assert list(content)[0] == "mimetype"
    assert set(content) == {"mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"}
    assert not any(CANARY.encode() in each for each in content.values())
    assert {"last-author", "custom", "settings"} <= set(file.removed)
    rebuilt = odfdo.Document(BytesIO(file.data))
    assert TEXT in rebuilt.get_formatted_text()
    assert rebuilt.meta.title == "Procedura nadzoru"


@pytest.mark.parametrize("kind, extension", [("JPEG", "jpg"), ("PNG", "png")])
def test_a_picture_keeps_its_dots_and_nothing_else(kind, extension):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = CANARY
    exif.get_ifd(0x8825)[1] = "N"
    data, removed = made(picture(kind, exif=exif), extension, "t", "pl")
    assert {"exif", "gps"} <= removed
    assert CANARY.encode() not in data
    # Turned as it was shown: what said so is gone.
    assert Image.open(BytesIO(data)).size == (80, 120)


def test_a_picture_within_a_pdf_loses_its_description_and_no_dot():
    exif = Image.Exif()
    exif[0x010E] = CANARY

    def insert(document):
        dots = document.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=120, Height=80)
        dots.ColorSpace, dots.BitsPerComponent = Name.DeviceRGB, 8
        dots.write(picture("JPEG", exif=exif), filter=Name.DCTDecode)
        document.pages[0].Resources.XObject = Dictionary(X=dots)
        document.pages[0].Contents = document.make_stream(b"q 100 0 0 100 0 0 cm /X Do Q")

    data, removed = made(pdf(insert), "pdf", "t", "pl")
    assert "exif" in removed
    with pikepdf.open(BytesIO(data)) as document:
        raw = document.pages[0].Resources.XObject.X.read_raw_bytes()
    assert CANARY.encode() not in raw
    shown, before = (Image.open(BytesIO(each)).tobytes() for each in (raw, picture("JPEG")))
    assert shown == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1250", "iso-8859-2"])
def test_text_becomes_utf_8(encoding):
    text = "Zażółć gęślą jaźń\r\n"
    data, _ = made(text.encode(encoding), "txt", "t", "pl")
    assert data == text.encode("utf-8")


def test_what_nobody_may_answer_for_is_not_made():
    data = with_xml("docx", "word/document.xml", "<w:sectPr", "<w:p><w:r><w:object/></w:r></w:p>")
    with pytest.raises(NotMade) as caught:
        public(data, "docx")
    assert [each.rule for each in caught.value.findings] == ["active-content"]


def test_personal_data_is_left_to_those_who_answer_for_it():
    file = public(b"PESEL 44051401359\n", "txt")
    assert [hit.kind for hit in file.report.hits] == ["pesel"]


@pytest.mark.parametrize(
    "data, media_type, name, limits, reason",
    [
        (b"broken", "application/pdf", "a.pdf", Limits(), "unreadable"),
        (b"x", "text/plain", "a.pdf", Limits(), "type"),
        (b"x", "text/html", "a.html", Limits(), "type"),
        (b"x", "text/plain", "a.txt", Limits(seconds=0.01), "timeout"),
    ],
)
def test_why_it_is_not_made(data, media_type, name, limits, reason):
    with pytest.raises(NotMade) as caught:
        make_public(data, media_type, "t", "pl", name, limits=limits)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "arguments, name",
    [
        (("PS-01", "6", "pdf"), "ps-01-wydanie-6.pdf"),
        (("PS-01", "6/1", "pdf", 2), "ps-01-wydanie-6-1-plik-2.pdf"),
        (("OR.0142.3.2026", "", "docx"), "or-0142-3-2026.docx"),
        (("ŻÓŁĆ/01", "A", "ODT"), "zolc-01-wydanie-a.odt"),
        (("../../etc", "<b>", "pdf"), "etc-wydanie-b.pdf"),
        (("…", "…", "pdf"), "dokument-wydanie-0.pdf"),
    ],
)
def test_public_names(arguments, name):
    assert public_name(*arguments) == name


@given(st.text(), st.text(), st.sampled_from(sorted(PUBLIC_MEDIA_TYPES)), st.integers(1, 999))
def test_a_public_name_is_plain(symbol, number, extension, ordinal):
    name = public_name(symbol, number, extension, ordinal)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.[a-z]+", name)
    assert len(name) <= 160
