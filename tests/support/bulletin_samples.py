"""Invented entries, pages and facts of the bulletin, whole enough for every kind of page."""

from czest.qms.bulletin.facts import Edition
from czest.qms.bulletin.facts import Editors
from czest.qms.bulletin.facts import EntryFacts
from czest.qms.bulletin.facts import ListedChange
from czest.qms.bulletin.facts import ListedEntry
from czest.qms.bulletin.facts import PageFacts
from czest.qms.bulletin.facts import SiteFacts
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import Contact
from czest.qms.bulletin.snapshot import digest_of
from czest.qms.bulletin.snapshot import Exclusion
from czest.qms.bulletin.snapshot import Metadata
from czest.qms.bulletin.snapshot import Person
from czest.qms.bulletin.snapshot import PublicFile
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import Relation
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.bulletin.snapshot import WITHDRAWN
from dataclasses import replace
from hashlib import sha256


ADDRESS = "https://bip.urzad.example/bip"
PDF = b"%PDF-1.7 an invented file"
EDITOR = Person("Ewa Zmyślona", "Redaktor BIP")
OFFICER = Person("Jan Wzorcowy", "Pełnomocnik ds. Systemu Zarządzania Jakością")

BODY = """<h2>1. Cel</h2><p>Procedura zapewnia, że w Urzędzie Miasta stosuje się wyłącznie obowiązujące dokumenty.</p>
<h2>2. Zakres stosowania</h2><h3>2.1. Dokumenty</h3><ul><li>polityka</li><li>księga</li></ul>
<table><caption>Terminy</caption><thead><tr><th scope="col">Krok</th><th scope="col">Termin</th></tr></thead>
<tbody><tr><td>sprawdzenie</td><td>5 dni</td></tr></tbody></table>
<p>Skargę ustną przyjmuje się do protokołu, zob. <a href="https://isap.example/akt">ustawę</a>.</p>"""

METADATA = Metadata("Urząd Miasta Częstochowy", OFFICER, EDITOR, "2026-03-09", "2026-04-01T06:00:07+00:00")

#: Of the whole declaration; a test takes away or changes what it is about.
DECLARATION = {
    "entity": "Urząd Miasta Częstochowy",
    "site_name": "Biuletyn Informacji Publicznej – dokumenty systemu zarządzania jakością",
    "published_on": "2026-01-02",
    "updated_on": "2026-04-01",
    "status": "partly",
    "nonconformities": "Niektóre starsze pliki PDF nie mają znaczników.",
    "not_covered": "Mapy.",
    "prepared_on": "2026-01-02",
    "reviewed_on": "2026-03-30",
    "method": "Deklarację sporządzono na podstawie samooceny.",
    "contact": "Koordynator dostępności",
    "email": "dostepnosc@urzad.example",
    "phone": "34 000 00 02",
    "architecture": "Wejście główne ma podjazd.\nWinda dojeżdża na wszystkie piętra.",
    "architecture_address": "https://urzad.example/budynek",
    "communication": "Tłumacz języka migowego jest dostępny po umówieniu.",
}

TITLES = {
    "redakcja": "Redakcja BIP",
    "instrukcja": "Instrukcja korzystania z BIP",
    "informacja-nieudostepniona": "Informacja nieudostępniona w BIP",
    "ponowne-wykorzystywanie": "Ponowne wykorzystywanie",
    "deklaracja-dostepnosci": "Deklaracja dostępności",
    "jak-sprawdzic": "Jak sprawdzić plik",
}


def public_file(name="ps-01-wydanie-6.pdf", data=PDF, **values):
    """Return the PublicFile of some bytes."""
    told = {"title": "Procedura PS-01", "media_type": "application/pdf", "pages": 12, "accessible": True} | values
    return PublicFile(name=name, size=len(data), sha256=sha256(data).hexdigest(), **told)


