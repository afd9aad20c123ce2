"""Rendering a comparison."""

from czest.qms.documents.comparison import compare
from czest.qms.documents.comparison import Labels
from czest.qms.documents.comparison import to_html
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import lxml.html
import re


LABELS = Labels(
    "dodano",
    "usunięto",
    lambda number: f"zmiana {number}",
    lambda sections: "bez zmian: " + ", ".join(section.number for section in sections),
)
HEADINGS = "<h2>1. Cel</h2><p>Cel.</p><h2>2. Zakres</h2><p>Wszyscy.</p><h2>3. Opis</h2><p>Zgłoszenie trwa 7 dni.</p>"


def redline(old, new, show_unchanged=True):
    return to_html(compare(old, new), LABELS, show_unchanged)


def test_changes_are_marked_and_said():
    assert redline("<p>Termin 7 dni.</p>", "<p>Termin 14 dni.</p>") == (
        '<section id="sekcja-1"><div class="qms-redline-change">'
        '<span class="qms-redline-number" id="zmiana-1" tabindex="-1"><span class="visually-hidden">zmiana 1</span>'
        '<span aria-hidden="true">1</span></span>'
        '<p>Termin <del><span class="visually-hidden">usunięto </span>7</del>'
        ' <ins><span class="visually-hidden">dodano </span>14</ins> dni.</p></div></section>'
    )


def test_sections_without_changes_can_be_folded():
    folded = redline(HEADINGS, HEADINGS.replace("7", "14"), show_unchanged=False)
    assert folded.startswith(
        '<details class="qms-redline-folded"><summary>bez zmian: 1, 2</summary><section id="sekcja-1">'
    )
    assert '</details>\n<section id="sekcja-3"><h2>3. Opis</h2>' in folded
    assert "Wszyscy" in redline(HEADINGS, HEADINGS.replace("7", "14"))


def test_unchanged_blocks_of_a_changed_section_are_left_out_when_folding():
    old = "<h2>1. Cel</h2><p>Bez zmian.</p><p>Termin 7 dni.</p>"
    html = redline(old, old.replace("7", "14"), show_unchanged=False)
    assert "Bez zmian" not in html
    assert "<h2>1. Cel</h2>" in html


def test_a_removed_beginning_does_not_stick_to_what_follows():
    assert "</del> tekst<" in redline("<p>Stary tekst</p>", "<p>tekst</p>")
    assert "</del> <ins>" in redline("<p>Stary tekst procedury</p>", "<p>Nowy tekst procedury</p>")


def test_added_punctuation_stands_by_its_word():
    html = redline("<p>rejestr i plan</p>", "<p>rejestr, wykaz i plan</p>")
    assert 'rejestr<ins><span class="visually-hidden">dodano </span>, wykaz</ins> i plan' in html


def test_nested_lists_are_rebuilt():
    body = "<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol><ul><li>e</li></ul>"
    assert redline(body, body) == (
        '<section id="sekcja-1"><ol><li value="1">a<ul><li>b</li><li>c</li></ul></li><li value="2">d</li></ol>'
        "<ul><li>e</li></ul></section>"
    )


def test_changed_items_carry_their_mark_inside():
    html = redline("<ul><li>raz</li></ul>", "<ul><li>raz</li><li>dwa</li></ul>")
    assert '<li>raz</li><li class="qms-redline-change"><span class="qms-redline-number" id="zmiana-1"' in html


def test_tables_keep_rows_and_caption():
    old = "<table><caption>Wykaz</caption><tr><th>Krok</th></tr></table>"
    html = redline(old, old.replace("</table>", "<tr><td>Ocena</td></tr></table>"))
    assert "<caption>Wykaz</caption>" in html
    assert '<tr data-change="equal"><th>Krok</th></tr><tr data-change="added"><td><ins>' in html
    assert "<table><tbody><tr" in redline("", "<table><tr><td>a</td></tr></table>")


def test_look_and_links_of_the_newer_text_are_kept():
    body = '<p><strong>6.1.</strong> Patrz <a href="/qms/d/PS-01"><em>PS-01</em></a>.</p>'
    html = redline(body, body)
    assert '<p><strong>6.1.</strong> Patrz <em><a href="/qms/d/PS-01">PS-01</a></em>.</p>' in html


def test_what_comes_from_texts_and_labels_is_escaped():
    labels = Labels("<a>", "<r>", lambda number: "<c>", lambda sections: "<u>")
    comparison = compare("<h2>A</h2><h2>B</h2><p>x</p>", "<h2>A</h2><h2>B</h2><p>&lt;script&gt; 1 &amp; 2</p>")
    html = to_html(comparison, labels, show_unchanged=False)
    assert not re.search("<(a|r|c|u|script)>", html)
    assert "&lt;u&gt;" in html and "&lt;" in html


BODY = st.lists(
    st.tuples(st.sampled_from(["p", "h2", "h3", "ul", "ol", "table"]), st.text(alphabet="ab <>&\"'ąć.,1", max_size=12)),
    max_size=6,
).map(lambda blocks: "".join(map(element, blocks)))


def element(block):
    tag, text = block
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    inner = {"ul": "li", "ol": "li", "table": "td"}.get(tag)
    row = f"<{inner}>{text}</{inner}>" if inner else text
    return f"<{tag}>{'<tr>' + row + '</tr>' if tag == 'table' else row}</{tag}>"


@settings(deadline=None)
@given(BODY, BODY)
def test_what_is_rendered_reads_as_both_texts(old, new):
    root = lxml.html.fragment_fromstring(redline(old, new), create_parent="div")
    for hidden in root.xpath('//*[@class="visually-hidden" or @aria-hidden]'):
        hidden.drop_tree()
    assert sorted(letters(root, "del")) == sorted(letters(lxml.html.fragment_fromstring(new, create_parent="div"), ""))
    marks = root.xpath('//*[@class="qms-redline-number"]/@id')
    assert marks == [f"zmiana-{number}" for number in range(1, len(marks) + 1)]


def letters(root, left_out):
    """Characters of a tree other than white space, without those within some element."""
    for text in root.xpath(".//text()"):
        parent = text.getparent()
        inside = parent if text.is_text else parent.getparent()
        if not left_out or next(inside.iterancestors(left_out), inside).tag != left_out:
            yield from "".join(text.split())
