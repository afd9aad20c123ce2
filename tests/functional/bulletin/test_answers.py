"""What the public doors answer over HTTP: content, headers, what is not changed, what is found."""

from czest.qms.bulletin.snapshot import digest_of
from hashlib import sha256
import io
import json
from lxml import etree
import lxml.html
import pytest
from support import bulletin_samples as samples
from support.bulletin_site import PROCEDURES
import zipfile


ENTRY = "/dokumenty/PS-01/wydanie-6"
FILE = f"{ENTRY}/pliki/ps-01-wydanie-6.pdf"
SHORT = "public, max-age=20, stale-while-revalidate=10"

EVERYTHING = [
    *("", "/menu/procedury", "/wykaz-dokumentow", "/rejestr-zmian", "/szukaj?q=protokole", "/mapa-strony"),
    *("/dokumenty/PS-01", ENTRY, "/dokumenty/PS-01/wydanie-5", "/dokumenty/P-OR-90", "/strony/instrukcja"),
    *(f"{ENTRY}/metryczka.json", f"{ENTRY}/metryczka.xml", f"{ENTRY}/paczka.zip", FILE, "/@search?q=protokole"),
    *("/feed.atom", "/feed.json", "/sitemap.xml", "/robots.txt", "/zasoby/bip.css"),
]


def page(answer):
    return lxml.html.document_fromstring(answer.body)


def words(node):
    """Return the text of an element, blanks joined."""
    return " ".join(node.text_content().split())


def symbols(bulletin, query):
    return [item["symbol"] for item in json.loads(bulletin.get(f"/@search?{query}").body)["items"]]


@pytest.mark.parametrize("path", EVERYTHING)
def test_the_same_database_gives_the_same_bytes_and_headers(bulletin, path):
    first, second = bulletin.get(path), bulletin.get(path)
    assert first.body == second.body
    for answer in (first, second):
        answer.headers.pop("date")
    assert first.headers == second.headers


@pytest.mark.parametrize("path", EVERYTHING)
def test_every_answer_is_safe_and_may_be_kept_for_less_than_a_minute(bulletin, path):
    headers = bulletin.get(path).headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == SHORT
    assert "set-cookie" not in headers


@pytest.mark.parametrize("path", EVERYTHING)
def test_what_is_known_is_not_sent_again(bulletin, path):
    etag = bulletin.get(path).headers["etag"]
    again = bulletin.get(path, If_None_Match=f'"other", W/{etag}')
    assert (again.status, again.body) == (304, b"")
    assert bulletin.get(path, If_None_Match='"other"').status == 200


def test_what_did_not_change_since_is_not_sent_again(bulletin):
    at = bulletin.get(f"{ENTRY}/metryczka.json").headers["last-modified"]
    assert at == "Wed, 01 Apr 2026 06:00:07 GMT"
    assert bulletin.get(f"{ENTRY}/metryczka.json", If_Modified_Since=at).status == 304
    earlier = "Wed, 01 Apr 2026 06:00:06 GMT"
    assert bulletin.get(f"{ENTRY}/metryczka.json", If_Modified_Since=earlier).status == 200
    assert bulletin.get(f"{ENTRY}/metryczka.json", If_Modified_Since="yesterday").status == 200


def test_a_static_file_with_its_version_is_kept_for_a_year(bulletin):
    (address,) = page(bulletin.get("")).xpath("//link[@rel='stylesheet']/@href")
    assert bulletin.get(address).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert bulletin.get("/zasoby/bip.css?v=other").headers["cache-control"] == SHORT


