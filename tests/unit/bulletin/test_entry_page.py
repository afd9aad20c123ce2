"""The page of an entry: state first, metryczka, exclusions, register of changes, archived versions, the stub."""

from czest.qms.bulletin.facts import Edition
from czest.qms.bulletin.views.entry import entry_page
from dataclasses import replace
import lxml.html
import pytest
from support import bulletin_samples as samples


HOSTILE = '<script>alert(1)</script> & "<b>'


def shown(facts):
    return lxml.html.document_fromstring(entry_page(samples.site(), facts))


def words(node):
    return " ".join(node.text_content().split())


def rows(page, heading):
    """Return the rows of the section under a heading as a dict."""
    section = page.xpath(f"//section[@aria-labelledby='{heading}']")[0]
    return {words(each[0]): words(each[1]) for each in section.xpath(".//dl/div")}


def test_the_state_comes_first():
    header = shown(samples.entry()).xpath("//article/header")[0]
    assert words(header).startswith(
        "PS-01 · procedura · wydanie 6 Nadzór nad udokumentowanymi informacjami Obowiązuje od 1 kwietnia 2026 r."
    )


def test_a_record_says_when_it_was_published():
    page = shown(samples.entry(snapshot=samples.snapshot(number="", in_force_from="")))
    assert words(page.xpath("//article/header//*[@data-state]")[0]) == "Opublikowano 1 kwietnia 2026 r."


def record(**more):
    return samples.entry(snapshot=samples.snapshot(symbol="Z-PS03-2026/04", number="", in_force_from=""), **more)


def test_a_record_says_of_which_day_it_is_and_nowhere_that_it_is_in_force():
    page = shown(record(editions=(), changes=()))
    header = words(page.xpath("//article/header")[0])
    assert header.startswith("Z-PS03-2026/04 · procedura Nadzór nad udokumentowanymi informacjami Zapis z dnia 9 marca")
    assert "wydanie" not in header
    assert "obowiązuj" not in words(page.xpath("//article")[0]).lower().replace("obowiązujące dokumenty", "")


def test_an_archived_version_of_a_record_leads_to_the_current_one_and_was_never_in_force():
    editions = (Edition("wersja-1", "", 1, "archived"), Edition("wersja-2", "", 2, "published"))
    page = shown(record(state="archived", id="wersja-1", version=1, editions=editions))
    assert words(page.xpath("//article/header//*[@data-state]")[0]) == "Wersja archiwalna"
    link = page.xpath("//article/header//a[@class='button primary']")[0]
    assert (words(link), link.get("href")) == (
        "Zobacz wersję aktualną",
        f"{samples.ADDRESS}/dokumenty/Z-PS03-2026~04/wersja-2",
    )


def test_bip_3_and_5_the_metryczka_tells_persons_with_posts_and_the_time_of_the_server():
    told = rows(shown(samples.entry()), "metryczka")
    digest = samples.snapshot().digest
    assert told == {
        "Podmiot udostępniający": "Urząd Miasta Częstochowy",
        "Odpowiada za treść": "Pełnomocnik ds. Systemu Zarządzania Jakością, Jan Wzorcowy",
        "Wprowadził do BIP": "Redaktor BIP, Ewa Zmyślona",
        "Czas wytworzenia": "9 marca 2026 r.",
        "Czas udostępnienia": "1 kwietnia 2026 r., godz. 8.00",
        "Rzeczywisty czas publikacji": "2026-04-01 08:00:07 (zegar serwera, bez możliwości zmiany)",
        "Ostatnia zmiana": "1 kwietnia 2026 r., godz. 8.00, Redaktor BIP, Ewa Zmyślona",
        "Skrót treści (SHA-256)": f"{digest} jak sprawdzić",
    }


