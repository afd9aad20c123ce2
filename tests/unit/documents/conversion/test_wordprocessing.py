"""Reading DOCX."""

import base64
from czest.qms.documents.conversion import to_html
import docx
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from io import BytesIO
import pytest
from zipfile import ZipFile


NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def made(body="", styles="", numbering=""):
    """A DOCX out of pieces of XML."""
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        if styles:
            archive.writestr("word/styles.xml", f"<w:styles {NAMESPACES}>{styles}</w:styles>")
        if numbering:
            archive.writestr("word/numbering.xml", f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>")
    return output.getvalue()


def html(*parts, **named):
    return to_html("a.docx", made(*parts, **named)).html


def paragraph(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text, level=0, number=1):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(position, kind, pattern, start=1):
    return f'<w:lvl w:ilvl="{position}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{pattern}"/></w:lvl>'


def numbering(*levels, extra=""):
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{extra}'
    )


@pytest.fixture(scope="module")
def office_document():
    """What python-docx writes: real styles, lists and a table."""
    document = docx.Document()
    document.add_heading("Nadzór nad dokumentami", 0)
    document.add_heading("Cel", 1)
    document.add_heading("Szczegóły", 2)
    paragraph = document.add_paragraph("Tekst ")
    paragraph.add_run("ważny").bold = True
    paragraph.add_run(" i ").bold = False
    paragraph.add_run("obcy").italic = True
    paragraph.add_run(" podkreślony", style="Strong")
    document.add_paragraph("raz", style="List Bullet")
    document.add_paragraph("w tym", style="List Bullet 2")
    document.add_paragraph("pierwszy", style="List Number")
    document.add_paragraph("drugi", style="List Number")
    table = document.add_table(2, 2)
    for position, text in enumerate(["Krok", "Termin", "Ocena", "7 dni"]):
        table.cell(position // 2, position % 2).text = text
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def test_a_document_of_an_office_program(office_document):
    conversion = to_html("a.docx", office_document)
    assert conversion.warnings == ()
    assert conversion.html.split("\n") == [
        "<h2>Nadzór nad dokumentami</h2>",
        "<h2>Cel</h2>",
        "<h3>Szczegóły</h3>",
        "<p>Tekst <strong>ważny</strong> i <em>obcy</em><strong> podkreślony</strong></p>",
        "<ul><li>raz</li><li>w tym</li></ul>",
        "<ol><li>pierwszy</li><li>drugi</li></ol>",
        "<table><thead><tr><th>Krok</th><th>Termin</th></tr></thead>"
        "<tbody><tr><td>Ocena</td><td>7 dni</td></tr></tbody></table>",
    ]


def test_headings_are_found_through_the_styles_they_are_based_on():
    styles = (
        '<w:style w:styleId="Nagwek1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Moj"><w:name w:val="Mój"/><w:basedOn w:val="Nagwek1"/></w:style>'
        '<w:style w:styleId="Zarys"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="Tresc"><w:name w:val="y"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
        '<w:style w:styleId="Kolo"><w:name w:val="z"/><w:basedOn w:val="Kolo"/></w:style>'
    )
    body = "".join(
        paragraph(style.lower(), f'<w:pStyle w:val="{style}"/>') for style in ("Moj", "Zarys", "Tresc", "Kolo", "Nie")
    )
    assert html(body, styles) == "<h2>moj</h2>\n<h3>zarys</h3>\n<p>tresc</p>\n<p>kolo</p>\n<p>nie</p>"


def test_an_outline_of_the_first_level_is_a_heading():
    styles = '<w:style w:styleId="A"><w:name w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    assert (
        html(paragraph("Cel", '<w:pStyle w:val="A"/>') + paragraph("", '<w:pStyle w:val="A"/>'), styles)
        == "<h2>Cel</h2>"
    )


def test_numbers_of_headings_are_written_out():
    styles = (
        '<w:style w:styleId="N1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="N2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in [("Cel", "N1"), ("Opis", "N1"), ("Zgłoszenie", "N2"), ("Ocena", "N2"), ("Mierniki", "N1")]
    )
    levels = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
    assert html(body, styles, levels) == (
        "<h2>1. Cel</h2>\n<h2>2. Opis</h2>\n<h3>2.1. Zgłoszenie</h3>\n<h3>2.2. Ocena</h3>\n<h2>3. Mierniki</h2>"
    )


def test_lists_that_html_would_number_otherwise_keep_their_numbers():
    levels = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    body = (
        numbered("pierwszy;")
        + numbered("drugi:")
        + numbered("litera;", 1)
        + numbered("litera;", 1)
        + numbered("trzeci.")
        + paragraph("Przerwa w wyliczeniu.")
        + numbered("czwarty.")
    )
    assert html(body, "", levels) == (
        "<ol><li>pierwszy;</li><li>drugi:</li></ol>\n<p>a) litera;</p>\n<p>b) litera;</p>\n"
        "<p>3. trzeci.</p>\n<p>Przerwa w wyliczeniu.</p>\n<p>4. czwarty.</p>"
    )


