"""What programs are told: metryczka, feeds, package, sitemap, robots."""

from czest.qms.bulletin.feeds import atom
from czest.qms.bulletin.feeds import json_feed
from czest.qms.bulletin.metryczka import as_json
from czest.qms.bulletin.metryczka import as_xml
from czest.qms.bulletin.metryczka import metryczka
from czest.qms.bulletin.package import package
from czest.qms.bulletin.sitemap import robots
from czest.qms.bulletin.sitemap import sitemap
from hashlib import sha256
import io
import json
from lxml import etree
import pytest
from support import bulletin_samples as samples
import zipfile


ENTRY = f"{samples.ADDRESS}/dokumenty/PS-01/wydanie-6"
FILE = f"{ENTRY}/pliki/ps-01-wydanie-6.pdf"
AT = {"a": "http://www.w3.org/2005/Atom", "b": "urn:czest-qms:bip:feed:1"}
METRYCZKA = {"m": "urn:czest-qms:bip:metryczka:1"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_bip_3_the_metryczka_tells_who_and_when():
    told = metryczka(samples.site(), samples.entry())
    assert told["entity"] == "Urząd Miasta Częstochowy"
    assert told["responsible"] == {"name": "Jan Wzorcowy", "post": "Pełnomocnik ds. Systemu Zarządzania Jakością"}
    assert told["entered_by"] == {"name": "Ewa Zmyślona", "post": "Redaktor BIP"}
    assert (told["produced_on"], told["published_at"]) == ("2026-03-09", "2026-04-01T08:00:07+02:00")
    assert told["digest_sha256"] == samples.snapshot().digest
    assert told["files"][0]["address"] == FILE
    assert [row["act"] for row in told["changes"]] == ["published", "archived", "published"]


def test_bip_4_the_metryczka_tells_exclusions():
    assert metryczka(samples.site(), samples.entry())["exclusions"] == [
        {
            "scope": "imiona i nazwiska",
            "legal_basis": "art. 5 ust. 2 u.d.i.p.",
            "excluded_by": "Prezydent Miasta",
            "in_interest_of": "osób fizycznych",
        }
    ]


def test_bip_7_of_a_withdrawn_entry_only_the_stub_is_told():
    told = metryczka(samples.site(), samples.withdrawn_entry())
    assert told["withdrawal"] == {
        "at": "2026-05-04T12:15:00+02:00",
        "by": {"name": "Ewa Zmyślona", "post": "Redaktor BIP"},
        "reason": "Opublikowano omyłkowo.",
        "title_removed": False,
    }
    assert not {"files", "summary", "exclusions", "relations", "entity", "responsible"} & set(told)


def test_json_and_xml_tell_the_same():
    told = metryczka(samples.site(), samples.entry())
    root = etree.fromstring(as_xml(told))
    assert {etree.QName(each).localname for each in root} == set(told) == set(json.loads(as_json(told)))
    assert root.findtext("m:files/m:file/m:sha256", namespaces=METRYCZKA) == told["files"][0]["sha256"]
    assert root.findtext("m:files/m:file/m:accessible", namespaces=METRYCZKA) == "true"
    assert len(root.findall("m:changes/m:change", METRYCZKA)) == 3
    assert root.findtext("m:responsible/m:name", namespaces=METRYCZKA) == "Jan Wzorcowy"


def test_bip_12_the_atom_feed_holds_metryczka_files_and_digests():
    feed = etree.fromstring(atom(samples.site(), [samples.entry()]))
    assert feed.findtext("a:updated", namespaces=AT) == "2026-04-01T08:00:07+02:00"
    entry = feed.find("a:entry", AT)
    assert entry.findtext("a:id", namespaces=AT) == ENTRY
    assert entry.findtext("a:title", namespaces=AT) == "PS-01 Nadzór nad udokumentowanymi informacjami"
    enclosure = entry.find("a:link[@rel='enclosure']", AT)
    assert enclosure.get("href") == FILE
    assert enclosure.get(f"{{{AT['b']}}}sha256") == sha256(samples.PDF).hexdigest()
    assert enclosure.get("length") == str(len(samples.PDF))
    told = json.loads(entry.findtext("b:metryczka", namespaces=AT))
    assert told == json.loads(as_json(metryczka(samples.site(), samples.entry())))


def test_atom_has_what_rfc_4287_demands():
    feed = etree.fromstring(atom(samples.site(), [samples.entry(), samples.withdrawn_entry()]))
    for name in ("id", "title", "updated", "author/a:name"):
        assert feed.findtext(f"a:{name}", namespaces=AT)
    for entry in feed.findall("a:entry", AT):
        assert all(entry.findtext(f"a:{name}", namespaces=AT) for name in ("id", "title", "updated", "summary"))


def test_an_empty_feed_does_not_depend_on_the_time_of_day():
    site = samples.site(changed_at="")
    assert etree.fromstring(atom(site, [])).findtext("a:updated", namespaces=AT) == "1970-01-01T01:00:00+01:00"


def test_bip_12_the_json_feed_is_of_version_1_1_with_metryczka_and_attachments():
    feed = json_feed(samples.site(), [samples.entry()])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{samples.ADDRESS}/feed.json"
    (item,) = feed["items"]
    assert item["id"] == item["url"] == ENTRY
    assert item["attachments"] == [
        {
            "url": FILE,
            "mime_type": "application/pdf",
            "title": "Procedura PS-01 (PDF)",
            "size_in_bytes": len(samples.PDF),
        }
    ]
    assert item["_bip"]["files"][0]["sha256"] == sha256(samples.PDF).hexdigest()


def test_bip_7_a_withdrawn_entry_stays_in_the_feed_as_withdrawn():
    (item,) = json_feed(samples.site(), [samples.withdrawn_entry()])["items"]
    assert item["content_text"] == "Wycofane: Opublikowano omyłkowo."
    assert item["attachments"] == []
    assert item["date_modified"] == "2026-05-04T12:15:00+02:00"


PARTS = {"tresc.html": b"<p>x</p>", "pliki/a.pdf": samples.PDF, "metryczka.json": b"{}"}


def test_bip_12_the_package_holds_its_parts_and_their_sums():
    archive = zipfile.ZipFile(io.BytesIO(package(PARTS, samples.METADATA.published_at)))
    assert archive.namelist() == ["metryczka.json", "pliki/a.pdf", "tresc.html", "SHA256SUMS"]
    assert {name: archive.read(name) for name in PARTS} == PARTS
    sums = dict(reversed(line.split("  ")) for line in archive.read("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(data).hexdigest() for name, data in PARTS.items()}
    # A ZIP keeps every other second only.
    assert {member.date_time for member in archive.infolist()} == {(2026, 4, 1, 8, 0, 6)}


def test_the_package_has_the_same_bytes_whatever_the_order_of_its_parts():
    backwards = dict(reversed(PARTS.items()))
    assert package(backwards, samples.METADATA.published_at) == package(PARTS, samples.METADATA.published_at)


def test_the_sitemap_holds_canonical_addresses_and_no_empty_section():
    root = etree.fromstring(sitemap(samples.site(), [("PS-01", samples.METADATA.published_at)]))
    found = root.xpath("//s:loc/text()", namespaces=SITEMAP)
    assert f"{samples.ADDRESS}/dokumenty/PS-01" in found
    assert f"{samples.ADDRESS}/menu/procedury" in found
    assert f"{samples.ADDRESS}/menu/instrukcje" not in found
    assert root.xpath("//s:lastmod/text()", namespaces=SITEMAP) == ["2026-04-01T08:00:07+02:00"]


def test_a_sitemap_does_not_grow_beyond_what_its_format_allows():
    subjects = ((f"P-{number}", samples.METADATA.published_at) for number in range(60_000))
    root = etree.fromstring(sitemap(samples.site(), subjects))
    assert len(root) == 50_000


@pytest.mark.parametrize(
    ("address", "line"),
    [("https://bip.urzad.example/bip", "Disallow: /bip/szukaj"), ("https://bip.urzad.example", "Disallow: /szukaj")],
)
def test_robots_pass_over_the_search_only(address, line):
    assert robots(samples.site(address=address)).decode().splitlines() == [
        "User-agent: *",
        line,
        f"Sitemap: {address}/sitemap.xml",
    ]
