"""Comparing the bodies of two editions."""

from czest.qms.documents.comparison import compare
from czest.qms.documents.comparison.model import Status
from czest.qms.documents.comparison.units import parts_of
from czest.qms.documents.comparison.units import text_of
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest
import random


WORD = st.sampled_from(
    [
        "Pełnomocnik",
        "prowadzi",
        "rejestr",
        "niezgodności",
        "w",
        "terminie",
        "7",
        "14",
        "dni",
        ",",
        ".",
        "6.1.",
        "F-PS04-1",
        "80%",
        "i",
    ]
)
TEXT = st.lists(WORD, max_size=12).map(" ".join)
ITEM = st.tuples(TEXT, st.lists(TEXT, max_size=2)).map(
    lambda item: (
        f"<li>{item[0]}{'<ul>' + ''.join(f'<li>{text}</li>' for text in item[1]) + '</ul>' if item[1] else ''}</li>"
    )
)
ROW = st.lists(TEXT, min_size=1, max_size=3).map(
    lambda cells: "<tr>" + "".join(f"<td>{c}</td>" for c in cells) + "</tr>"
)
BLOCK = st.one_of(
    TEXT.map(lambda text: f"<p>{text}</p>"),
    TEXT.map(lambda text: f"<p><strong>{text}</strong> {text}</p>"),
    TEXT.map(lambda text: f"<h2>{text}</h2>"),
    TEXT.map(lambda text: f"<h3>{text}</h3>"),
    st.lists(ITEM, min_size=1, max_size=3).map(lambda items: f"<ul>{''.join(items)}</ul>"),
    st.lists(ITEM, min_size=1, max_size=3).map(lambda items: f"<ol>{''.join(items)}</ol>"),
    st.lists(ROW, min_size=1, max_size=3).map(lambda rows: f"<table><caption>Wykaz</caption>{''.join(rows)}</table>"),
)
BODY = st.lists(BLOCK, max_size=8).map("".join)


def words_of(comparison, *statuses):
    """Words of a comparison with some fates, tables read row by row."""
    segments = []
    for block in comparison.blocks():
        segments.extend(block.segments)
        for row in block.rows:
            for cell in row.cells:
                segments.extend(cell.segments)
    return sorted(word.text for segment in segments if segment.status in statuses for word in segment.words)


def words_in(html):
    return sorted(word.text for part in parts_of(html) for unit in part.units for word in unit.all_words)


def spoken(comparison, status):
    return [
        text_of(segment.words)
        for block in comparison.blocks()
        for segment in block.segments
        if segment.status is status
    ]


def ordered_text(comparison, fate):
    """Text of one side in order, blocks of the other side left out."""
    blocks = []
    for block in comparison.blocks():
        words = [word.text for s in block.segments if s.status in (Status.EQUAL, fate) for word in s.words]
        if block.status in (Status.EQUAL, Status.CHANGED, fate) and block.kind != "table":
            blocks.append((block.kind, words))
    return blocks


def ordered_units(html):
    units = [unit for part in parts_of(html) for unit in part.units if unit.kind != "table"]
    return [(unit.kind, [word.text for word in unit.words]) for unit in units]


@given(BODY)
def test_identical_bodies_have_no_changes(body):
    comparison = compare(body, body)
    assert comparison.changes == 0
    assert all(block.status is Status.EQUAL for block in comparison.blocks())
    assert words_of(comparison, Status.EQUAL) == words_in(body)


@settings(deadline=None)
@given(BODY, BODY)
def test_a_comparison_holds_both_texts(old, new):
    comparison = compare(old, new)
    assert words_of(comparison, Status.EQUAL, Status.REMOVED) == words_in(old)
    assert words_of(comparison, Status.EQUAL, Status.ADDED) == words_in(new)
    assert words_of(comparison, Status.CHANGED) == []
    assert ordered_text(comparison, Status.ADDED) == ordered_units(new)
    numbers = [block.number for block in comparison.blocks() if block.status is not Status.EQUAL]
    assert numbers == list(range(1, comparison.changes + 1))
    assert all(block.number == 0 for block in comparison.blocks() if block.status is Status.EQUAL)
    assert sum(section.changes for section in comparison.sections) == comparison.changes


