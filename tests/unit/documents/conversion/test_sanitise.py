"""Cleaning HTML from the editor and over REST."""

from czest.qms.documents.conversion import sanitise
import html.parser
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


ALLOWED = {
    **dict.fromkeys(
        [
            "h2",
            "h3",
            "h4",
            "p",
            "ul",
            "ol",
            "li",
            "strong",
            "em",
            "sub",
            "sup",
            "br",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
        ],
        set(),
    ),
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "a": {"href"},
}


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        # Kept as it is.
        ("<h2>Cel</h2>\n<p>Tekst <strong>ważny</strong>.</p>", "<h2>Cel</h2>\n<p>Tekst <strong>ważny</strong>.</p>"),
        ("<p></p>", "<p></p>"),
        ("<p>a<br>b</p>", "<p>a<br>b</p>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<ol><li>a<ul><li>b</li></ul></li></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        # Written another way.
        ("<h1>a</h1><h5>b</h5><h6>c</h6>", "<h2>a</h2>\n<h4>b</h4>\n<h4>c</h4>"),
        ("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>"),
        ("<p><strong>a</strong><strong>b</strong></p>", "<p><strong>ab</strong></p>"),
        ("<p><strong>a<strong>b</strong></strong></p>", "<p><strong>ab</strong></p>"),
        ("<p><strong>a<em>b</em></strong><em>c</em></p>", "<p><strong>a<em>b</em></strong><em>c</em></p>"),
        ("<strong><p>a</p><p>b</p></strong>", "<p><strong>a</strong></p>\n<p><strong>b</strong></p>"),
        ("<p><em></em>a</p>", "<p>a</p>"),
        ("tekst", "<p>tekst</p>"),
        ("<div>a</div><div>b</div>", "<p>a</p>\n<p>b</p>"),
        ("<ul><li><div>a</div><div>b</div></li></ul>", "<ul><li>a<p>b</p></li></ul>"),
        ("<p>a<div>b</div>c</p>", "<p>a</p>\n<p>b</p>\n<p>c</p>"),
        ("<blockquote><p>a</p></blockquote>", "<p>a</p>"),
        # Attributes.
        ('<h2 id="x" class="y" style="color:red" onclick="z">a</h2>', "<h2>a</h2>"),
        ('<p data-x="1">a</p>', "<p>a</p>"),
        # Dropped with their content.
        ("<script>alert(1)</script>b", "<p>b</p>"),
        ("<style>p{}</style><p>a</p>", "<p>a</p>"),
        ("<svg><p>a</p></svg><math><mi>x</mi></math>b", "<p>b</p>"),
        ("<iframe src=x></iframe><object>a</object><p>b</p>", "<p>b</p>"),
        ("<!-- a --><?php a ?><p>b</p>", "<p>b</p>"),
        # Unwrapped.
        ('<p><span>a</span><u>b</u><img src=x onerror="y"><font>c</font></p>', "<p>abc</p>"),
        ("<form><input value=a><p>b</p></form>", "<p>b</p>"),
        # Lists and tables out of order.
        ("<ul>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><ul><li>a</li></ul></ul>", "<ul><li><ul><li>a</li></ul></li></ul>"),
        ("<ul><p>a</p></ul>", "<ul><li><p>a</p></li></ul>"),
        ("<li>a</li>", "<p>a</p>"),
        ("<td>a</td>", "<p>a</p>"),
        ("<tr><td>a</td></tr><thead><tr><td>b</td></tr></thead>", "<p>a</p>\n<p>b</p>"),
        ("<table><tr><td>a</td></tr></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"),
        (
            "<table><caption>K <p>x</p><ul><li>y</li></ul></caption><thead><tr><th>a</th></tr></thead></table>",
            "<table><caption>K xy</caption><thead><tr><th>a</th></tr></thead></table>",
        ),
        (
            "<table><tbody><tr><td>a</td></tr></tbody><caption>b</caption></table>",
            "<table><tbody><tr><td>a</td></tr></tbody><tbody><tr><td>b</td></tr></tbody></table>",
        ),
        (
            "<table><tfoot><tr><td><h2>a</h2></td></tr></tfoot></table>",
            "<table><tbody><tr><td><p>a</p></td></tr></tbody></table>",
        ),
        (
            "<table><tr><td>a<table><tr><td>b</td></tr></table>c</td><td>d</td></tr></table>",
            "<table><tbody><tr><td>a<p>b</p><p>c</p></td><td>d</td></tr></tbody></table>",
        ),
        (
            "<ul><li>a<table><tr><td>b</td></tr></table></li><li>c</li></ul>",
            "<ul><li>a<p>b</p></li><li>c</li></ul>",
        ),
        ("<table><thead><p>a</p></thead></table>", "<table><thead><tr><td><p>a</p></td></tr></thead></table>"),
        (
            "<table><tr><ul><li>a</li></ul></tr></table>",
            "<table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table>",
        ),
        # Characters.
        ("", ""),
        (" \n ", ""),
        ("<p>&lt;script&gt; &amp;amp; &#13;&#0;\x00\ud800x</p>", "<p>&lt;script&gt; &amp;amp; \n\ufffdx</p>"),
        ("<br><p>a</p>", "<p>a</p>"),
    ],
)
def test_cleaning(dirty, clean):
    assert sanitise(dirty) == clean
    assert sanitise(clean) == clean


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://www.czestochowa.pl/?a=1&b=2", "https://www.czestochowa.pl/?a=1&amp;b=2"),
        ("HTTP://x.pl", "HTTP://x.pl"),
        ("mailto:bip@example.org", "mailto:bip@example.org"),
        ("/qms/d/PS-01", "/qms/d/PS-01"),
        ("../resolveuid/0a1b", "../resolveuid/0a1b"),
        ("#punkt-6", "#punkt-6"),
        ("strona?x=a:b", "strona?x=a:b"),
        (" /a ", "/a"),
        ("javascript:alert(1)", None),
        ("JaVa\tScript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("//example.org/x", None),
        ("/\\example.org", None),
        ("ż:x", None),
        ("", None),
    ],
)
def test_links(address, kept):
    expected = f'<p><a href="{kept}">x</a></p>' if kept else "<p>x</p>"
    assert sanitise(f'<p><a href="{address}" target="_blank">x</a></p>') == expected


