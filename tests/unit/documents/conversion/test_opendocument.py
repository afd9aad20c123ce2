"""Reading ODT."""

from czest.qms.documents.conversion import to_html
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from io import BytesIO
import odfdo
import pytest
from zipfile import ZipFile


NAMES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "style": "style",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
}
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in NAMES.items()
)


def made(body="", automatic="", styles=""):
    """An ODT out of pieces of XML."""
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        if styles:
            archive.writestr("styles.xml", f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>")
    return output.getvalue()


def html(*parts):
    return to_html("a.odt", made(*parts)).html


def p(text, style=""):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def numbered_level(position, kind, suffix=".", extra=""):
    return f'<text:list-level-style-number text:level="{position}" style:num-format="{kind}" style:num-suffix="{suffix}" {extra}/>'


def list_style(*levels, name="L1"):
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(*texts, style="L1", extra=""):
    inner = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}" {extra}>{inner}</text:list>'


def test_a_document_of_a_library():
    """The template of odfdo numbers its headings."""
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Cel"))
    document.body.append(odfdo.Header(2, "Szczegóły"))
    document.body.append(odfdo.Paragraph("Tekst pierwszy."))
    document.body.append(odfdo.List(["raz", "dwa"]))
    output = BytesIO()
    document.save(output)
    assert to_html("a.odt", output.getvalue()).html == (
        "<h2>1. Cel</h2>\n<h3>1.1. Szczegóły</h3>\n<p>Tekst pierwszy.</p>\n<ul><li>raz</li><li>dwa</li></ul>"
    )


def test_looks_of_text():
    automatic = (
        '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="T2"><style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="T3" style:parent-style-name="T1"/>'
        '<style:style style:name="T4" style:parent-style-name="Strong_20_Emphasis"/>'
        '<style:style style:name="T5" style:parent-style-name="Emphasis"/>'
        '<style:style style:name="T6" style:parent-style-name="T1"><style:text-properties fo:font-weight="normal"/></style:style>'
        '<style:style style:name="T7" style:parent-style-name="T7"/>'
    )
    styles = '<style:style style:name="Strong_20_Emphasis"/><style:style style:name="Emphasis"/>'
    text = "".join(f'<text:span text:style-name="T{number}">{number}</text:span> ' for number in range(1, 8))
    assert html(p(f"Tekst {text}<text:span>0</text:span>."), automatic, styles) == (
        "<p>Tekst <strong>1</strong> <em>2</em> <strong>3</strong> <strong>4</strong> <em>5</em> 6 7 0.</p>"
    )


def test_spaces_tabs_and_breaks_are_spaces():
    body = p('Tekst<text:s text:c="5"/>z<text:tab/>odstępami<text:line-break/>i wierszem.')
    assert html(body) == "<p>Tekst z odstępami i wierszem.</p>"


def test_titles_and_headings():
    automatic = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    styles = '<style:style style:name="Title"/>'
    body = p("Tytuł", "P1") + p("Drugi", "Title") + '<text:h text:outline-level="3">Trzeci</text:h><text:h/>'
    assert html(body, automatic, styles) == "<h2>Tytuł</h2>\n<h2>Drugi</h2>\n<h3>Trzeci</h3>"
    assert html(p("Tytuł", "Title")) == "<h2>Tytuł</h2>"


def test_numbers_of_headings_are_written_out():
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
        "</text:outline-style>"
    )
    body = "".join(
        f'<text:h text:outline-level="{level}" {extra}>{text}</text:h>'
        for level, text, extra in [
            (1, "Cel", ""),
            (1, "Opis", ""),
            (2, "Zgłoszenie", ""),
            (1, "Bez numeru", 'text:is-list-header="true"'),
        ]
    )
    assert html(body, "", outline) == "<h2>1. Cel</h2>\n<h2>2. Opis</h2>\n<h3>2.1. Zgłoszenie</h3>\n<h2>Bez numeru</h2>"


def test_lists_keep_the_numbers_that_readers_saw():
    automatic = list_style(numbered_level(1, "1"), numbered_level(2, "a", ")"), "<style:x/>")
    nested = items(p("litera;"), p("litera;"), style="")
    body = (
        items(p("pierwszy;"), p("drugi:") + nested, p("trzeci."))
        + p("Przerwa w wyliczeniu.")
        + items(p("czwarty."), extra='text:continue-numbering="true"')
        + p("Druga przerwa.")
        + items(p("od początku;"), p("dalej."))
    )
    assert html(body, automatic) == (
        "<ol><li>pierwszy;</li><li>drugi:</li></ol>\n<p>a) litera;</p>\n<p>b) litera;</p>\n<p>3. trzeci.</p>\n"
        "<p>Przerwa w wyliczeniu.</p>\n<p>4. czwarty.</p>\n<p>Druga przerwa.</p>\n"
        "<ol><li>od początku;</li><li>dalej.</li></ol>"
    )


def test_bullets_nest():
    bullets = "".join(f'<text:list-level-style-bullet text:level="{level}"/>' for level in (1, 2))
    body = items(p("a") + items(p("b"), p("c"), style=""), p("d"))
    assert html(body, list_style(bullets)) == "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"


