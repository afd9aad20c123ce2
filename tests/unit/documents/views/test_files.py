"""Names, types and sizes of files."""

from czest.qms.documents.views.reading.rules.files import kind_of_file
from czest.qms.documents.views.reading.rules.files import size_of_file
from czest.qms.documents.views.reading.rules.files import title_of_file
import pytest


@pytest.mark.parametrize(
    ("size", "expected"),
    [(0, "1 kB"), (300, "1 kB"), (31 * 1024, "31 kB"), (1024 * 1024, "1,0 MB"), (2_500_000, "2,4 MB")],
)
def test_sizes(size, expected):
    assert size_of_file(size).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(("name", "expected"), [("karta.odt", "ODT"), ("a.b.PDF", "PDF"), ("bez", "")])
def test_kinds(name, expected):
    assert kind_of_file(name) == expected


@pytest.mark.parametrize(("name", "expected"), [("F-PS04-1_Karta.odt", "F-PS04-1 Karta"), (".odt", ".odt")])
def test_titles(name, expected):
    assert title_of_file(name) == expected