def test_a_record_stands_at_an_address_of_its_own_at_every_door(bulletin):
    """A slash of its symbol is a tilde there, and a hyphen is another symbol."""
    address = "/dokumenty/Z-ISO-2026~1"
    assert bulletin.get("/dokumenty/Z-ISO-2026-1").status == 404
    shown = page(bulletin.get(address))
    assert "Zapis z dnia 9 marca 2026 r." in words(shown.xpath("//article/header")[0])
    old = words(page(bulletin.get(f"{address}/wersja-1")).xpath("//article/header")[0])
    assert "Wersja archiwalna" in old and "nieobowiązująca" not in old and "Zobacz wersję aktualną" in old
    told = json.loads(bulletin.get(f"{address}/wersja-2/metryczka.json").body)
    assert (told["symbol"], told["number"], told["in_force_from"]) == ("Z-ISO-2026/1", "", "")
    for door in (
        "/feed.atom",
        "/feed.json",
        "/sitemap.xml",
        "/@search?q=certyfikat",
        "/menu/certyfikaty",
        "/rejestr-zmian",
    ):
        assert f"{bulletin.address}{address}" in bulletin.get(door).text, door


def test_bip_8_a_file_is_the_very_bytes_shown_in_the_browser(bulletin):
    answer = bulletin.get(FILE)
    assert answer.body == samples.PDF
    assert answer.headers["etag"] == f'"{sha256(samples.PDF).hexdigest()}"'
    assert answer.headers["content-disposition"] == "inline; filename*=UTF-8''ps-01-wydanie-6.pdf"


def test_bip_12_the_package_of_an_entry_is_whole_and_checks(bulletin):
    answer = bulletin.get(f"{ENTRY}/paczka.zip")
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''PS-01-wydanie-6.zip"
    archive = zipfile.ZipFile(io.BytesIO(answer.body))
    assert archive.read("pliki/ps-01-wydanie-6.pdf") == samples.PDF
    assert archive.read("metryczka.json") == bulletin.get(f"{ENTRY}/metryczka.json").body
    loose = lxml.html.document_fromstring(archive.read("tresc.html"))
    assert loose.xpath("//a[@href='pliki/ps-01-wydanie-6.pdf']")
    assert "stosuje się wyłącznie obowiązujące dokumenty" in loose.text_content()


def test_bip_5_the_canonical_address_leads_to_what_applies(bulletin):
    shown = page(bulletin.get("/dokumenty/PS-01"))
    assert shown.xpath("//*[@data-state]/@data-state")[0] == "published"
    assert "PS-01 · procedura · wydanie 6" in " ".join(shown.xpath("string(//article/header)").split())


def test_bip_6_an_archived_version_stays_reachable_and_out_of_lists(bulletin):
    old = page(bulletin.get("/dokumenty/PS-01/wydanie-5"))
    assert old.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "Obowiązywało od 1 lipca 2024 r. do 31 marca 2026 r." in " ".join(old.text_content().split())
    for path in ("/wykaz-dokumentow", "/wykaz-dokumentow?b_start=25", "/menu/procedury", "/menu/procedury?b_start=25"):
        assert "wydanie-5" not in bulletin.get(path).text
    assert "wydanie-5" not in bulletin.get("/sitemap.xml").text


def test_bip_6_the_search_leaves_archived_versions_out_unless_asked(bulletin):
    assert [item["state"] for item in found(bulletin, "q=PS-01")] == ["published"]
    assert {item["state"] for item in found(bulletin, "q=PS-01&archived=1")} == {"published", "archived"}
    shown = page(bulletin.get("/szukaj?q=PS-01&archiwalne=1"))
    assert set(shown.xpath("//main//li//*[@data-state]/@data-state")) == {"published", "archived"}


def test_bip_7_a_withdrawn_entry_is_a_stub_at_every_door(bulletin):
    stub = bulletin.get("/dokumenty/P-OR-90/wydanie-6")
    assert stub.status == 200
    assert "Opublikowano omyłkowo." in stub.text
    assert "Ewidencja &lt;b&gt;pieczęci&lt;/b&gt;" in stub.text
    told = json.loads(bulletin.get("/dokumenty/P-OR-90/wydanie-6/metryczka.json").body)
    assert told["state"] == "withdrawn" and "files" not in told
    for path in ("/wykaz-dokumentow?b_start=25", "/menu/procedury?b_start=25", "/sitemap.xml"):
        assert "P-OR-90" not in bulletin.get(path).text
    assert symbols(bulletin, "q=piecz%C4%99ci&archived=1") == []


def found(bulletin, query):
    return json.loads(bulletin.get(f"/@search?{query}").body)["items"]


