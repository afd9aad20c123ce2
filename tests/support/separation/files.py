"""Files with canaries where the public has no business: in their metadata, and in properties of their own."""

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
import io
import pikepdf


CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
 xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property
 fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Sprawa"><vt:lpwstr>{word}</vt:lpwstr></property>
</Properties>"""

#: A page that says one sentence; the font is one that every reader has.
PAGE = b"BT /F1 12 Tf 72 720 Td (Tekst zalacznika) Tj ET"


def document(author, custom=None):
    """Return the bytes of a DOCX.

    Parameters:
        author: who its properties say wrote it.
        custom: value of a custom property, or None.
    """
    made = docx.Document()
    made.add_heading("Wzór protokołu", 1)
    made.add_paragraph("Protokół sporządza się w dwóch egzemplarzach.")
    made.core_properties.author = author
    made.core_properties.title = "Wzór protokołu"
    made.core_properties.language = "pl-PL"
    made.core_properties.comments = ""
    if custom is not None:
        package = made.part.package
        part = Part(PackURI("/docProps/custom.xml"), CUSTOM, CUSTOM_XML.format(word=custom).encode(), package)
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def portable(author, page=PAGE):
    """Return the bytes of a PDF of one page.

    Parameters:
        author: who its metadata says wrote it.
        page: content stream.
    """
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    made.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=made.make_indirect(font)))
    made.pages[0].Contents = made.make_stream(page)
    made.docinfo["/Author"] = author
    stream = io.BytesIO()
    made.save(stream, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return stream.getvalue()
