"""What the editor is shown before a publication is, byte for byte, what the public page is after it."""

from czest.qms.bulletin import writing
from czest.qms.bulletin.foreseeing import foreseen_facts
from czest.qms.bulletin.foreseeing import foreseen_page
from czest.qms.bulletin.reading import entry_facts
from czest.qms.bulletin.reading import site_facts
from czest.qms.bulletin.views.entry import entry_page
from dataclasses import replace
import pytest
from support import bulletin_samples as samples
from support.bulletin_site import as_the_system
from support.bulletin_site import make_bulletin
from support.bulletin_site import published_at


@pytest.fixture
def site(integration):
    return make_bulletin(integration["app"])


#: Symbol and number of what is published: nothing before it, an edition before it, the same edition before it, a record.
CASES = [("PS-90", "1"), ("PS-01", "7"), ("PS-01", "6"), ("P-OR-90", "6"), ("Z-2026/7", "")]


@pytest.mark.parametrize(("symbol", "number"), CASES)
def test_the_preview_is_the_page(site, symbol, number):
    metadata = published_at("2026-06-01T06:00:00+00:00")
    snapshot = samples.snapshot(symbol=symbol, number=number, metadata=metadata, in_force_from="2026-06-01")
    foreseen = foreseen_facts(site, snapshot, "Skrócono termin.")
    preview = foreseen_page(site, snapshot, "Skrócono termin.", samples.ADDRESS)
    facts_before = site_facts(site, samples.ADDRESS)
    with as_the_system():
        entry = writing.publish(
            site, snapshot, {each.name: samples.PDF for each in snapshot.files}, what="Skrócono termin."
        )
    assert entry_facts(entry) == foreseen
    assert entry_page(facts_before, entry_facts(entry)) == preview


def test_the_preview_writes_nothing(site):
    register = len(site.bulletin_register)
    foreseen_page(site, samples.snapshot(symbol="PS-91"))
    assert "PS-91" not in site["dokumenty"]
    assert len(site.bulletin_register) == register


def test_the_register_of_a_document_holds_its_own_rows_only(site):
    rows = site.bulletin_register.below("dokumenty/PS-01")
    assert {row.path for row in rows} == {"dokumenty/PS-01/wydanie-5", "dokumenty/PS-01/wydanie-6"}
    assert [row.seq for row in rows] == sorted(row.seq for row in rows)
    assert {row.path for row in site.bulletin_register.below("dokumenty/PS-01/wydanie-6")} == {
        "dokumenty/PS-01/wydanie-6"
    }
    assert site.bulletin_register.below("dokumenty/PS-0") == []


def test_bip_7_a_title_removed_for_privacy_is_gone_from_every_door(site):
    removal = replace(writing_removal(), title_removed=True)
    with as_the_system():
        writing.withdraw(site, "dokumenty/PS-01/wydanie-6", removal)
    facts = entry_facts(site["dokumenty"]["PS-01"]["wydanie-6"])
    page = entry_page(site_facts(site, samples.ADDRESS), facts).decode()
    assert "Nadzór nad udokumentowanymi" not in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "Treść usunięta" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "Poprawiono opis pliku." not in page


def writing_removal():
    return samples.withdrawn_entry().withdrawal
