"""The accessibility declaration, version 2.0 (A11Y-7)."""

from czest.qms.bulletin.declaration import declaration
from czest.qms.bulletin.declaration import Incomplete
from czest.qms.bulletin.declaration import MANDATORY_IDS
from czest.qms.bulletin.views.pages import own_page
import lxml.html
import pytest
import re
from support import bulletin_samples as samples


def shown(**facts):
    page = samples.own_page("deklaracja-dostepnosci", facts=samples.DECLARATION | facts, body="", changes=())
    return lxml.html.document_fromstring(own_page(samples.site(), page))


def times(page, name):
    return len(page.xpath(f"//*[@id='{name}']"))


def headings(page, level):
    return [" ".join(each.text_content().split()) for each in page.xpath(f"//main//{level}")]


COSTS = {"excessive_costs": "Archiwalne nagrania.", "assessment": "Koszt 200 000 zł."}


@pytest.mark.parametrize("status", ["conformant", "partly", "not_conformant"])
def test_a11y_7_every_mandatory_id_is_there_once(status):
    page = shown(status=status)
    assert {name: times(page, name) for name in MANDATORY_IDS} == dict.fromkeys(MANDATORY_IDS, 1)


@pytest.mark.parametrize(
    ("name", "facts", "without"),
    [
        ("a11y-data-przeglad", {}, {"reviewed_on": ""}),
        ("a11y-ocena", COSTS, {}),
        ("a11y-aplikacje", {"applications": "Aplikacja Moje Miasto."}, {}),
        ("a11y-architektura-url", {}, {"architecture_address": ""}),
    ],
)
def test_a11y_7_conditional_ids_are_there_on_their_condition(name, facts, without):
    assert times(shown(**facts), name) == 1
    assert times(shown(**without), name) == 0


def test_a11y_7_headings_stand_in_the_order_of_the_template():
    page = shown(**COSTS)
    assert [each.text_content() for each in page.xpath("//h1")] == ["Deklaracja dostępności"]
    assert headings(page, "h2") == [
        "Stan dostępności cyfrowej",
        "Niedostępne treści",
        "Przygotowanie deklaracji dostępności",
        "Udogodnienia, ograniczenia i inne informacje",
        "Skróty klawiszowe",
        "Informacje zwrotne i dane kontaktowe",
        "Obsługa wniosków i skarg związanych z dostępnością",
        "Pozostałe informacje",
    ]
    assert headings(page, "h3") == [
        "Niezgodność z załącznikiem",
        "Treści nieobjęte przepisami",
        "Nadmierne koszty",
        "Aplikacje mobilne",
        "Dostępność architektoniczna",
        "Dostępność komunikacyjno-informacyjna",
    ]


def test_a11y_7_a_conformant_site_has_no_chapter_on_what_is_not_accessible():
    assert "Niedostępne treści" not in shown(status="conformant").text_content()


@pytest.mark.parametrize(
    ("status", "sentence"),
    [("conformant", "jest zgodna"), ("partly", "jest częściowo zgodna"), ("not_conformant", "jest niezgodna")],
)
def test_a11y_7_the_status_is_one_of_three_sentences(status, sentence):
    words = shown(status=status).xpath("string(//*[@id='a11y-status'])").replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith(f"Strona internetowa {sentence} z")


def test_a11y_7_dates_are_times_and_the_address_and_email_are_links():
    page = shown()
    for name in ("publikacja", "aktualizacja", "przeglad", "sporzadzenie"):
        found = page.xpath(f"//time[@id='a11y-data-{name}']/@datetime")
        assert len(found) == 1 and re.fullmatch(r"\d{4}-\d\d-\d\d", found[0])
    assert page.xpath("//a[@id='a11y-url']/@href") == [f"{samples.ADDRESS}/"]
    assert page.xpath("//a[@id='a11y-email']/@href") == ["mailto:dostepnosc@urzad.example"]


def test_a11y_5_the_procedure_names_7_days_and_2_months():
    words = shown().xpath("string(//*[@id='a11y-procedura'])").replace("\N{NO-BREAK SPACE}", " ")
    assert "w ciągu 7 dni" in words and "2 miesiące" in words


@pytest.mark.parametrize("missing", ["entity", "published_on", "status", "contact", "email", "architecture"])
def test_an_incomplete_declaration_is_refused_by_name(missing):
    with pytest.raises(Incomplete, match=missing):
        declaration(samples.DECLARATION | {missing: " "})


def test_excessive_costs_need_their_assessment():
    with pytest.raises(Incomplete, match="assessment"):
        declaration(samples.DECLARATION | {"excessive_costs": "Nagrania."})


def test_half_a_declaration_is_shown_as_a_plain_page():
    page = samples.own_page("deklaracja-dostepnosci", facts={"entity": "Urząd"}, body="<p>W przygotowaniu.</p>")
    shown_page = lxml.html.document_fromstring(own_page(samples.site(), page))
    assert "W\N{NO-BREAK SPACE}przygotowaniu." in shown_page.text_content()
    assert not shown_page.xpath("//*[starts-with(@id, 'a11y-')]")