@settings(deadline=None)
@given(st.lists(BLOCK.filter(lambda block: "<h2>" not in block), max_size=6), st.lists(BLOCK, max_size=6))
def test_within_a_section_the_old_text_stands_in_its_order_too(old, new):
    old, new = "".join(old), "".join(block for block in new if "<h2>" not in block)
    assert ordered_text(compare(old, new), Status.REMOVED) == ordered_units(old)


def test_sections_are_found_again_under_another_number():
    old = "<h2>1. Cel</h2><p>Procedura opisuje nadzór.</p><h2>2. Zakres</h2><p>Stosują wszyscy.</p>"
    new = "<h2>1. Cel</h2><p>Procedura opisuje nadzór.</p><h2>2. Definicje</h2><p>SZJ.</p>" + old[old.index("<h2>2") :]
    new = new.replace("<h2>2. Zakres", "<h2>3. Zakres")
    comparison = compare(old, new)
    assert [(section.number, section.title, section.changes) for section in comparison.sections] == [
        ("1", "Cel", 0),
        ("2", "Definicje", 2),
        ("3", "Zakres", 1),
    ]
    assert [section.id for section in comparison.sections] == ["sekcja-1", "sekcja-2", "sekcja-3"]
    assert spoken(comparison, Status.REMOVED) == ["2"]


def test_a_section_with_another_title_is_found_by_its_text():
    text = "<p>Pełnomocnik prowadzi rejestr niezgodności i zatwierdza działania korygujące.</p>"
    comparison = compare(f"<h2>5. Uprawnienia</h2>{text}", f"<h2>5. Odpowiedzialność</h2>{text}")
    assert [section.changes for section in comparison.sections] == [1]
    assert comparison.sections[0].title == "Odpowiedzialność"


def test_unlike_sections_are_removed_and_added():
    comparison = compare("<h2>Ryzyka</h2><p>Brak kadr.</p>", "<h2>Mierniki</h2><p>Odsetek działań.</p>")
    assert [(section.title, section.changes) for section in comparison.sections] == [("Ryzyka", 2), ("Mierniki", 2)]
    assert {block.status for block in comparison.sections[0].blocks} == {Status.REMOVED}


def test_text_before_the_first_heading_is_a_section_without_a_title():
    (section,) = compare("<p>Wstęp</p>", "<p>Wstęp</p>").sections
    assert (section.number, section.title) == ("", "")


def test_a_section_that_is_only_a_heading_is_compared():
    comparison = compare("<h2>Cel</h2>", "<h2>Zakres</h2>")
    assert [section.title for section in comparison.sections] == ["Cel", "Zakres"]


def test_a_numbered_point_keeps_its_identity_when_most_words_change():
    comparison = compare("<p>6.5. Ocenia auditor.</p>", "<p>6.5. Skuteczność sprawdza naczelnik wydziału.</p>")
    assert [block.status for block in comparison.blocks()] == [Status.CHANGED]


def test_blocks_of_different_kinds_are_never_one():
    comparison = compare("<p>Cel procedury</p>", "<h3>Cel procedury</h3>")
    assert [(block.kind, block.status) for block in comparison.blocks()] == [
        ("p", Status.REMOVED),
        ("h3", Status.ADDED),
    ]


def test_words_between_changes_that_are_short_join_them():
    comparison = compare(
        "<p>Zgłoszenie na karcie doręczonej do sekretariatu Pełnomocnika trwa.</p>",
        "<p>Zgłoszenie w formularzu przekazanym do systemu informatycznego trwa.</p>",
    )
    assert spoken(comparison, Status.REMOVED) == ["na karcie doręczonej do sekretariatu Pełnomocnika"]
    assert spoken(comparison, Status.ADDED) == ["w formularzu przekazanym do systemu informatycznego"]


