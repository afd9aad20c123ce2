"""What the adapters see in files, without the process around them: one cause, one trait."""

from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.screening.dispatch import report_on
import docx
from io import BytesIO
import pikepdf
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from pikepdf import String
from PIL import Image
import pytest
from support.hostile.portable import cases as portable_cases
from support.hostile.sound import changed
from support.hostile.sound import files
from support.hostile.sound import pdf
from support.hostile.sound import picture
from support.hostile.sound import with_xml


def report(data, name):
    return report_on(data, name, "", Office())


def traits(seen):
    """Return the fields that differ from those of a report on nothing."""
    return {name: value for name, value in vars(seen).items() if value != getattr(FileReport(), name)}


@pytest.mark.parametrize("extension", ["pdf", "docx", "odt", "txt", "csv"])
def test_sound_files_have_text_and_nothing_to_hide(extension):
    seen = report(files()[extension], f"a.{extension}")
    assert seen.has_text and not seen.pages_without_text
    assert not (seen.failure or seen.refusals or seen.active or seen.embedded or seen.foreign or seen.hits)


_EXPECTED = {
    "script on opening": {"active": ("javascript",)},
    "program started": {"active": ("actions",)},
    "attachment": {"embedded": ("attachments",)},
    "filled-in form": {"active": ("form-data",)},
    "sticky note": {"comments": 1},
    "structure without end": {"active": ("endless",)},
    "two drawings in each other": {"active": ("endless",)},
    "text under a box": {"covered": (1,)},
    "invisible text": {"covered": (1,)},
    "archive after": {"foreign": ("trailing", "zip")},
    "HTML before": {"foreign": ("leading",)},
}


@pytest.mark.parametrize("title", _EXPECTED)
def test_the_cause_is_named(title):
    [data] = [data for each, _, data in portable_cases() if each == title]
    assert _EXPECTED[title].items() <= traits(report(data, "a.pdf")).items()


def test_metadata_of_a_pdf():
    def describe(document):
        document.docinfo["/Author"] = "Jan Kowalski"
        document.docinfo["/Producer"] = "C:\\Users\\jan\\druk.exe"
        document.docinfo["/Wydzial"] = "OR"

    seen = report(pdf(describe), "a.pdf")
    assert seen.metadata == ("author", "custom", "path", "program")
    assert seen.revealing == ("author", "custom", "path")


def test_xmp_of_a_pdf():
    def describe(document):
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:creator"] = ["Jan Kowalski"]
            metadata["dc:title"] = "Procedura"
            metadata["pdfuaid:part"] = "1"

    seen = report(pdf(describe), "a.pdf")
    assert {"author", "xmp"} <= set(seen.metadata)
    assert seen.title and seen.pdf_ua


def test_language_and_tags_of_a_pdf():
    def describe(document):
        document.Root.Lang = String("pl-PL")
        document.Root.MarkInfo = Dictionary(Marked=True)
        document.Root.StructTreeRoot = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    seen = report(pdf(describe), "a.pdf")
    assert (seen.language, seen.tagged) == ("pl-PL", True)


def test_a_scanned_page_has_no_text_and_a_blank_one_needs_none():
    document = pikepdf.new()
    blank, scan = (document.add_blank_page(page_size=(595, 842)) for _ in range(2))
    dots = document.make_stream(bytes(300), Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10)
    dots.ColorSpace, dots.BitsPerComponent = Name.DeviceRGB, 8
    scan.Resources = Dictionary(XObject=Dictionary(X=dots))
    scan.Contents = document.make_stream(b"q 500 0 0 700 40 40 cm /X Do Q")
    output = BytesIO()
    document.save(output)
    seen = report(output.getvalue(), "a.pdf")
    assert (seen.pages, seen.has_text, seen.pages_without_text) == (2, False, (2,))


def test_pages_turned_around_are_looked_at_as_they_stand():
    for turned in (90, 180, 270):

        def turn(document, turned=turned):
            document.pages[0].Rotate = turned

        assert report(pdf(turn), "a.pdf").covered == ()


def test_a_picture_within_a_pdf_keeps_its_metadata():
    exif = Image.Exif()
    exif[0x010E] = "opis"

    def insert(document):
        dots = document.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=120, Height=80)
        dots.write(picture("JPEG", exif=exif), filter=Name.DCTDecode)
        document.pages[0].Resources.XObject = Dictionary(X=dots)

    assert report(pdf(insert), "a.pdf").metadata == ("exif",)


