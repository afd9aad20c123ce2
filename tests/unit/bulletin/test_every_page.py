"""What the law and the style want of every public page, whatever its kind."""

from czest.qms.bulletin.facts import NATIONAL_PAGE
import lxml.html
import pytest
import re
from support import bulletin_samples as samples
from support.bulletin_pages import every_page


KINDS = [
    *("home", "home-empty", "section", "section-empty", "register", "changes", "search", "search-empty"),
    *("entry", "entry-archived", "entry-withdrawn", "page", "editors", "declaration", "site-map", "not-found"),
]
#: Pages on which information is listed or sought, hence also missed.
LISTINGS = [*KINDS[:11], "not-found"]


@pytest.fixture(scope="module")
def pages():
    return every_page()


@pytest.fixture
def page(pages, kind):
    return lxml.html.document_fromstring(pages[kind])


def test_every_kind_is_tried(pages):
    assert set(KINDS) | {"package"} == set(pages)


@pytest.mark.parametrize("kind", KINDS)
def test_regulation_11_the_mark_leads_to_the_national_page(page):
    first = page.xpath("//header//a")[0]
    assert first.get("href") == NATIONAL_PAGE
    assert first.xpath("./img/@alt") == ["Ogólnopolska strona Biuletynu Informacji Publicznej"]


@pytest.mark.parametrize("kind", KINDS)
def test_regulation_11_editors_with_address_name_phone_fax_and_email(page):
    words = page.xpath("string(//footer)")
    for wanted in ("ul. Przykładowa 1", "42-200 Częstochowa", "Redaktor BIP", "34 000 00 00", "34 000 00 01"):
        assert wanted in words
    assert page.xpath("//footer//a[@href='mailto:bip@urzad.example']")


@pytest.mark.parametrize("kind", KINDS)
def test_regulation_11_instruction_subject_menu_and_search(page, kind):
    assert page.xpath(f"//a[@href='{samples.ADDRESS}/strony/instrukcja']")
    assert page.xpath(f"//form[@role='search' and @action='{samples.ADDRESS}/szukaj']//input[@name='q']")
    groups = page.xpath("//nav[contains(@class, 'menu')]//h2/text() | //div[@class='subjects']//h3/text()")
    assert groups[:3] == [
        "Zasady działania Urzędu",
        "Pozostałe informacje publiczne",
        "Informacje wymagane innymi ustawami",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_od_1_re_use_is_in_the_menu(page):
    menu = "//nav[contains(@class, 'menu')] | //div[@class='subjects']"
    assert page.xpath(f"({menu})//a[@href='{samples.ADDRESS}/strony/ponowne-wykorzystywanie']")


@pytest.mark.parametrize("kind", KINDS)
def test_bip_10_nothing_is_asked_of_a_reader(page):
    asked = page.xpath("//input[@type != 'search' and @type != 'checkbox'] | //textarea | //form[@method='post']")
    assert asked == []
    assert set(page.xpath("//form//@name")) <= {"q", "archiwalne", "miesiac"}


@pytest.mark.parametrize("kind", LISTINGS)
def test_bip_9_every_listing_leads_to_how_to_get_what_is_not_here(page):
    assert page.xpath(f"//main//a[@href='{samples.ADDRESS}/strony/informacja-nieudostepniona']")


@pytest.mark.parametrize("kind", KINDS)
def test_a11y_6_the_declaration_is_named_in_the_head_and_linked_in_the_foot(page):
    address = f"{samples.ADDRESS}/strony/deklaracja-dostepnosci"
    assert page.xpath("//head/meta[@name='deklaracja-dostępności']/@content") == [address]
    assert page.xpath(f"//footer//a[@href='{address}']/text()") == ["Deklaracja dostępności"]


@pytest.mark.parametrize("kind", KINDS)
def test_a11y_1_language_one_heading_of_the_first_level_and_a_way_past_the_head(page):
    assert page.get("lang") == "pl"
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//body/a[1]/@href") == ["#tresc-strony"]
    assert page.xpath("//main/@id") == ["tresc-strony"]


@pytest.mark.parametrize("kind", KINDS)
def test_headings_leave_no_level_out(page):
    levels = [int(each.tag[1]) for each in page.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_comes_from_elsewhere_and_nothing_runs(page):
    loaded = page.xpath("//@src | //link[@rel='stylesheet' or @rel='icon']/@href")
    assert loaded and all(address.startswith(f"{samples.ADDRESS}/zasoby/") for address in loaded)
    assert page.xpath("//script | //iframe | //object | //embed | //style | //@style") == []
    assert [name for name in page.xpath("//@*/..") for name in name.attrib if name.startswith("on")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_is_polish(pages, kind):
    shown = lxml.html.document_fromstring(pages[kind]).text_content()
    assert not re.search(r"\b(the|of|Search|Register|Published|Withdrawn|documents)\b", shown)
    assert "${" not in shown


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_facts_give_the_same_bytes(pages, kind):
    assert every_page()[kind] == pages[kind]
