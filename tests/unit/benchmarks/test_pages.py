from benchmarks.pages import Page
from benchmarks.pages import WrongPage
import pytest


PAGE = Page("site", "folder?size=2", "tr.row", 2, "Wydział", ".person")
BODY = '<html><body><b class="person">K</b><table>{rows}</table><p>{words}</p></body></html>'


def body(rows=2, words="Wydział", text=BODY):
    return text.format(rows='<tr class="row"><td>1</td></tr>' * rows, words=words).encode()


def test_the_page_meant_passes():
    PAGE.check(200, body())


def test_address_begins_at_the_root():
    assert PAGE.address == "/site/folder?size=2"


@pytest.mark.parametrize(
    ("status", "answer", "words"),
    [
        (404, body(), "answered 404"),
        (302, body(), "answered 302"),
        (200, body(rows=1), "has 1 of tr.row, not 2"),
        (200, body(rows=3), "has 3 of tr.row, not 2"),
        (200, body(words="Error"), "does not say"),
        (200, body(text=BODY.replace("person", "stranger")), "stranger"),
    ],
)
def test_another_page_is_refused(status, answer, words):
    with pytest.raises(WrongPage, match=words):
        PAGE.check(status, answer)
