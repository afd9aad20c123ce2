"""Lists: counts, parts and their links, months, answers with their words marked."""

from czest.qms.bulletin.batching import Batch
from czest.qms.bulletin.batching import batch
from czest.qms.bulletin.months import Months
from czest.qms.bulletin.quoting import marked_title
from czest.qms.bulletin.quoting import quotation
from czest.qms.bulletin.register import Row
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.views.lists import changes_page
from czest.qms.bulletin.views.lists import Hit
from czest.qms.bulletin.views.lists import home_page
from czest.qms.bulletin.views.lists import month
from czest.qms.bulletin.views.lists import register_page
from czest.qms.bulletin.views.lists import search_page
from czest.qms.bulletin.views.lists import section_page
from czest.qms.language.wanted import wanted_in
import datetime
from hypothesis import given
from hypothesis import strategies
import lxml.html
import pytest
from support import bulletin_samples as samples


def parsed(data):
    return lxml.html.document_fromstring(data)


def words(node):
    return " ".join(node.text_content().split())


def test_bip_11_the_home_page_has_the_subject_menu_with_counts():
    groups = parsed(home_page(samples.site(), [])).xpath("//div[@class='subjects']/div")
    told = [[words(link) for link in group.xpath(".//a")] for group in groups]
    assert told == [
        [
            "Polityka jakości",
            "Księga jakości",
            "Procedury 11",
            "Instrukcje",
            "Karty usług: jak załatwić sprawę",
            "Kontrola zarządcza",
            "Audyty i audity",
            "Sprawozdania",
        ],
        ["Certyfikaty 1", "Formularze", "Inne dokumenty", "Wykaz dokumentów 12", "Rejestr zmian"],
        ["Ponowne wykorzystywanie", "Deklaracja dostępności"],
    ]


def test_the_home_page_shows_the_last_changes():
    page = parsed(home_page(samples.site(), [samples.listed_change()]))
    (row,) = page.xpath("//section[@aria-labelledby='ostatnie-zmiany']//tbody/tr")
    assert words(row).startswith("2026-04-01 08:00:07 PS-01 Nadzór nad udokumentowanymi informacjami procedura")


def test_a_list_says_how_many_and_links_its_parts():
    page = parsed(section_page(samples.site(), "procedury", [samples.listed()], Batch(120, 50)))
    assert words(page.xpath("//p[@class='lead']")[0]) == "120 dokumentów"
    links = page.xpath("//nav[@class='pages']//a")
    assert [words(link) for link in links] == ["Poprzednia", "1", "2", "3", "4", "5", "Następna"]
    base = f"{samples.ADDRESS}/menu/procedury"
    assert [link.get("href") for link in links][:4] == [
        f"{base}?b_start=25",
        base,
        f"{base}?b_start=25",
        f"{base}?b_start=50",
    ]
    assert page.xpath("//a[@aria-current='page' and ancestor::nav[@class='pages']]/text()") == ["3"]


def test_the_register_of_documents_tells_symbol_title_kind_edition_and_days():
    page = parsed(register_page(samples.site(), [samples.listed()], Batch(1, 0)))
    (row,) = page.xpath("//main//tbody/tr")
    assert [words(cell) for cell in row] == [
        "PS-01",
        "Nadzór nad udokumentowanymi informacjami",
        "procedura",
        "6",
        "2026-04-01",
        "2026-04-01",
    ]


def test_bip_5_the_register_of_changes_is_narrowed_to_a_month():
    months = [month("2026-05"), month("2026-04")]
    page = parsed(changes_page(samples.site(), [samples.listed_change()], Batch(30, 0), months, "2026-04"))
    assert page.xpath("//select[@name='miesiac']/option/text()") == ["wszystkie", "maj 2026", "kwiecień 2026"]
    assert page.xpath("//option[@selected]/@value") == ["2026-04"]
    assert page.xpath("//a[@rel='next']/@href") == [f"{samples.ADDRESS}/rejestr-zmian?miesiac=2026-04&b_start=25"]


@pytest.mark.parametrize("value", ["", "2026", "2026-13", "2026-4", "x", "2026-04-01", "0000-01"])
def test_what_is_no_month_is_none(value):
    assert month(value) is None


def test_a_question_is_shown_as_text_and_kept_in_the_links():
    question = '"><script>alert(1)</script>'
    page = parsed(search_page(samples.site(), question, True, [], Batch(60, 0)))
    assert page.xpath("//script") == []
    assert page.xpath("//main//input[@name='q']/@value") == [question]
    (next_part,) = page.xpath("//a[@rel='next']/@href")
    assert next_part.endswith("?q=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E&archiwalne=1&b_start=25")


def test_an_answer_is_quoted_in_the_type_of_documents_with_its_words_marked():
    wanted = wanted_in("skargi")
    quote = quotation(wanted, samples.BODY)
    hit = Hit(samples.listed(title="Rozpatrywanie skarg"), marked_title(wanted, "Rozpatrywanie skarg"), quote)
    page = parsed(search_page(samples.site(), "skargi", False, [hit], Batch(1, 0)))
    (passage,) = page.xpath("//p[@class='quote']")
    assert words(passage) == "Skargę ustną przyjmuje się do protokołu, zob. ustawę."
    assert page.xpath("//main//mark/text()") == ["skarg", "Skargę"]


def test_where_the_text_answers_nothing_the_summary_or_the_files_are_quoted():
    assert quotation(wanted_in("protokół"), "<p>nic</p>", "", "Wzór protokołu") == [
        ("Wzór ", False),
        ("protokołu", True),
    ]
    assert quotation(wanted_in("petycja"), "<p>nic</p>", "nic") == []


@given(
    strategies.integers(0, 500), strategies.one_of(strategies.text(max_size=12), strategies.integers(-9, 900).map(str))
)
def test_whatever_is_asked_a_part_lies_in_its_list(total, asked):
    found = batch(total, asked)
    assert 0 <= found.start <= found.stop <= total
    assert found.start % found.size == 0
    assert found.stop - found.start <= found.size
    assert total == 0 or found.stop > found.start
    assert found.linked()[0] == 1 and found.linked()[-1] == found.last_page


def test_long_lists_leave_pages_out():
    assert Batch(1000, 500).linked() == [1, None, 19, 20, 21, 22, 23, None, 40]


class Rows:
    """A register of known times, newest first."""

    def __init__(self, times):
        self.times = sorted(times, reverse=True)

    def __len__(self):
        return len(self.times)

    def newest(self, start, size):
        found = self.times[start : start + size]
        return [Row(1, "dokumenty/PS-01", Change(at, samples.EDITOR, "published", "1", 1)) for at in found]


TIMES = strategies.datetimes(min_value=datetime.datetime(2024, 1, 1), max_value=datetime.datetime(2027, 12, 31)).map(
    lambda at: f"{at.isoformat(timespec='seconds')}+00:00"
)


@given(strategies.lists(TIMES, max_size=40))
def test_months_part_the_register_without_a_rest(times):
    register = Rows(times)
    months = Months(register)
    parts = [months.rows_of(value) for value in months.all()]
    assert sorted(months.all(), reverse=True) == months.all()
    assert [start for start, _stop in parts] == [0, *(stop for _start, stop in parts)][: len(parts)]
    assert (parts[-1][1] if parts else 0) == len(times)


def test_a_month_begins_at_midnight_of_the_office():
    register = Rows(["2026-04-30T21:59:59+00:00", "2026-04-30T22:00:00+00:00"])
    assert Months(register).all() == ["2026-05", "2026-04"]
    assert Months(register).rows_of("2026-03") == (2, 2)
