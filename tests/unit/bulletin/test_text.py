"""The text of an entry passes a whitelist once more, whatever the snapshot holds."""

from czest.qms.bulletin.text import ATTRIBUTES
from czest.qms.bulletin.text import ELEMENTS
from czest.qms.bulletin.text import passages
from czest.qms.bulletin.text import plain_text
from czest.qms.bulletin.text import shown_text
from hypothesis import given
from hypothesis import strategies
import lxml.html
import pytest


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("<p>tak</p><script>alert(1)</script>", "<p>tak</p>"),
        ('<p onclick="x()" style="color:red" class="a" id="b">tak</p>', "<p>tak</p>"),
        ('<p><a href="javascript:alert(1)">tak</a></p>', "<p>tak</p>"),
        ('<p><a href="/qms/dokumenty">tak</a></p>', "<p>tak</p>"),
        (
            '<p><a href="https://isap.example/a?b=1&amp;c">tak</a></p>',
            '<p><a href="https://isap.example/a?b=1&amp;c">tak</a></p>',
        ),
        ('<p><a href="mailto:a@b.example">tak</a></p>', '<p><a href="mailto:a@b.example">tak</a></p>'),
        ('<p><img src="x" onerror="y">tak</p>', "<p>tak</p>"),
        ("<div><font>tak</font></div>", "tak"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<svg><script>x</script></svg><p>tak</p>", "<p>tak</p>"),
        ("<!-- x --><p>tak</p>", "<p>tak</p>"),
        ("", ""),
        ("   ", ""),
        ("<h2></h2><p>tak</p>", "<p>tak</p>"),
    ],
)
def test_only_the_whitelist_is_written(source, html):
    assert shown_text(source).html == html


def test_headings_get_names_and_stand_below_those_of_the_page():
    text = shown_text("<h2>Cel</h2><h3>Zakres</h3><h2>Opis</h2>")
    assert text.html == '<h3 id="punkt-1">Cel</h3><h4 id="punkt-2">Zakres</h4><h3 id="punkt-3">Opis</h3>'
    assert [(point.title, point.level) for point in text.points] == [("Cel", 1), ("Zakres", 2), ("Opis", 1)]


def test_a_text_that_leaves_a_level_out_is_set_right():
    assert [point.level for point in shown_text("<h4>a</h4><h4>b</h4><h2>c</h2><h4>d</h4>").points] == [1, 2, 1, 2]


def test_a_table_stands_in_a_frame_that_the_keyboard_reaches():
    html = shown_text('<table><tr><th scope="col" colspan="2" onclick="x">a</th></tr></table>').html
    frame = lxml.html.fragment_fromstring(html)
    assert (frame.get("class"), frame.get("tabindex"), frame.get("aria-label")) == ("frame", "0", "Tabela 1")
    assert dict(frame.xpath(".//th")[0].attrib) == {"scope": "col", "colspan": "2"}


def test_one_letter_words_do_not_end_a_line():
    assert shown_text("<p>w terminie 14 dni</p>").html == "<p>w\N{NO-BREAK SPACE}terminie 14\N{NO-BREAK SPACE}dni</p>"


def test_the_words_alone():
    assert plain_text("<h2>Cel</h2><p>Opis <b>tekstu</b></p><script>x</script>") == "Cel Opis tekstu"


def test_passages_are_blocks():
    assert passages(
        "<h2>Cel</h2><ul><li>raz</li><li>dwa</li></ul><table><tr><td>a</td><td>b<br>c, <strong>d</strong>.</td></tr></table>"
    ) == [
        "Cel",
        "raz",
        "dwa",
        "a b c, d.",
    ]


_TAGS = ("p", "script", "a", "h2", "h4", "table", "tr", "td", "svg", "style", "b", "textarea", "li", "iframe", "title")
_PIECES = strategies.one_of(
    strategies.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
    strategies.sampled_from(
        ['<a href="javascript:x">', "<p onload=x>", "<!--", "-->", "<![CDATA[", "<?x", '"', "&#x0;"]
    ),
    strategies.text(max_size=5),
)


@given(strategies.lists(_PIECES, max_size=30).map("".join))
def test_whatever_the_source_the_result_holds_only_the_whitelist(source):
    html = shown_text(source).html
    if not html.strip():
        return
    known = ELEMENTS | {"h3", "h4", "h5", "div"}
    for element in lxml.html.fragment_fromstring(html, create_parent="section").iterdescendants():
        assert element.tag in known
        allowed = {"id"} if element.tag in ("h3", "h4", "h5") else set(ATTRIBUTES.get(element.tag, ()))
        allowed |= {"class", "role", "tabindex", "aria-label"} if element.tag == "div" else set()
        assert set(element.attrib) <= allowed
        assert not element.get("href", "https://").lower().startswith("javascript")
