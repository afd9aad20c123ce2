"""Sizes, formats, sentences and addresses of the public pages."""

from czest.qms.bulletin import wording
from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import link
from czest.qms.bulletin.polish import polish
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import Person
import pytest
from support import bulletin_samples as samples


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("octets", "words"),
    [(0, "0 B"), (999, "999 B"), (1000, "1 kB"), (183_500, "184 kB"), (999_999, "1000 kB"), (1_250_000, "1,2 MB")],
)
def test_sizes(octets, words):
    assert plain(wording.size(octets)) == words


@pytest.mark.parametrize(
    ("act", "number", "words"),
    [
        ("published", "6", "Opublikowano wydanie 6."),
        ("published", "", "Opublikowano."),
        ("republished", "6/1", "Ponownie opublikowano wydanie 6/1."),
        ("archived", "5", "Wydanie 5 przeniesiono do wersji archiwalnych."),
        ("withdrawn", "", "Cofnięto publikację."),
        ("edited", "", "Zmieniono treść strony."),
    ],
)
def test_acts_of_the_register(act, number, words):
    assert polish(wording.act(Change("2026-04-01T06:00:07+00:00", samples.EDITOR, act, number, 1))) == words


def test_a_person_who_is_known_by_post_only_is_named_once():
    assert wording.person(Person("Redaktor BIP", "Redaktor BIP")) == "Redaktor BIP"
    assert wording.person(Person("", "Redaktor BIP")) == "Redaktor BIP"


def test_addresses_are_quoted():
    at = Addresses("https://bip.example/bip")
    assert (
        at.file("PŚ-1", "wydanie-1", "a b?.pdf")
        == "https://bip.example/bip/dokumenty/P%C5%9A-1/wydanie-1/pliki/a%20b%3F.pdf"
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "", "ftp://x"])
def test_a_page_leads_to_web_addresses_only(address):
    assert link(address) == ""


def test_a_title_with_brackets_is_left_as_it_is():
    assert wording.set_line("a < b i c") == "a < b i c"
