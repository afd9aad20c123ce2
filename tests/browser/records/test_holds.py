"""Holds in a browser: the archivist holds, extends and lifts in dialogs; the pages are accessible on both sizes."""

from czest.qms import clock
from czest.qms.records.holds import holds_in_force
from czest.qms.records.holds import is_held
import datetime
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.office import file_named
import transaction


LATER = clock.today() + datetime.timedelta(days=400)


def check(page, tmp_path, name):
    page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
    assert violations(page) == [], name
    assert not wider_than_the_window(page), name


@pytest.fixture
def records(office):
    values = {"closed_on": datetime.date(2015, 6, 30), "archival_category": "B5", "files": [file_named("a.txt")]}
    return [
        office.do(
            "pracownik",
            office.portal["zapisy"],
            "capture",
            title=f"Karta projektu {number}",
            jrwa_class="0142",
            **values,
        )
        for number in range(3)
    ]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_search_result_is_held_extended_and_let_go(window, office, records, size, tmp_path):
    page = window("archiwista", f"{office.portal['zapisy'].absolute_url()}/@@holds", size)
    check(page, tmp_path, "empty")
    page.click("text=Wstrzymaj brakowanie wyszukanych")
    page.wait_for_selector("dialog[open] [name='form.widgets.year']")
    check(page, tmp_path, "dialog-found")
    page.fill("dialog[open] [name='form.widgets.reason']", "Trwałość projektu, 5 lat od płatności końcowej")
    page.fill("dialog[open] [name='form.widgets.requested_by']", "Kierownik Referatu Projektów Inwestycyjnych")
    page.fill("dialog[open] [name='form.widgets.until']", LATER.isoformat())
    assert "chyba że wstrzymanie zostanie zdjęte wcześniej" in page.inner_text("dialog[open] .qms-consequences")
    page.fill("dialog[open] [name='form.widgets.year']", "2015")
    page.click("dialog[open] button[name='form.buttons.perform']")
    page.wait_for_url("**/zapisy")
    transaction.begin()
    assert all(is_held(record) for record in records)
    page.goto(records[0].absolute_url())
    banner = page.inner_text(".qms-hold")
    for words in ("Wstrzymano od", "Powód: Trwałość projektu", "na wniosek: Kierownik", "Dotyczy 3 zapisów."):
        assert words in banner
    check(page, tmp_path, "record")
    page.click(".qms-hold >> text=Przedłuż")
    page.wait_for_selector("dialog[open] [name='form.widgets.reason']")
    check(page, tmp_path, "dialog-extend")
    page.check("dialog[open] [name='form.widgets.whole_group:list']")
    page.fill("dialog[open] [name='form.widgets.reason']", "Kontrola trwa")
    page.click("dialog[open] button[name='form.buttons.perform']")
    page.wait_for_selector(".qms-hold >> text=bez terminu")
    transaction.begin()
    assert [holds_in_force(record)[0]["until"] for record in records] == [None] * 3
    page.click(".qms-hold >> text=Zdejmij wstrzymanie")
    page.wait_for_selector("dialog[open] [name='form.widgets.reason']")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog[open]", state="hidden")
    page.goto(f"{office.portal['zapisy'].absolute_url()}/@@holds")
    check(page, tmp_path, "list")
    page.click("tbody >> text=Zdejmij")
    page.wait_for_selector("dialog[open] [name='form.widgets.reason']")
    assert page.is_checked("dialog[open] [name='form.widgets.whole_group:list']")
    page.fill("dialog[open] [name='form.widgets.reason']", "Koniec kontroli")
    page.click("dialog[open] button[name='form.buttons.perform']")
    page.wait_for_url("**/zapisy/*/*")
    transaction.begin()
    assert not any(is_held(record) for record in records)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_several_holds_and_the_list_are_accessible(window, office, records, size, tmp_path):
    near = clock.today() + datetime.timedelta(days=20)
    series = records[0].series
    office.do("archiwista", records[0], "hold", reason="Kontrola NIK", until=near)
    office.do("pelnomocnik", records[0], "hold", reason="Proces sądowy", requested_by="Radca prawny")
    office.do("archiwista", series, "hold", reason="Kontrola RIO", until=LATER)
    office.do("archiwista", records[1], "hold", reason="Pomyłka")
    office.do("archiwista", records[1], "lift-hold", reason="Wstrzymano nie ten zapis")
    page = window("archiwista", records[0].absolute_url(), size)
    assert page.locator(".qms-hold").count() == 3
    check(page, tmp_path, "record")
    page.locator(".qms-hold >> text=Zdejmij wstrzymanie").nth(1).click()
    page.wait_for_selector("dialog[open] select")
    check(page, tmp_path, "dialog-lift")
    page.goto(series.absolute_url())
    check(page, tmp_path, "series")
    page.goto(f"{office.portal['zapisy'].absolute_url()}/@@holds")
    rows = page.locator("tbody tr").all_inner_texts()
    assert len(rows) == 4
    assert "kończy się wkrótce" in rows[0] and "Kontrola RIO" in rows[1] and "zdjęto" in rows[3]
    check(page, tmp_path, "list")