def test_a_numbered_paragraph_between_texts_becomes_a_heading():
    body = numbered("Cel") + paragraph("Tekst pierwszy.") + numbered("Zakres") + paragraph("Tekst drugi.")
    assert html(body, "", numbering(level(0, "decimal", "%1."))) == (
        "<h2>1. Cel</h2>\n<p>Tekst pierwszy.</p>\n<h2>2. Zakres</h2>\n<p>Tekst drugi.</p>"
    )


def test_a_restarted_list_counts_from_the_beginning():
    restarted = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = numbered("a;") + numbered("b.") + paragraph("Tekst.") + numbered("c;", number=2) + numbered("d.", number=2)
    assert html(body, "", numbering(level(0, "decimal", "%1)"), extra=restarted)) == (
        "<ol><li>a;</li><li>b.</li></ol>\n<p>Tekst.</p>\n<ol><li>c;</li><li>d.</li></ol>"
    )


def test_nested_bullets_nest():
    levels = numbering(level(0, "bullet", "•"), level(1, "bullet", "o"), level(2, "none", ""))
    body = numbered("a") + numbered("b", 1) + numbered("c", 1) + numbered("d") + numbered("bez znaku.", 2)
    assert html(body, "", levels) == ("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>\n<p>bez znaku.</p>")


def test_bullets_among_numbers_stay_bullets():
    levels = numbering(level(0, "decimal", "%1."), level(1, "bullet", "•"))
    body = numbered("a;") + numbered("b", 1) + numbered("c.")
    assert html(body, "", levels) == "<ol><li>a;<ul><li>b</li></ul></li><li>c.</li></ol>"


def test_inner_numbers_begin_again_under_each_item():
    levels = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%2."))
    body = numbered("a") + numbered("b", 1) + numbered("c", 1) + numbered("d") + numbered("e", 1) + numbered("f", 1)
    inner = "<ol><li>{}</li><li>{}</li></ol>"
    assert html(body, "", levels) == (f"<ol><li>a{inner.format('b', 'c')}</li><li>d{inner.format('e', 'f')}</li></ol>")


def test_typed_marks_of_lists_may_look_otherwise_than_their_text():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>- </w:t></w:r>"
    assert html(f"<w:p>{bold}<w:r><w:t>tekst.</w:t></w:r></w:p>") == "<ul><li>tekst.</li></ul>"


def test_empty_and_blank_runs_leave_no_trace():
    runs = "".join(
        f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"
        for look, text in [("", " "), ("<w:b/>", ""), ("", "Tekst."), ("<w:b/>", " "), ("<w:i/>", " ")]
    )
    assert html(f"<w:p>{runs}</w:p>") == "<p>Tekst.</p>"


def test_unknown_lists_are_paragraphs():
    assert html(numbered("a.", number=9)) == "<p>a.</p>"
    assert html(numbered("a.", level=5), "", numbering(level(0, "bullet", "•"))) == "<p>a.</p>"
    broken = numbering(
        '<w:lvl w:ilvl="x"><w:start w:val="x"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>'
    )
    assert html(numbered("a.") + numbered("b."), "", broken) == "<ol><li>a.</li><li>b.</li></ol>"


def test_tracked_changes_show_the_text_as_it_would_be_accepted():
    body = (
        "<w:p><w:r><w:t>Termin </w:t></w:r><w:del><w:r><w:delText>7</w:delText><w:t>7</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>14</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom>"
        "<w:r><w:tab/><w:t>dni</w:t><w:br/><w:t>od PN</w:t><w:noBreakHyphen/><w:t>EN</w:t><w:drawing/></w:r></w:p>"
    )
    assert html(body) == "<p>Termin 14 dni od PN-EN</p>"


def test_wrappers_are_looked_through_and_generated_contents_left_out():
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Spis')}</w:sdtContent></w:sdt>"
    )
    body = contents + f"<w:sdt><w:sdtContent>{paragraph('Treść.')}</w:sdtContent></w:sdt><w:sectPr/>"
    styles = '<w:style w:styleId="S"><w:name w:val="toc 1"/></w:style>'
    assert html(body + paragraph("Spis", '<w:pStyle w:val="S"/>'), styles) == "<p>Treść.</p>"


def test_text_boxes_follow_their_paragraph_once():
    box = f"<w:txbxContent>{paragraph('W ramce.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Tekst.</w:t><mc:AlternateContent>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert html(body) == "<p>Tekst.</p>\n<p>W ramce.</p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>"


def test_tables_keep_their_columns():
    wide = '<w:gridSpan w:val="2"/>'
    inner = f"<w:tbl><w:tr>{cell(paragraph('w środku'))}</w:tr></w:tbl>"
    body = (
        f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{cell(paragraph('A'), wide)}{cell(paragraph('B'))}</w:tr>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('')}{cell('')}{cell('')}</w:tr>"
        f"<w:tr>{cell(paragraph('raz') + paragraph('dwa'))}{cell(paragraph('trzy'))}"
        f"{cell(inner)}</w:tr></w:tbl>"
    )
    assert html(body) == (
        "<table><thead><tr><th>A</th><th></th><th>B</th></tr><tr><th></th><th></th><th></th></tr></thead>"
        "<tbody><tr><td><p>raz</p><p>dwa</p></td><td>trzy</td><td>w środku</td></tr></tbody></table>"
    )