def test_further_paragraphs_and_headings_of_an_item():
    body = items(p("a.") + p("ciąg dalszy."), '<text:h text:outline-level="1">Cel</text:h>', "<text:x/>", p(""))
    header = f"<text:list><text:list-header>{p('Nagłówek listy.')}</text:list-header></text:list>"
    assert html(body + header) == "<ul><li>a.</li></ul>\n<p>ciąg dalszy.</p>\n<h2>Cel</h2>\n<p>Nagłówek listy.</p>"


def test_a_continued_list_that_never_began_begins():
    automatic = list_style(numbered_level(1, "1", extra='text:start-value="3"'))
    body = items(p("a;"), p("b."), extra='text:continue-list="x"')
    assert html(body, automatic) == "<p>3. a;</p>\n<p>4. b.</p>"


def test_sections_frames_and_boxes_are_looked_through():
    box = f"<draw:frame><draw:text-box>{p('W ramce.')}</draw:text-box></draw:frame>"
    body = f"<text:section>{p(f'Tekst.{box}')}</text:section>{box}<text:table-of-content><text:index-body>{p('Spis')}</text:index-body></text:table-of-content>"
    assert html(body) == "<p>Tekst.</p>\n<p>W ramce.</p>\n<p>W ramce.</p>"


def test_a_box_in_an_item_follows_it():
    box = f"<draw:frame><draw:text-box>{p('W ramce.')}</draw:text-box></draw:frame>"
    assert html(items(p(f"a{box}"))) == "<ul><li>a</li></ul>\n<p>W ramce.</p>"


def test_removed_text_notes_and_comments_are_left_out():
    body = (
        f"<text:tracked-changes><text:changed-region>{p('usunięte')}</text:changed-region></text:tracked-changes>"
        "<text:p>Tekst<text:note><text:note-body><text:p>przypis</text:p></text:note-body></text:note>"
        "<office:annotation><text:p>uwaga</text:p></office:annotation>.</text:p>"
    )
    conversion = to_html("a.odt", made(body))
    assert conversion.html == "<p>Tekst.</p>"
    assert [finding.code for finding in conversion.warnings] == ["notes"]


def test_images_are_named_as_left_out():
    conversion = to_html("a.odt", made(p("Tekst.<draw:frame><draw:image/></draw:frame>")))
    assert [finding.code for finding in conversion.warnings] == ["images"]


def cell(text, extra=""):
    return f"<table:table-cell {extra}>{text}</table:table-cell>"


def repeated(count):
    return f'table:number-columns-repeated="{count}"'


def row(*cells):
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def test_tables_keep_their_columns():
    inner = f"<table:table>{row(cell(p('w środku')))}</table:table>"
    body = (
        f"<table:table><table:table-header-rows>{row(cell(p('A')), '<table:covered-table-cell/>', cell(p('B')))}"
        f"</table:table-header-rows>{row(cell(p('raz') + p('dwa')), cell('', repeated(2)))}"
        f"{row(cell(p('x')), cell(inner), cell('<text:h>y</text:h>'))}</table:table>"
    )
    assert html(body) == (
        "<table><thead><tr><th>A</th><th></th><th>B</th></tr></thead><tbody>"
        "<tr><td><p>raz</p><p>dwa</p></td><td></td><td></td></tr>"
        "<tr><td>x</td><td>w środku</td><td>y</td></tr></tbody></table>"
    )


def test_declared_repetition_is_bounded():
    body = f"<table:table>{row(cell(p('a'), repeated(999999999)))}{row(cell(p('b')))}</table:table>"
    assert html(body).count("<th>") == 100
    unreadable = f"<table:table>{row(cell(p('a'), repeated(99999999999)))}</table:table>"
    assert html(unreadable) == "<table><tbody><tr><td>a</td></tr></tbody></table>"


def container(**parts):
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name + ".xml", content)
    return output.getvalue()


@pytest.mark.parametrize("data", [b"", container(), container(content="<a"), container(content="<a/>")])
def test_damaged_files_give_a_warning(data):
    conversion = to_html("a.odt", data)
    assert (conversion.html, [finding.code for finding in conversion.warnings]) == ("", ["broken"])


def test_a_file_without_text_gives_a_warning():
    assert [finding.code for finding in to_html("a.odt", made(p(""))).warnings] == ["no-text"]


TAGS = st.sampled_from(
    [f"<text:{tag}>" for tag in ["p", "h", "list", "list-item", "list-header", "span", "s", "note", "section"]]
    + [f"</text:{tag}>" for tag in ["p", "h", "list", "list-item", "span"]]
    + ["<table:table>", "<table:table-row>", "<table:table-cell>", "</table:table>", "<draw:frame>", "<draw:text-box>"]
    + ["tekst", '<text:h text:outline-level="x">', '<text:list text:continue-list="a">']
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TAGS, max_size=20))
def test_strange_structures_never_crash(tags):
    from lxml import etree

    root = etree.fromstring(f"<a {NAMESPACES}>{''.join(tags)}</a>", etree.XMLParser(recover=True))
    inner = "".join(etree.tostring(child, encoding="unicode") for child in root)
    assert to_html("a.odt", made(inner)).html is not None
