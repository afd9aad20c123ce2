"""Headings of classified documents."""

from czest.qms.documents.files.classified import mentions_classification
import pytest
import unicodedata


@pytest.mark.parametrize(
    "line",
    [
        "ZASTRZEŻONE",
        "POUFNE",
        "TAJNE",
        "ŚCIŚLE TAJNE",
        "- ŚCIŚLE  TAJNE -",
        "POUFNE Egz. nr 1".upper(),
        "Dokument z klauzulą „zastrzeżone”",
        "klauzula tajności: POUFNE",
        unicodedata.normalize("NFD", "ZASTRZEŻONE"),
    ],
)
def test_markings_are_seen(line):
    assert mentions_classification(["Procedura", line])


@pytest.mark.parametrize(
    "line",
    [
        "Wszelkie prawa zastrzeżone",
        "WSZELKIE PRAWA ZASTRZEŻONE",
        "zastrzeżone",
        "Dane poufne przechowuje się w szafie.",
        "Głosowanie jest TAJNE i odbywa się kartami.",
        "Klauzula informacyjna RODO",
        "",
    ],
)
def test_ordinary_sentences_are_not(line):
    assert not mentions_classification([line])


def test_a_long_line_is_searched_for_the_clause_only():
    assert mentions_classification(["x " * 100 + "klauzula tajne"])
    assert not mentions_classification(["TAJNE" + "." * 100])
