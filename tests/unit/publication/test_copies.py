"""Which copies of public pages are outdated by a change."""

from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import subject_id
from czest.qms.publication.rules.copies import addresses_of
from czest.qms.publication.rules.copies import is_due
from czest.qms.publication.rules.copies import Outdated
import datetime
from pathlib import Path
import re


ENTRY = Outdated("dokumenty/PS-01/wydanie-6", ("ps-01-wydanie-6.pdf", "wzór 1.odt"))
LISTS = {"/wykaz-dokumentow": 25, "/rejestr-zmian": 51, "/menu/procedury": 0}
NGINX = Path(__file__).parents[3] / "profiles" / "nginx-bulletin.conf"


def test_an_entry_stands_at_its_own_doors_and_those_of_its_neighbours():
    found = addresses_of(ENTRY, {"PS-01": ["wydanie-5", "wydanie-6"], "PS-02": ["wydanie-1"]}, LISTS)
    own = [address for address in found if address.startswith("/dokumenty/")]
    assert own == [
        "/dokumenty/PS-01",
        "/dokumenty/PS-01/wydanie-6",
        "/dokumenty/PS-01/wydanie-6/metryczka.json",
        "/dokumenty/PS-01/wydanie-6/metryczka.xml",
        "/dokumenty/PS-01/wydanie-6/paczka.zip",
        "/dokumenty/PS-01/wydanie-5",
        "/dokumenty/PS-01/wydanie-5/metryczka.json",
        "/dokumenty/PS-01/wydanie-5/metryczka.xml",
        "/dokumenty/PS-01/wydanie-5/paczka.zip",
        "/dokumenty/PS-01/wydanie-6/pliki/ps-01-wydanie-6.pdf",
        "/dokumenty/PS-01/wydanie-6/pliki/wz%C3%B3r%201.odt",
    ]


def test_the_entry_of_a_record_stands_at_the_address_that_the_bulletin_gives_it():
    symbol, entry = "Z-PS03-2026/04", "wersja-1"
    path = f"dokumenty/{subject_id(symbol)}/{entry}"
    found = addresses_of(Outdated(path, ("z-ps03-2026-04.pdf",)), {}, LISTS)
    at = Addresses("")
    assert {at.subject(symbol), at.entry(symbol, entry), at.file(symbol, entry, "z-ps03-2026-04.pdf")} <= set(found)


def test_the_lists_are_outdated_in_all_their_parts_and_in_one_that_there_was():
    found = addresses_of(ENTRY, {}, LISTS)
    assert {"/", "/feed.atom", "/feed.json", "/sitemap.xml", "/mapa-strony"} < set(found)
    parts = [address for address in found if address.startswith("/wykaz-dokumentow")]
    assert parts == ["/wykaz-dokumentow", "/wykaz-dokumentow?b_start=25", "/wykaz-dokumentow?b_start=50"]
    assert [address for address in found if address.startswith("/rejestr-zmian")][-1] == "/rejestr-zmian?b_start=75"
    assert {"/menu/procedury", "/menu/procedury?b_start=25"} < set(found)


def test_a_page_stands_at_its_address():
    found = addresses_of(Outdated("strony/redakcja"), {}, LISTS)
    assert [address for address in found if address.startswith(("/strony", "/dokumenty"))] == ["/strony/redakcja"]


def test_the_server_keeps_no_copy_that_would_not_be_found_again():
    """What nginx may keep is a question only where all its answers are enumerated."""
    questions = re.findall(r"~\^\(\?<bip_\w+>([^\n]*\\\?\w[^\n]*)\)\$", NGINX.read_text(encoding="utf-8"))
    assert len(questions) == 2
    parts, static = map(re.compile, questions)
    found = addresses_of(ENTRY, {}, dict.fromkeys(LISTS, 3000))
    assert all(parts.fullmatch(address) for address in found if "?" in address)
    assert not parts.fullmatch("/wykaz-dokumentow?b_start=30")
    assert not parts.fullmatch("/dokumenty/PS-01?b_start=25")
    assert static.fullmatch("/zasoby/bip.css?v=a51d3fe632dd")


def test_copies_are_taken_away_at_once_and_once_more_a_minute_later():
    noon = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)
    assert is_due(ENTRY, noon)
    purged = Outdated(ENTRY.path, ENTRY.files, noon.isoformat())
    assert not is_due(purged, noon + datetime.timedelta(seconds=59))
    assert is_due(purged, noon + datetime.timedelta(seconds=60))