def test_longer_words_between_changes_divide_them():
    comparison = compare("<p>co 7 dni kalendarzowych i 3 lata</p>", "<p>co 14 dni kalendarzowych i 5 lata</p>")
    assert spoken(comparison, Status.ADDED) == ["14", "5"]


def test_look_alone_is_no_change_but_another_address_is():
    assert compare("<p>Cel</p>", "<p><strong>Cel</strong></p>").changes == 0
    assert compare('<p><a href="/a">Cel</a></p>', '<p><a href="/b">Cel</a></p>').changes == 1


def test_tables_are_compared_by_rows_and_cells():
    old = "<table><tr><th>Krok</th><th>Termin</th></tr><tr><td>Przyjęcie</td><td>7 dni</td></tr><tr><td>Ocena skargi</td><td>30 dni</td></tr></table>"
    new = old.replace("7 dni", "14 dni").replace(
        "<tr><td>Ocena", "<tr><td>Rejestr</td><td>1 dzień</td></tr><tr><td>Ocena"
    )
    (block,) = compare(old, new).blocks()
    assert (block.kind, block.status, block.number) == ("table", Status.CHANGED, 1)
    assert [row.status for row in block.rows] == [Status.EQUAL, Status.CHANGED, Status.ADDED, Status.EQUAL]
    changed = block.rows[1].cells[1].segments
    assert [(segment.status, text_of(segment.words)) for segment in changed] == [
        (Status.REMOVED, "7"),
        (Status.ADDED, "14"),
        (Status.EQUAL, "dni"),
    ]


def test_a_new_column_is_an_added_cell():
    old = "<table><tr><td>Krok pierwszy</td><td>7 dni</td></tr></table>"
    new = "<table><tr><td>Krok pierwszy</td><td>Sekretariat</td><td>7 dni</td></tr></table>"
    (row,) = next(compare(old, new).blocks()).rows
    assert [[segment.status for segment in cell.segments] for cell in row.cells] == [
        [Status.EQUAL],
        [Status.ADDED],
        [Status.EQUAL],
    ]


def test_list_items_know_their_level_and_number():
    blocks = list(compare("", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>").blocks())
    assert [(block.level, block.ordinal, block.kind) for block in blocks] == [(0, 1, "li"), (1, 0, "li"), (0, 2, "li")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<br>b</p>", "a b"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "a b"),
        ("<table><tr><td>a<ul><li>b</li><li>c</li></ul></td></tr></table>", "a b c"),
        ("<p>H<sub>2</sub>O</p>", "H2O"),
        ("<p>PN-EN ISO 9001:2015-10, (80%)</p>", "PN-EN ISO 9001:2015-10, (80%)"),
    ],
)
def test_words_keep_their_spaces(html, text):
    (part,) = parts_of(html)
    assert text_of(part.units[0].all_words) == text


@pytest.mark.parametrize("per_paragraph", [5, 25, 20_000])
@pytest.mark.parametrize("kept", [0.0, 0.95])
def test_twenty_thousand_words_come_out_whole(per_paragraph, kept):
    chosen = random.Random(per_paragraph)
    vocabulary = ["".join(chosen.choices("abcdefgh", k=chosen.randint(2, 9))) for _ in range(3000)]
    old = chosen.choices(vocabulary, k=20_000)
    new = [word if chosen.random() < kept else chosen.choice(vocabulary) for word in old]
    comparison = compare(paragraphs(old, per_paragraph), paragraphs(new, per_paragraph))
    assert words_of(comparison, Status.EQUAL, Status.ADDED) == sorted(new)


def paragraphs(words, size):
    return "".join(f"<p>{' '.join(words[start : start + size])}</p>" for start in range(0, len(words), size))
