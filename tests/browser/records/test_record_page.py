"""The page of a record: open, filed and corrected, on a desktop and on a phone."""

import datetime
import pytest
from support.office import file_named


@pytest.fixture
def opened(capture):
    return capture()


@pytest.fixture
def filed(office, capture):
    record = capture(closed_on=datetime.date(2026, 6, 30))
    office.do("pracownik", record, "add-addendum", text="Data doręczenia: 3 czerwca.", file=file_named("zwrotka.txt"))
    return record


def words(page, selector):
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_records_are_read(window, sound, opened, filed, size):
    page = window("pelnomocnik", opened.absolute_url(), size)
    sound(page)
    assert words(page, ".qms-plate-large") == ["Otwarty"]
    assert "Okres jeszcze nie biegnie." in words(page, ".qms-keeping-verdict")[0]
    page.goto(filed.absolute_url())
    sound(page)
    (plate,) = words(page, ".qms-plate-large")
    assert plate.startswith("Złożono do akt ")
    assert words(page, "h1") == ["Karta niezgodności: brak potwierdzenia doręczenia"]
    assert "B10, 10 lat" in words(page, ".qms-block-cell dd")
    assert "30 czerwca 2026 r." in words(page, ".qms-facts-row dd")
    assert "Data doręczenia: 3 czerwca." in words(page, ".qms-remark-text")
    assert page.locator(".qms-keeping-row").is_visible() == (size == "desktop")
    page.goto(f"{filed.absolute_url()}/@@check")
    sound(page)
    assert words(page, ".qms-message strong") == ["Treść i pliki zgodne ze skrótem."]


def test_the_row_of_years_is_drawn_and_told(window, filed):
    page = window("pelnomocnik", filed.absolute_url())
    years = [text.text_content() for text in page.locator(".qms-keeping-row .qms-keeping-word").all()]
    assert [" ".join(year.split()) for year in years] == [*map(str, range(2027, 2037)), "od 2037"]
    told = words(page, ".qms-keeping-facts")[0]
    assert "10: od 2027 do 2036" in told
    assert "możliwe brakowanie, od 1 stycznia 2037 r." in told


def test_the_whole_digest_unfolds(window, filed):
    page = window("pelnomocnik", filed.absolute_url())
    whole = page.locator(".qms-record-files .qms-digest-whole").first
    assert not whole.is_visible()
    page.locator(".qms-record-files summary").first.click()
    assert whole.inner_text() == filed.files[0].sha256


def test_a_correction_is_added_in_a_dialog(window, sound, filed):
    page = window("pracownik", filed.absolute_url())
    page.click("text=Dopisz sprostowanie")
    page.wait_for_selector("dialog[open] textarea")
    sound(page)
    page.click("dialog[open] .btn-primary")
    page.wait_for_selector("dialog[open] .qms-error")
    sound(page)
    page.fill("dialog[open] textarea", "Numer nadania: 00459.")
    page.click("dialog[open] .btn-primary")
    page.wait_for_selector("text=Numer nadania: 00459.")
    assert "Dopisano sprostowanie." in page.inner_text("main")
