"""The file of a form says what its text says, leaves room to write, and is the same whenever it is made."""

from czest.qms.demo.forms import form_file
from czest.qms.demo.forms import MEDIA_TYPE
from czest.qms.demo.reading import text_of
from czest.qms.documents.files import screen
from czest.qms.documents.files import SOURCE_TYPES
import io
from lxml import html
import odfdo
import pytest
import zipfile


NAME, TITLE = "F-PS01-1", "Karta zmian dokumentu (formularz)"


@pytest.fixture(scope="module")
def content():
    return form_file(f"{NAME}.odt", TITLE)


@pytest.fixture(scope="module")
def document(content):
    return odfdo.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def text():
    return html.fragment_fromstring(text_of(f"{NAME}.html"), create_parent="div")


def test_it_has_the_title_and_the_headings_of_the_text(document, text):
    assert document.meta.title == TITLE
    headings = [heading.text_content() for heading in text.iter("h2")]
    numbered = [f"{number}. {each.text}" for number, each in enumerate(document.body.headers, 1)]
    assert numbered == headings


def test_where_the_text_has_dots_the_file_has_empty_cells(document, text):
    written = [[cell.text_content().strip() for cell in row] for row in text.iter("tr")]
    rows = [row.get_values() for table in document.body.tables for row in table.rows]
    assert rows == [["" if cell == "…" else cell for cell in row] for row in written]
    assert sum(row.count("") for row in rows) >= 15


def test_it_is_made_the_same_at_any_time(content, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert form_file(f"{NAME}.odt", TITLE) == content
    assert {part.date_time[0] for part in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {1980}


def test_it_is_let_in_as_a_source_file(content):
    assert screen(f"{NAME}.odt", MEDIA_TYPE, content, len(content), SOURCE_TYPES) == []
