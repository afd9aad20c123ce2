"""The press release by all four routes."""

from czest.qms.documents.conversion import sanitise
from czest.qms.documents.conversion import to_html
import pytest
import re


ELEMENTS = {"h2": 1, "p": 10, "ul": 5, "li": 14}


def words(html):
    return re.sub(r"<[^>]*>", " ", html).split()


@pytest.fixture(scope="module")
def converted(sample_text):
    return to_html("informacja.txt", sample_text)


def test_lines_become_paragraphs_and_lists(converted):
    assert converted.warnings == ()
    assert {tag: converted.html.count(f"<{tag}>") for tag in ELEMENTS} == ELEMENTS
    assert "<h2>URZĄD MIASTA Z NOWYM CERTYFIKATEM ISO</h2>" in converted.html
    assert "<p>w zakresie wsparcia:</p>\n<ul><li>doskonalenie i rozwój" in converted.html
    assert "Polskie Centrum Badań i Certyfikacji SA otrzymał nowy certyfikat" in converted.html


def test_no_word_is_lost_or_made_up(converted, sample_text):
    original = [word for word in sample_text.decode().split() if word != "-"]
    assert words(converted.html) == original


def test_the_result_is_clean(converted):
    assert sanitise(converted.html) == converted.html


@pytest.mark.parametrize("extension", ["odt", "docx", "pdf"])
def test_every_route_gives_the_same_text(converted, sample_text, office_convert, extension):
    data = office_convert(sample_text, extension)
    conversion = to_html(f"informacja.{extension}", data)
    assert conversion.html == converted.html
    assert [finding.code for finding in conversion.warnings] == (["structure"] if extension == "pdf" else [])


def test_windows_encoding_gives_the_same_text(converted, sample_text):
    assert to_html("informacja.txt", sample_text.decode().encode("cp1250")) == converted