def test_a_table_of_one_row_has_no_head():
    wide = '<w:gridSpan w:val="9999999"/>'
    body = f"<w:tbl><w:tr>{cell(paragraph('A'), wide)}</w:tr></w:tbl>"
    assert html(body).startswith("<table><tbody><tr><td>A</td><td></td>")
    assert html(body).count("<td>") == 63


def test_images_and_footnotes_are_named_as_left_out():
    document = docx.Document()
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    document.add_paragraph("Tekst.")
    document.add_picture(BytesIO(base64.b64decode(pixel)))
    output = BytesIO()
    document.save(output)
    assert [finding.code for finding in to_html("a.docx", output.getvalue()).warnings] == ["images"]
    noted = made("<w:p><w:r><w:t>Tekst.</w:t><w:footnoteReference/></w:r></w:p>")
    assert [finding.code for finding in to_html("a.docx", noted).warnings] == ["notes"]


@pytest.mark.parametrize("toggle", ['<w:b w:val="0"/>', '<w:b w:val="false"/>', "<w:u/>"])
def test_bold_can_be_switched_off(toggle):
    body = f"<w:p><w:r><w:rPr>{toggle}</w:rPr><w:t>Tekst</w:t></w:r></w:p>"
    assert html(body) == "<p>Tekst</p>"


def test_a_short_bold_paragraph_is_a_heading():
    body = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Cel</w:t></w:r></w:p>{paragraph('Tekst.')}"
    assert html(body) == "<h2>Cel</h2>\n<p>Tekst.</p>"


def damaged(document):
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        archive.writestr("word/document.xml", document)
    return output.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        damaged(""),
        damaged("<a"),
        damaged("<a/>"),
        damaged(f'<!DOCTYPE a [<!ENTITY x "y">]><w:document {NAMESPACES}>&x;</w:document>'),
    ],
)
def test_damaged_files_give_a_warning(data):
    conversion = to_html("a.docx", data)
    assert (conversion.html, [finding.code for finding in conversion.warnings]) == ("", ["broken"])


def test_a_part_larger_than_any_text_is_not_parsed(monkeypatch):
    monkeypatch.setattr("czest.qms.documents.conversion.xml.PART_LIMIT", 10)
    assert [finding.code for finding in to_html("a.docx", made()).warnings] == ["too-long"]


def test_entities_are_not_expanded():
    bomb = f'<!DOCTYPE a [<!ENTITY x "yyyyyyyyyy">]><w:document {NAMESPACES}><w:body>{paragraph("a&x;b")}</w:body></w:document>'
    assert "y" not in to_html("a.docx", damaged(bomb)).html


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_mutated_files_never_crash(office_document, data):
    position = data.draw(st.integers(0, len(office_document) - 1))
    junk = data.draw(st.binary(min_size=1, max_size=10))
    mutated = office_document[:position] + junk + office_document[position + len(junk) :]
    assert to_html("a.docx", mutated).html is not None


TAGS = st.sampled_from(
    [f"<w:{tag}>" for tag in ["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "pPr", "numPr", "rPr", "b"]]
    + [f"</w:{tag}>" for tag in ["p", "r", "t", "tbl", "tr", "tc"]]
    + ["tekst", '<w:numId w:val="1"/>', '<w:ilvl w:val="x"/>', '<w:gridSpan w:val="-1"/>', '<w:pStyle w:val="?"/>']
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS, max_size=20))
def test_strange_structures_never_crash(tags):
    from lxml import etree

    root = etree.fromstring(f"<a {NAMESPACES}>{''.join(tags)}</a>", etree.XMLParser(recover=True))
    inner = "".join(etree.tostring(child, encoding="unicode") for child in root)
    assert to_html("a.docx", made(inner)).html is not None


def test_sections_under_a_single_title_are_of_level_2():
    styles = "".join(
        f'<w:style w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>' for level in (1, 2, 3, 4)
    )

    def headings(*levels, first="Tytuł"):
        texts = [first, *"abcdefgh"]
        body = "".join(
            paragraph(text, f'<w:pStyle w:val="H{level}"/>') for text, level in zip(texts, levels, strict=False)
        )
        return [line[2] for line in html(body, styles).split("\n")]

    assert headings(1, 2, 2, 3, 2) == ["2", "2", "2", "3", "2"]
    assert headings(1, 3, 4, 3) == ["2", "2", "3", "2"]
    assert headings(1, 2, 1, 2) == ["2", "3", "2", "3"]
    assert headings(1, 2, 2, first="1. Cel") == ["2", "3", "3"]
    assert headings(3, 4) == ["2", "3"]
    assert headings(1, 2, 3, 3) == ["2", "3", "3", "3"]
    assert headings(3, 3, 4) == ["2", "2", "3"]
    assert headings(2, 1, 2) == ["2", "2", "3"]