def snapshot(**values):
    """Return a published snapshot of PS-01, edition 6, with some fields changed and its digest right."""
    told = {
        "symbol": "PS-01",
        "kind": "Procedure",
        "kind_title": "procedura",
        "section": "procedury",
        "number": "6",
        "title": "Nadzór nad udokumentowanymi informacjami",
        "summary": "Jak w Urzędzie powstają dokumenty i kto je zatwierdza.",
        "what_changed": "Skrócono termin sprawdzenia.",
        "body": BODY,
        "case_sign": "PJ.0142.3.2026",
        "in_force_from": "2026-04-01",
        "until": "",
        "metadata": METADATA,
        "contact": Contact("Pełnomocnik ds. SZJ", "34 000 00 01", "szj@urzad.example"),
        "files": (public_file(),),
        "exclusions": (
            Exclusion("imiona i nazwiska", "art. 5 ust. 2 u.d.i.p.", "Prezydent Miasta", "osób fizycznych"),
        ),
        "relations": (
            Relation("introduced", "k.14.2024", "2024-06-10", "https://bip.urzad.example/akty/k-14-2024"),
            Relation("amended", "k.3.2026", "2026-03-16"),
        ),
    } | values
    made = Snapshot(**told)
    return replace(made, digest=digest_of(made))


EDITIONS = (
    Edition("wydanie-5", "5", 1, ARCHIVED, "2024-07-01", "2026-03-31"),
    Edition("wydanie-6", "6", 2, PUBLISHED, "2026-04-01"),
)
CHANGES = (
    Change("2024-07-01T06:00:04+00:00", EDITOR, "published", "5", 1),
    Change("2026-04-01T06:00:07+00:00", EDITOR, "archived", "5", 1),
    Change("2026-04-01T06:00:07+00:00", EDITOR, "published", "6", 2, "Poprawiono opis pliku."),
)


def entry(**values):
    """Return the EntryFacts of edition 6 of PS-01, published after edition 5 was archived."""
    told = {"snapshot": snapshot(), "id": "wydanie-6", "version": 2, "editions": EDITIONS, "changes": CHANGES}
    return EntryFacts(**told | values)


def archived_entry(**values):
    """Return the EntryFacts of edition 5, which edition 6 replaced."""
    old = snapshot(number="5", in_force_from="2024-07-01")
    told = {"snapshot": old, "id": "wydanie-5", "version": 1, "state": ARCHIVED, "in_force_to": "2026-03-31"}
    return entry(**told | values)


def withdrawn_entry(**values):
    """Return the EntryFacts of edition 6 after its publication was withdrawn."""
    why = Withdrawal("2026-05-04T10:15:00+00:00", EDITOR, "Opublikowano omyłkowo.")
    change = Change(why.at, why.by, "withdrawn", "6", 2)
    editions = (EDITIONS[0], replace(EDITIONS[1], state=WITHDRAWN))
    told = {"state": WITHDRAWN, "withdrawal": why, "changes": (*CHANGES, change), "editions": editions}
    return entry(**told | values)


def site(**values):
    """Return the SiteFacts."""
    editors = Editors(
        ("ul. Przykładowa 1", "42-200 Częstochowa"), "Redaktor BIP", "34 000 00 00", "34 000 00 01", "bip@urzad.example"
    )
    told = {"address": ADDRESS, "office": "Urząd Miasta Częstochowy", "editors": editors, "titles": TITLES}
    return SiteFacts(**told | {"counts": {"procedury": 11, "certyfikaty": 1}, "changed_at": CHANGES[-1].at} | values)


def listed(**values):
    """Return a row of a list."""
    told = {
        "symbol": "PS-01",
        "number": "6",
        "title": "Nadzór nad udokumentowanymi informacjami",
        "kind_title": "procedura",
        "summary": "Jak w Urzędzie powstają dokumenty.",
        "section": "procedury",
        "address": f"{ADDRESS}/dokumenty/PS-01",
        "state": PUBLISHED,
        "in_force_from": "2026-04-01",
        "published_at": METADATA.published_at,
    }
    return ListedEntry(**told | values)


def listed_change(change=CHANGES[-1], **values):
    """Return a row of the consolidated register of changes."""
    told = {
        "title": "Nadzór nad udokumentowanymi informacjami",
        "symbol": "PS-01",
        "kind_title": "procedura",
        "address": f"{ADDRESS}/dokumenty/PS-01/wydanie-6",
        "state": PUBLISHED,
    }
    return ListedChange(change, **told | values)


def own_page(page_id="instrukcja", **values):
    """Return the PageFacts of a page of the bulletin's own."""
    told = {
        "title": TITLES[page_id],
        "body": "<h2>Jak szukać</h2><p>Wpisz słowo.</p>",
        "facts": DECLARATION if page_id == "deklaracja-dostepnosci" else {},
        "changes": (Change("2026-01-02T07:00:00+00:00", EDITOR, "edited", "", 0, "Pierwsza treść."),),
    }
    return PageFacts(page_id, **told | values)