def test_text_beside_the_pages_is_searched():
    def mark(document):
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("PESEL 44051401359", 0))

    [hit] = report(pdf(mark), "a.pdf").hits
    assert (hit.part, hit.kind, hit.certain) == ("structure", "pesel", True)


def test_a_link_into_the_network_of_the_office_is_told():
    def link(document):
        action = Dictionary(S=Name.URI, URI=String("file://serwer/sprawy/kowalski.odt"))
        annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        document.pages[0].Annots = Array([document.make_indirect(annotation)])

    assert [(hit.part, hit.kind) for hit in report(pdf(link), "a.pdf").hits] == [("structure", "path")]


def test_a_saved_addition_keeps_what_was_there():
    sound = pdf()
    table = sound.rindex(b"startxref")
    addition = b"xref\n0 0\ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    previous = int(sound[table:].split()[1])
    seen = report(sound + addition % (previous, len(sound)), "a.pdf")
    assert (seen.earlier_versions, seen.metadata) == (True, ("earlier-versions",))


def test_a_signature_covers_the_file_or_not():
    data = signed()
    assert (report(data, "a.pdf").signed, report(data, "a.pdf").altered) == (True, False)
    assert report(data + b"\n", "a.pdf").altered


def signed():
    """Return a PDF with the dictionary of a signature that covers all its bytes; nobody's key made it."""

    def sign(document):
        value = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1, 2, 9999999]), Contents=String("x" * 20))
        field = Dictionary(FT=Name.Sig, T=String("podpis"), V=document.make_indirect(value), Subtype=Name.Widget)
        document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))

    data = pdf(sign, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return data.replace(b"9999999", b"%07d" % (len(data) - 2))


def test_properties_of_a_docx():
    document = docx.Document()
    document.core_properties.author = "Jan Kowalski"
    document.core_properties.last_modified_by = "Anna Nowak"
    document.core_properties.title = "Procedura"
    output = BytesIO()
    document.save(output)
    seen = report(output.getvalue(), "a.docx")
    assert {"author", "last-author", "revision-ids", "thumbnail"} <= set(seen.metadata)
    assert seen.title


def test_parts_of_a_docx_are_searched_apart():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "PESEL 44051401359"
    output = BytesIO()
    document.save(output)
    assert [(hit.part, hit.kind) for hit in report(output.getvalue(), "a.docx").hits] == [("headers", "pesel")]


def test_text_shown_again_is_not_hidden():
    shown = '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>jawne</w:t></w:r></w:p>'
    assert report(with_xml("docx", "word/document.xml", "<w:sectPr", shown), "a.docx").hidden == ()


def test_a_link_on_the_net_is_allowed():
    relation = (
        '<Relationship Id="rX" TargetMode="External" Target="https://bip.example/" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
    )
    data = with_xml("docx", "word/_rels/document.xml.rels", "</Relationships>", relation)
    assert report(data, "a.docx").active == ()


def test_odt_is_searched_across_spans():
    text = "<text:p>PESEL 440514<text:span>01359</text:span></text:p>"
    seen = report(with_xml("odt", "content.xml", "</office:text>", text), "a.odt")
    assert [(hit.part, hit.kind, hit.certain) for hit in seen.hits] == [("text", "pesel", True)]


def test_metadata_of_a_picture_within_a_package():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0110] = "aparat"
    data = changed("odt", {"Pictures/a.jpg": picture("JPEG", exif=exif)})
    assert {"exif", "gps"} <= set(report(data, "a.odt").metadata)


@pytest.mark.parametrize(
    "encoding, metadata", [("utf-8", ()), ("cp1250", ("encoding",)), ("iso-8859-2", ("encoding",))]
)
def test_text_in_old_encodings(encoding, metadata):
    seen = report("Zażółć gęślą jaźń, PESEL 44051401359".encode(encoding), "a.txt")
    assert seen.metadata == metadata
    assert [hit.kind for hit in seen.hits] == ["pesel"]


def test_a_type_declared_wrongly():
    assert [each.code for each in report_on(files()["png"], "a.png", "image/jpeg", Office()).refusals] == ["mismatch"]
    assert [each.code for each in report_on(files()["pdf"], "a.pdf", "text/html", Office()).refusals] == [
        "declared-type"
    ]
    assert report_on(files()["png"], "a.png", "image/png", Office()).refusals == ()


def test_too_much_text(monkeypatch):
    monkeypatch.setattr("czest.qms.publication.screening.passages.TEXT_LIMIT", 10)
    assert report(files()["txt"], "a.txt").failure == "too-long"
