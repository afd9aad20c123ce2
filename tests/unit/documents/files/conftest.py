"""Real files of each format, made once."""

import docx
from io import BytesIO
import odfdo
import pikepdf
import pytest
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile


@pytest.fixture(scope="session")
def docx_file():
    document = docx.Document()
    document.add_paragraph("Procedurę stosują wszystkie komórki.")
    return saved(document)


@pytest.fixture(scope="session")
def odt_file():
    document = odfdo.Document("text")
    document.body.append(odfdo.Paragraph("Procedurę stosują wszystkie komórki."))
    return saved(document)


@pytest.fixture(scope="session")
def pdf_file():
    return made_pdf()


@pytest.fixture(scope="session")
def make_pdf():
    return made_pdf


@pytest.fixture(scope="session")
def make_zip():
    return made_zip


@pytest.fixture(scope="session")
def repack():
    """Copy of a container with entries added or replaced."""

    def build(data, entries):
        with ZipFile(BytesIO(data)) as archive:
            kept = {name: archive.read(name) for name in archive.namelist()}
        return made_zip({**kept, **entries})

    return build


def saved(document):
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def made_zip(entries):
    output = BytesIO()
    with ZipFile(output, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return output.getvalue()


def made_pdf(text="Procedura nadzoru", pages=1, encryption=None):
    document = pikepdf.new()
    for _ in range(pages):
        page = document.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
        page.Contents = document.make_stream(f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("latin-1"))
    output = BytesIO()
    document.save(output, encryption=encryption or False)
    return output.getvalue()
