"""Sections of a body."""

from czest.qms.documents.conversion import Entry
from czest.qms.documents.conversion import sanitise
from czest.qms.documents.conversion import table_of_contents
from czest.qms.documents.conversion import template
import pytest


def test_headings_get_identifiers_after_their_numbers():
    html, entries = table_of_contents("<h2>1. Cel</h2><p>x</p><h2>6.2 Opis &amp; <em>zakres</em></h2><h3>a</h3>")
    assert (
        html == '<h2 id="punkt-1">1. Cel</h2><p>x</p><h2 id="punkt-6-2">6.2 Opis &amp; <em>zakres</em></h2><h3>a</h3>'
    )
    assert entries == [Entry("punkt-1", "1", "Cel"), Entry("punkt-6-2", "6.2", "Opis & zakres")]


def test_headings_without_numbers_count_their_position():
    assert table_of_contents("<h2>Cel</h2><h2>Zakres</h2>")[1] == [
        Entry("punkt-1", "", "Cel"),
        Entry("punkt-2", "", "Zakres"),
    ]


def test_identifiers_are_unique():
    _, entries = table_of_contents("<h2>Wstęp</h2><h2>1. Cel</h2><h2>1. Cel</h2>")
    assert [entry.id for entry in entries] == ["punkt-1", "punkt-1-2", "punkt-1-3"]


def test_earlier_identifiers_are_replaced():
    assert table_of_contents('<h2 id="x">Cel</h2>')[0] == '<h2 id="punkt-1">Cel</h2>'


@pytest.mark.parametrize("heading", ["2026", "1.", ""])
def test_a_number_alone_is_a_title(heading):
    assert table_of_contents(f"<h2>{heading}</h2>")[1] == [Entry("punkt-1", "", heading)]


def test_the_template_has_a_place_to_write_in_every_section():
    html = template(["Cel", "Mierniki & ryzyka"])
    assert html == "<h2>1. Cel</h2>\n<p></p>\n<h2>2. Mierniki &amp; ryzyka</h2>\n<p></p>"
    assert sanitise(html) == html
    assert [entry.id for entry in table_of_contents(html)[1]] == ["punkt-1", "punkt-2"]