def test_times_are_those_of_the_office_in_winter_too():
    metadata = replace(samples.METADATA, published_at="2026-12-31T23:30:00+00:00")
    told = rows(shown(samples.entry(snapshot=samples.snapshot(metadata=metadata))), "metryczka")
    assert told["Rzeczywisty czas publikacji"].startswith("2027-01-01 00:30:00")


def test_bip_4_exclusions_are_shown_in_rows():
    assert rows(shown(samples.entry()), "wylaczenia") == {
        "Zakres": "imiona i nazwiska",
        "Podstawa prawna": "art. 5 ust. 2 u.d.i.p.",
        "Wyłączył": "Prezydent Miasta",
        "W interesie": "osób fizycznych",
    }
    assert not shown(samples.entry(snapshot=samples.snapshot(exclusions=()))).xpath("//*[@id='wylaczenia']")


def test_bip_5_the_register_of_changes_links_versions_newest_first():
    table = shown(samples.entry()).xpath("//section[@aria-labelledby='rejestr-zmian']//tbody")[0]
    assert [[words(cell) for cell in row] for row in table] == [
        [
            "2026-04-01 08:00:07",
            "Redaktor BIP, Ewa Zmyślona",
            "Opublikowano wydanie 6. Poprawiono opis pliku.",
            "wersja 2",
        ],
        [
            "2026-04-01 08:00:07",
            "Redaktor BIP, Ewa Zmyślona",
            "Wydanie 5 przeniesiono do wersji archiwalnych.",
            "wersja 1",
        ],
        ["2024-07-01 08:00:04", "Redaktor BIP, Ewa Zmyślona", "Opublikowano wydanie 5.", "wersja 1"],
    ]
    base = f"{samples.ADDRESS}/dokumenty/PS-01"
    assert table.xpath(".//a/@href") == [f"{base}/wydanie-6", f"{base}/wydanie-5", f"{base}/wydanie-5"]


def test_bip_5_acts_are_related_in_the_style_of_the_city():
    lines = [words(each) for each in shown(samples.entry()).xpath("//dl[@class='relations']/div")]
    assert lines == [
        "Znak sprawy: PJ.0142.3.2026",
        "Wprowadzone: zarządzeniem nr k.14.2024 z dnia 10 czerwca 2024 r.",
        "Zmienione: zarządzeniem nr k.3.2026 z dnia 16 marca 2026 r.",
    ]


def test_bip_6_an_archived_version_is_headed_as_such_and_not_for_search_engines():
    page = shown(samples.archived_entry())
    header = words(page.xpath("//article/header")[0])
    assert "Wersja archiwalna – nieobowiązująca Obowiązywało od 1 lipca 2024 r. do 31 marca 2026 r." in header
    assert page.xpath("//head/meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//article/header//a[contains(@class, 'primary')]/@href") == [
        f"{samples.ADDRESS}/dokumenty/PS-01/wydanie-6"
    ]
    assert page.xpath("//section[@aria-labelledby='tresc']")


def test_bip_6_without_a_newer_version_it_says_so():
    alone = (replace(samples.EDITIONS[0]),)
    assert "Nie opublikowano nowszej wersji." in words(shown(samples.archived_entry(editions=alone)))


def test_bip_6_what_is_in_force_is_for_search_engines_at_the_address_of_its_symbol():
    page = shown(samples.entry())
    assert page.xpath("//head/meta[@name='robots']") == []
    assert page.xpath("//head/link[@rel='canonical']/@href") == [f"{samples.ADDRESS}/dokumenty/PS-01"]


def test_bip_6_archived_versions_are_listed():
    section = shown(samples.entry()).xpath("//section[@aria-labelledby='wersje-archiwalne']")[0]
    assert words(section.xpath(".//li")[0]) == ("Wersja archiwalna – nieobowiązująca wydanie 5 2024-07-01 – 2026-03-31")


