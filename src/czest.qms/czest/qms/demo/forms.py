"""Files of the forms of the demonstration, made from their texts: what is read and what is filled in never differ."""

from czest.qms.demo.reading import text_of
import io
from lxml import html
import odfdo
import re
import zipfile


MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
#: The earliest day that a ZIP archive knows: the file is the same whenever it is made.
UNDATED = (1980, 1, 1, 0, 0, 0)
#: A cell in which something is to be written, in the texts.
TO_FILL_IN = "…"
CELL = "Pole"


def form_file(name, title):
    """Return the bytes of the file to fill in that belongs to a text of ``content/``.

    Parameters:
        name: of the file, such as ``F-PS01-1.odt``; the text is ``F-PS01-1.html``.
        title: of the form.
    """
    return open_document(title, text_of(f"{name.removesuffix('.odt')}.html"))


def open_document(title, text):
    """Return the bytes of an ODT file of a text.

    Parameters:
        title: of the document.
        text: HTML of headings, paragraphs and tables.
    """
    document = odfdo.Document("text")
    document.language, document.meta.title = "pl-PL", title
    style = odfdo.create_table_cell_style(border="0.5pt solid #717e8b", padding="2mm")
    cell_style = document.insert_style(style, name=CELL, automatic=True)
    document.body.clear()
    document.body.append(odfdo.Paragraph(title, style="Heading"))
    for element in html.fragments_fromstring(text):
        document.body.append(block(element, cell_style))
    packed = io.BytesIO()
    document.save(packed)
    return undated(packed)


def block(element, cell_style):
    """Return a heading (numbered by its style), a paragraph or a table of the text as one of the file."""
    if element.tag == "h2":
        return odfdo.Header(1, re.sub(r"^\d+\. ", "", words(element)))
    if element.tag == "table":
        return table(element, cell_style)
    return odfdo.Paragraph(words(element), style="Text_20_body")


def table(element, cell_style):
    """Return a table with its heads as the first row, and with empty cells where something is to be written."""
    made = odfdo.Table(words(element.find("caption")))
    for row in element.iter("tr"):
        written = odfdo.Row()
        for cell in row:
            text = words(cell)
            written.append_cell(odfdo.Cell("" if text == TO_FILL_IN else text, style=cell_style))
        made.append_row(written)
    return made


def words(element):
    """Return the text of an element on one line."""
    return " ".join(element.text_content().split())


def undated(packed):
    """Return the bytes of a ZIP archive without the moment at which its parts were packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.infolist():
            info = zipfile.ZipInfo(part.filename, UNDATED)
            info.compress_type = part.compress_type
            target.writestr(info, source.read(part))
    return made.getvalue()