@pytest.mark.parametrize("question", ["protok%C3%B3%C5%82", "protokole", "PROTOKOLE", "protokolu", "skargi%20ustnej"])
def test_the_search_knows_polish(bulletin, question):
    assert "PS-01" in symbols(bulletin, f"q={question}&b_size=100")


def test_the_search_quotes_the_text_in_the_type_of_documents(bulletin):
    shown = page(bulletin.get("/szukaj?q=PS-01%20protokole"))
    quotes = [" ".join(each.text_content().split()) for each in shown.xpath("//p[@class='quote']")]
    assert "Skargę ustną przyjmuje się do protokołu, zob. ustawę." in quotes
    assert "protokołu" in shown.xpath("//p[@class='quote']/mark/text()")


def test_the_search_finds_pages_of_the_bulletin_too(bulletin):
    shown = page(bulletin.get("/szukaj?q=ponownego%20wykorzystywania"))
    assert f"{bulletin.address}/strony/ponowne-wykorzystywanie" in shown.xpath("//main//h3/a/@href")


@pytest.mark.parametrize("question", ["", "%20", '"', "AND%20OR%20(", "*", "%00", "%FF", "x" * 1500])
def test_no_question_breaks_the_search(bulletin, question):
    assert bulletin.get(f"/szukaj?q={question}").status == 200
    assert bulletin.get(f"/@search?q={question}").status == 200


def test_programs_are_told_public_values_only(bulletin):
    answer = json.loads(bulletin.get("/@search?q=PS-01&fullobjects=1&metadata_fields=_all&Creator=admin").body)
    assert set(answer) == {"@id", "items", "items_total", "b_start", "b_size"}
    (item,) = answer["items"]
    assert item == {
        "@id": f"{bulletin.address}/dokumenty/PS-01",
        "symbol": "PS-01",
        "number": "6",
        "title": "Nadzór nad udokumentowanymi informacjami",
        "kind": "procedura",
        "section": "procedury",
        "summary": "Jak w Urzędzie powstają dokumenty i kto je zatwierdza.",
        "state": "published",
        "in_force_from": "2026-04-01",
        "published_at": "2026-04-01T08:00:07+02:00",
        "snippet": item["snippet"],
    }


def test_programs_get_answers_in_parts(bulletin):
    everything = json.loads(bulletin.get("/@search?b_size=100").body)
    assert everything["items_total"] == len(everything["items"]) == PROCEDURES + 2
    part = json.loads(bulletin.get("/@search?b_start=25&b_size=10").body)
    assert part["items"] == everything["items"][25:35]
    assert len(json.loads(bulletin.get("/@search").body)["items"]) == 25


@pytest.mark.parametrize(
    "query", ["b_size=101", "b_size=0", "b_size=x", "b_start=-1", "b_start=1&b_start=2", "b_size=1e9"]
)
def test_a_wrong_parameter_is_named(bulletin, query):
    answer = bulletin.get(f"/@search?{query}")
    assert answer.status == 400
    assert json.loads(answer.body)["message"].startswith(query.partition("=")[0])


def test_long_lists_come_in_parts(bulletin):
    first, second = page(bulletin.get("/wykaz-dokumentow")), page(bulletin.get("/wykaz-dokumentow?b_start=25"))
    assert len(first.xpath("//main//tbody/tr")) == 25
    assert len(second.xpath("//main//tbody/tr")) == PROCEDURES + 2 - 25
    assert first.xpath("//a[@rel='next']/@href") == [f"{bulletin.address}/wykaz-dokumentow?b_start=25"]
    assert page(bulletin.get("/wykaz-dokumentow?b_start=x")).xpath("//main//tbody/tr/td[1]//text()")[0] == "P-OR-01"


def test_bip_5_the_register_of_changes_is_whole_and_narrowed_by_month(bulletin):
    whole = page(bulletin.get("/rejestr-zmian"))
    assert whole.xpath("//main//tbody/tr")[0].xpath(".//time/text()") == ["2026-05-04 12:15:00"]
    assert whole.xpath("//option/@value")[:4] == ["", "2026-05", "2026-04", "2026-02"]
    april = page(bulletin.get("/rejestr-zmian?miesiac=2026-04"))
    times = april.xpath("//main//tbody//time/text()")
    assert times and all(each.startswith("2026-04") for each in times)
    assert page(bulletin.get("/rejestr-zmian?miesiac=2019-01")).xpath("//main//tbody/tr") == []


