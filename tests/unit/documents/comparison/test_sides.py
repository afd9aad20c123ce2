"""The two texts of a comparison apart."""

from czest.qms.documents.comparison import compare
from czest.qms.documents.comparison import Labels
from czest.qms.documents.comparison import newer_side
from czest.qms.documents.comparison import older_side
from czest.qms.documents.comparison import to_html
from hypothesis import given
from hypothesis import strategies as st
import lxml.html


LABELS = Labels("dodano", "usunięto", str, lambda sections: "bez zmian")
OLD = "<h2>1. Cel</h2><p>Termin 7 dni.</p><p>Skreślony.</p><table><tr><td>a</td></tr><tr><td>b</td></tr></table>"
NEW = "<h2>1. Cel</h2><p>Termin 14 dni.</p><p>Nowy akapit o mieszkańcach.</p><table><tr><td>a</td></tr></table>"


def words(comparison):
    html = to_html(comparison, Labels("", "", lambda number: "", lambda sections: ""), prefix="x-")
    tree = lxml.html.fromstring(f"<div>{html}</div>")
    for mark in tree.cssselect(".qms-redline-number"):
        mark.drop_tree()
    return tree.text_content().split()


def plain(html):
    return lxml.html.fromstring(f"<div>{html.replace('><', '> <')}</div>").text_content().split()


def test_either_side_is_its_own_text():
    comparison = compare(OLD, NEW)
    older, newer = to_html(older_side(comparison), LABELS), to_html(newer_side(comparison), LABELS)
    assert "<ins>" not in older and "<del>" not in newer
    assert "7" in older and "14" not in older
    assert "mieszkańcach" in newer and "Skreślony" not in newer


def test_changes_keep_their_numbers_and_ids_can_be_told_apart():
    comparison = compare(OLD, NEW)
    numbers = {block.number for block in comparison.blocks() if block.number}
    shown = {block.number for side in (older_side, newer_side) for block in side(comparison).blocks() if block.number}
    assert shown == numbers
    assert 'id="wczesniej-zmiana-1"' in to_html(older_side(comparison), LABELS, prefix="wczesniej-")


PARAGRAPHS = st.lists(st.text(alphabet="abc ", min_size=1).filter(str.strip), max_size=5).map(
    lambda texts: "".join(f"<p>{text}</p>" for text in texts)
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_no_word_is_lost_or_invented(old, new):
    comparison = compare(old, new)
    assert sorted("".join(words(older_side(comparison)))) == sorted("".join(plain(old)))
    assert sorted("".join(words(newer_side(comparison)))) == sorted("".join(plain(new)))