def test_links_do_not_nest():
    assert sanitise('<p><a href="/a">b <em><a href="/c">d</a></em></a></p>') == (
        '<p><a href="/a">b </a><em><a href="/c">d</a></em></p>'
    )


@pytest.mark.parametrize(
    ("attributes", "kept"),
    [
        ('colspan="2" rowspan="03" scope="COL"', ' colspan="2" rowspan="3" scope="col"'),
        ('colspan="1" rowspan="0" scope="x"', ""),
        ('colspan="99999" rowspan="1001"', ""),
        ('colspan="-2" rowspan="a"', ""),
    ],
)
def test_attributes_of_cells(attributes, kept):
    cell = f"<table><thead><tr><th {attributes}>a</th></tr></thead></table>"
    assert sanitise(cell) == f"<table><thead><tr><th{kept}>a</th></tr></thead></table>"


def test_scope_belongs_to_heads_only():
    assert 'scope="row"' not in sanitise('<table><tr><td scope="row">a</td></tr></table>')


class Reader(html.parser.HTMLParser):
    """Collects what a second parser, not the one of the cleaner, sees."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, {name for name, _ in attributes}))

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = handle_comment


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<h1>",
        "</h1>",
        "<h2>",
        "</h2>",
        "<ul>",
        "</ul>",
        "<ol>",
        "</ol>",
        "<li>",
        "</li>",
        "<table>",
        "</table>",
        "<caption>",
        "</caption>",
        "<thead>",
        "</thead>",
        "<tbody>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<th>",
        "</th>",
        "<div>",
        "</div>",
        "<strong>",
        "</strong>",
        "<b>",
        "<em>",
        "</em>",
        "<a>",
        "</a>",
        "<br>",
        "<sub>",
        "</sub>",
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        "<!--",
        "-->",
        "<select>",
        "<option>",
        "<form>",
        "<pre>",
        "</pre>",
        "<body>",
        "</html>",
        "<template>",
        "<title>",
        "</title>",
        "<noscript>",
        "<math>",
        "<textarea>",
        "<plaintext>",
        "<img/src=x>",
        "<",
        ">",
        "&",
        "&lt;",
        "&#60;",
        "&#0;",
        "&quot;",
        '"',
        "'",
        "x",
        "ż",
    ]
    + [" ", "\n", "\x00", "\u00a0", '<a href="javascript:x">', '<a href="/x">', '<td colspan="2" onclick="x">', "tekst"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_cleaning_again_changes_nothing_and_only_the_vocabulary_is_left(dirty):
    clean = sanitise(dirty)
    assert sanitise(clean) == clean
    for tag, attributes in Reader(clean).tags:
        assert attributes <= ALLOWED[tag]


@given(st.text())
def test_any_text_is_cleaned(dirty):
    clean = sanitise(dirty)
    assert sanitise(clean) == clean


def test_deep_nesting_is_survived():
    assert sanitise("<div><b>" * 5000 + "x") is not None
