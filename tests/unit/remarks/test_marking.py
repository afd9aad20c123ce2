"""Marks are put into the text of the page, and the text stays the same."""

from czest.qms.documents.conversion import sanitise
from czest.qms.remarks.rules.marking import Mark
from czest.qms.remarks.rules.marking import marked
from czest.qms.remarks.rules.passages import parsed
from czest.qms.remarks.rules.passages import passages_of
from hypothesis import given
from hypothesis import strategies as st
import lxml.html
import pytest


BODY = sanitise(
    "<h2>1. Cel</h2><p>Procedura <strong>określa</strong> sposób.<br>Stosują ją <em>wszyscy</em>, zob. "
    '<a href="https://isap.sejm.gov.pl">ustawa o finansach</a>, art. 68.</p>'
    "<ul><li>pierwszy<ul><li>wewnętrzny</li></ul></li><li>drugi</li></ul>"
    "<table><caption>Terminy</caption><tbody><tr><th>Krok</th><td>7 dni</td></tr></tbody></table>"
)
TEXT = (
    "1. Cel Procedura określa sposób. Stosują ją wszyscy, zob. ustawa o finansach, art. 68. pierwszy wewnętrzny drugi "
    "Terminy Krok 7 dni"
)


def mark_of(quote, number=1, text=TEXT):
    start = text.index(quote)
    return Mark(number, start, start + len(quote), f"Uwaga {number}")


def without_marks(html):
    root = parsed(html)
    for link in list(root.iter("a")):
        if link.get("class") == "qms-passage-number":
            link.text = ""
            link.drop_tag()
    for mark in list(root.iter("mark")):
        mark.drop_tag()
    return (root.text or "") + "".join(lxml.html.tostring(child, encoding="unicode") for child in root)


def test_the_text_has_one_space_between_words():
    assert passages_of(BODY).text == TEXT


def test_paragraphs_stand_in_their_sections():
    passages = passages_of(BODY)
    shown = [(passages.text[each.start : each.end], each.section) for each in passages.paragraphs]
    assert shown[0] == ("1. Cel", "1. Cel")
    assert shown[1][0].startswith("Procedura określa")
    assert [text for text, _section in shown[2:]] == ["pierwszy", "wewnętrzny", "drugi", "Terminy", "Krok", "7 dni"]
    assert {section for _text, section in shown} == {"1. Cel"}
    assert passages.paragraph_at(TEXT.index("określa")) == passages.paragraphs[1]


def test_a_passage_across_elements_is_marked_in_each():
    html = marked(BODY, (mark_of("określa sposób. Stosują"),))
    assert '<strong><mark class="qms-passage">określa</mark></strong> <mark class="qms-passage">sposób.</mark>' in html
    link = '<a class="qms-passage-number" href="#uwaga-1" id="fragment-1" aria-label="Uwaga 1">1</a>'
    assert f'<mark class="qms-passage">Stosują</mark>{link} ją' in html


def test_a_number_never_stands_inside_another_link():
    html = marked(BODY, (mark_of("o finansach"), mark_of("ustawa", 2)))
    root = parsed(html)
    assert not [link for link in root.iter("a") if next(link.iterancestors("a"), None) is not None]
    assert [link.text for link in root.iter("a") if link.get("class")] == ["2", "1"]
    assert passages_of(without_marks(html)).text == TEXT


def test_passages_may_overlap():
    html = marked(BODY, (mark_of("Stosują ją wszyscy"), mark_of("ją wszyscy, zob.", 2)))
    assert html.count('id="fragment-1"') == html.count('id="fragment-2"') == 1
    assert without_marks(html) == BODY


def test_without_marks_nothing_is_changed():
    assert marked(BODY, ()) == BODY


@pytest.mark.parametrize("number", range(20))
def test_marking_any_words_leaves_the_text_as_it_is(number):
    start = number * 6
    html = marked(BODY, (Mark(1, start, start + 25, "Uwaga 1"), Mark(2, start + 9, start + 11, "Uwaga 2")))
    assert without_marks(html) == BODY


INLINE = st.sampled_from(["{}", "<strong>{}</strong>", "<em>{}</em>", '<a href="https://a.pl">{}</a>', "{}<br>"])
BLOCK = st.sampled_from(["<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"])
RUNS = st.lists(st.tuples(INLINE, st.text("ab ", max_size=6)), max_size=4).map(
    lambda runs: "".join(form.format(text) for form, text in runs)
)
BODIES = st.lists(st.tuples(BLOCK, RUNS), max_size=4).map(
    lambda blocks: sanitise("".join(form.format(text) for form, text in blocks))
)
MARKS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20)), max_size=4)


@given(BODIES, MARKS)
def test_marking_loses_and_adds_no_word(html, places):
    marks = tuple(Mark(number, start, start + length, "Uwaga") for number, (start, length) in enumerate(places, 1))
    assert without_marks(marked(html, marks)) == without_marks(html)
