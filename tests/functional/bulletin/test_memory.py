"""What the public process keeps in its memory: the same answers, only for one state of the database, and no copies."""

from czest.qms.bulletin import writing
from czest.qms.bulletin.snapshot import Withdrawal
from Products.CMFCore.indexing import processQueue
import pytest
from support import bulletin_samples as samples
from support.bulletin_site import as_the_system
import transaction
from zope.component.hooks import setSite
from zope.ramcache.interfaces.ram import IRAMCache


PAGE = "/dokumenty/PS-01"
ENTRY = f"{PAGE}/wydanie-6"
FILE = f"{ENTRY}/pliki/ps-01-wydanie-6.pdf"

KEPT = [
    *("", "/", "/menu/procedury", "/wykaz-dokumentow", "/rejestr-zmian", "/szukaj", "/mapa-strony", "/@search"),
    *(PAGE, ENTRY, "/dokumenty/PS-01/wydanie-5", "/dokumenty/P-OR-90", "/strony/instrukcja"),
    *(f"{ENTRY}/metryczka.json", f"{ENTRY}/metryczka.xml", "/feed.atom", "/feed.json", "/sitemap.xml", "/robots.txt"),
]


@pytest.fixture
def memory(bulletin, functional_session):
    cache = functional_session["app"]["bip"].getSiteManager().getUtility(IRAMCache)
    cache.invalidateAll()
    return cache


def kept(memory):
    return sum(each["entries"] for each in memory.getStatistics())


def hits(memory):
    return sum(each["hits"] for each in memory.getStatistics())


@pytest.mark.parametrize("path", KEPT)
def test_the_second_answer_comes_from_memory_and_is_the_same(bulletin, memory, path):
    first = bulletin.get(path)
    assert (kept(memory), hits(memory)) == (1, 0)
    second = bulletin.get(path)
    assert (kept(memory), hits(memory)) == (1, 1)
    assert (first.status, first.body) == (second.status, second.body) == (200, first.body)
    assert {**first.headers, "date": ""} == {**second.headers, "date": ""}


def test_what_is_known_is_not_sent_again_from_memory(bulletin, memory):
    headers = bulletin.get(PAGE).headers
    known = bulletin.get(PAGE, If_None_Match=headers["etag"])
    assert (known.status, known.body, hits(memory)) == (304, b"", 1)
    known = bulletin.get(PAGE, If_Modified_Since=headers["last-modified"])
    assert (known.status, known.body, hits(memory)) == (304, b"", 2)
    changed = bulletin.get(PAGE, If_None_Match='"other"')
    assert (changed.status, hits(memory)) == (200, 3)


def test_an_answer_without_a_body_is_not_kept_as_the_whole(bulletin, memory):
    etag = bulletin.get(PAGE).headers["etag"]
    memory.invalidateAll()
    assert bulletin.get(PAGE, If_None_Match=etag).status == 304
    assert bulletin.get(PAGE, method="HEAD").body == b""
    assert bulletin.get(PAGE).body.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    "path",
    [
        *(FILE, f"{ENTRY}/paczka.zip", f"{PAGE}?x=1", "/szukaj?q=protokole", "/@search?q=protokole"),
        *("/wykaz-dokumentow?b_start=25", "/nie-ma", f"{PAGE}/view", f"/{PAGE}", "/./dokumenty/PS-01", f"{PAGE}//"),
    ],
)
def test_files_questions_and_other_spellings_are_not_kept(bulletin, memory, path):
    bulletin.get(path)
    assert kept(memory) == 0


def test_a_page_in_memory_opens_no_other_address(bulletin, memory):
    assert bulletin.get(PAGE).status == 200
    assert kept(memory) == 1
    for path in (f"{PAGE}/view", f"{PAGE}/@@view", f"/dokumenty{PAGE}"):
        assert bulletin.get(path).status == 404


# The last one, because it changes what the others read.
def test_the_next_transaction_is_seen_at_once(bulletin, functional_session):
    before = {path: bulletin.get(path).body for path in (PAGE, "/feed.json", "/sitemap.xml", "")}
    portal, site = functional_session["portal"], functional_session["app"]["bip"]
    setSite(site)
    with as_the_system():
        withdrawal = Withdrawal("2026-05-05T10:15:00+00:00", samples.EDITOR, "Opublikowano omyłkowo.")
        writing.withdraw(site, f"{PAGE[1:]}/wydanie-6", withdrawal)
        processQueue()
        transaction.commit()
    setSite(portal)
    assert "Opublikowano omyłkowo" in bulletin.get(f"{ENTRY}").text
    for path, body in before.items():
        assert bulletin.get(path).body != body