def test_bip_12_the_feeds_hold_what_was_published_newest_first(bulletin):
    items = json.loads(bulletin.get("/feed.json").body)["items"]
    assert [item["_bip"]["symbol"] for item in items][:3] == ["P-OR-90", "Z-ISO-2026/1", "PS-01"]
    assert len(items) == PROCEDURES + 3
    feed = etree.fromstring(bulletin.get("/feed.atom").body)
    ids = feed.xpath("//a:entry/a:id/text()", namespaces={"a": "http://www.w3.org/2005/Atom"})
    assert ids == [item["id"] for item in items]
    assert all(bulletin.get(address).status == 200 for address in ids[:3])


def test_bip_3_the_digest_is_that_of_what_is_shown(bulletin):
    told = json.loads(bulletin.get(f"{ENTRY}/metryczka.json").body)
    assert told["digest_sha256"] == digest_of(samples.snapshot())


def test_a11y_7_the_declaration_is_shown_from_its_facts(bulletin):
    shown = page(bulletin.get("/strony/deklaracja-dostepnosci"))
    assert len(shown.xpath("//*[@id='a11y-status']")) == 1
    assert shown.xpath("//*[@id='a11y-url']/@href") == [f"{bulletin.address}/"]


def test_every_link_of_every_page_leads_somewhere(bulletin):
    seen, waiting = set(), {f"{bulletin.address}/"}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = bulletin.get(address)
        assert answer.status == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            links = page(answer).xpath("//a/@href | //link/@href | //img/@src")
            links = {each.partition("#")[0] for each in links if each.startswith(bulletin.address)}
            waiting |= links - seen
    assert f"{bulletin.address}{FILE}" in seen
    assert f"{bulletin.address}/dokumenty/Z-ISO-2026~1" in seen


def test_what_is_not_there_is_one_page_that_does_not_say_what_was_asked(bulletin):
    # Some of these are there and closed; which, the answers do not tell.
    paths = [
        "/nie-ma",
        "/dokumenty/nie-ma",
        "/@users",
        "/login",
        "/manage_main",
        "/portal_catalog",
        "/@@view",
        "/++api++",
        "/_p_jar",
    ]
    answers = [bulletin.get(path) for path in paths]
    assert {answer.status for answer in answers} == {404}
    assert len({answer.body for answer in answers}) == 1
    assert answers[0].headers["cache-control"] == "no-store"
    assert page(answers[0]).xpath("//h1/text()") == ["Nie ma takiej strony"]


@pytest.mark.parametrize("query", ["x:int=abc", "b_start:date=a", "q:record=a", "%FF=1", "q%3Aint=a"])
def test_a_parameter_is_never_converted(bulletin, query):
    answer = bulletin.get(f"/szukaj?{query}")
    assert answer.status == 404
    assert answer.body == bulletin.get("/nie-ma").body


def test_what_others_add_to_a_link_means_nothing(bulletin):
    assert bulletin.get(f"{ENTRY}?utm_source=a&fbclid=b-c").body == bulletin.get(ENTRY).body


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "OPTIONS"])
@pytest.mark.parametrize("path", ["", ENTRY, "/nie-ma"])
def test_other_methods_than_reading_are_not_allowed(bulletin, method, path):
    answer = bulletin.get(path, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", EVERYTHING)
def test_the_head_of_an_answer_is_that_of_the_whole(bulletin, path):
    whole, head = bulletin.get(path), bulletin.get(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize(("folder", "there"), [("dokumenty", "wykaz-dokumentow"), ("strony", "mapa-strony")])
def test_a_shortened_address_leads_to_the_list(bulletin, folder, there):
    answer = bulletin.get(f"/{folder}")
    assert (answer.status, answer.headers["location"]) == (301, f"{bulletin.address}/{there}")