def test_bip_7_a_withdrawn_entry_leaves_title_dates_reason_and_person():
    page = shown(samples.withdrawn_entry())
    assert words(page.xpath("//h1")[0]) == "Nadzór nad udokumentowanymi informacjami"
    assert words(page.xpath("//article/header//*[@data-state]")[0]) == "Wycofane"
    assert rows(page, "wycofanie") == {
        "Opublikowano": "1 kwietnia 2026 r., godz. 8.00",
        "Czas wycofania": "4 maja 2026 r., godz. 12.15",
        "Wycofał": "Redaktor BIP, Ewa Zmyślona",
        "Przyczyna wycofania": "Opublikowano omyłkowo.",
    }
    assert page.xpath("//head/meta[@name='robots']/@content") == ["noindex"]


def test_bip_7_nothing_of_the_content_is_left():
    page = shown(samples.withdrawn_entry())
    for gone in ("tresc", "pliki", "wylaczenia", "metryczka", "kontakt", "w-skrocie", "co-sie-zmienilo"):
        assert not page.xpath(f"//*[@id='{gone}']")
    assert not page.xpath("//a[contains(@href, '/pliki/') or contains(@href, 'paczka.zip')]")
    assert page.xpath("//head/meta[@name='description']") == []


def test_bip_7_a_blanked_title_is_only_the_symbol():
    page = shown(samples.withdrawn_entry(snapshot=samples.snapshot(title="")))
    assert words(page.xpath("//h1")[0]) == "PS-01"


def test_bip_8_files_are_plain_links_with_size_pages_and_digest():
    file = samples.public_file()
    item = shown(samples.entry()).xpath("//section[@aria-labelledby='pliki']//li")[0]
    assert words(item) == f"Procedura PS-01 PDF, 12 stron, 25 B · dostępny cyfrowo SHA-256 {file.sha256}"
    assert item.xpath(".//a/@href") == [f"{samples.ADDRESS}/dokumenty/PS-01/wydanie-6/pliki/ps-01-wydanie-6.pdf"]


def test_rodo_2_no_name_stands_without_its_post():
    page = shown(samples.entry())
    for name, post in (
        ("Ewa Zmyślona", "Redaktor BIP"),
        ("Jan Wzorcowy", "Pełnomocnik ds. Systemu Zarządzania Jakością"),
    ):
        text = words(page)
        assert text.count(name) == text.count(f"{post}, {name}") > 0


def test_the_list_of_the_page_leads_to_headings_that_are_there():
    page = shown(samples.entry())
    targets = [address.removeprefix("#") for address in page.xpath("//nav[@class='contents']//a/@href")]
    assert targets[:5] == ["w-skrocie", "co-sie-zmienilo", "tresc", "punkt-1", "punkt-2"]
    assert all(len(page.xpath(f"//*[@id='{target}']")) == 1 for target in targets)


@pytest.mark.parametrize("field", ["title", "summary", "what_changed", "case_sign", "kind_title", "symbol"])
def test_html_in_a_field_is_text(field):
    page = shown(samples.entry(snapshot=samples.snapshot(**{field: HOSTILE})))
    assert page.xpath("//script | //main//b") == []
    assert "<script>alert(1)</script>" in page.xpath("//main")[0].text_content()


def test_html_in_names_is_text():
    hostile = samples.Person(HOSTILE, HOSTILE)
    metadata = replace(samples.METADATA, entity=HOSTILE, responsible=hostile, entered_by=hostile)
    files = (samples.public_file(title=HOSTILE),)
    changes = (replace(samples.CHANGES[-1], by=hostile, what=HOSTILE),)
    page = shown(samples.entry(snapshot=samples.snapshot(metadata=metadata, files=files), changes=changes))
    assert page.xpath("//script | //main//b") == []


def test_an_act_is_linked_only_at_a_web_address():
    act = samples.Relation("introduced", "k.1", "", "javascript:alert(1)")
    page = shown(samples.entry(snapshot=samples.snapshot(relations=(act,))))
    assert not page.xpath("//a[starts-with(@href, 'javascript')]")
    assert "zarządzeniem nr k.1" in words(page)
