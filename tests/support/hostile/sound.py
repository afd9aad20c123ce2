"""Sound files of every kind that may be published; what is hostile is made of them."""

import docx
from functools import cache
from io import BytesIO
import odfdo
import pikepdf
from PIL import Image
from PIL import ImageDraw
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile


TEXT = "Procedura nadzoru nad dokumentami"


@cache
def files():
    """Return extension → bytes."""
    return {
        "pdf": pdf(),
        "docx": _docx(),
        "odt": _odt(),
        "png": picture("PNG"),
        "jpg": picture("JPEG"),
        "txt": f"{TEXT}\nZażółć gęślą jaźń\n".encode(),
        "csv": b"symbol;tytul\nPS-01;Nadzor\n",
    }


def pdf(change=None, text=TEXT, **options):
    """Return a PDF of one page with text, after ``change(document)``."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
    page.Contents = document.make_stream(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("latin-1"))
    if change:
        change(document)
    return saved_pdf(document, **options)


def saved_pdf(document, **options):
    """Return the bytes of a PDF."""
    output = BytesIO()
    document.save(output, **{"deterministic_id": "encryption" not in options, **options})
    return output.getvalue()


def _docx():
    document = docx.Document()
    document.add_paragraph(TEXT)
    return _saved(document)


def _odt():
    document = odfdo.Document("text")
    document.body.append(odfdo.Paragraph(TEXT))
    return _saved(document)


def _saved(document):
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def picture(kind, **options):
    image = Image.new("RGB", (120, 80), "white")
    ImageDraw.Draw(image).text((10, 30), "PS-01", fill="black")
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def parts(data):
    """Return name → bytes of the parts of a package."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(entries):
    """Return a package of ``(name, bytes)`` pairs or of a dict."""
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items() if isinstance(entries, dict) else entries:
            archive.writestr(name, content)
    return output.getvalue()


def changed(extension, entries):
    """Return the sound package with parts added or replaced."""
    return package({**parts(files()[extension]), **entries})


def with_xml(extension, name, before, insertion):
    """Return the sound package with text inserted before a mark in a part."""
    content = parts(files()[extension])[name].decode()
    assert before in content
    return changed(extension, {name: content.replace(before, insertion + before, 1).encode()})
