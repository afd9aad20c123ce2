"""Many records handed in with one table, walked by a clerk; the pages are accessible on a desktop and on a phone."""

import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
import transaction


TABLE = (
    "tytul;data_zakonczenia;pliki\r\nProtokół 1;2024-05-06;p1.txt\r\nProtokół 2;2999-01-01;\r\nProtokół 3;;brak.txt\r\n"
)


def file_of(name, text, kind):
    return {"name": name, "mimeType": kind, "buffer": text.encode()}


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_table_with_errors_is_checked_confirmed_and_loaded(window, office, size):
    values = {"symbol": "Z-OR-1", "title": "Protokoły", "owner_unit": "OR", "jrwa_class": "131"}
    series = office.do("pelnomocnik", office.portal["zapisy"], "make-series", **values)
    clerk = window("pracownik", series.absolute_url(), size)
    clerk.click("a:has-text('Złóż wiele zapisów')")
    clerk.wait_for_selector("input[name='table']")
    assert violations(clerk) == []
    assert not wider_than_the_window(clerk)
    clerk.click("button:has-text('Sprawdź')")
    clerk.wait_for_selector(".qms-error")
    assert violations(clerk) == []
    clerk.set_input_files("input[name='table']", file_of("zapisy.csv", TABLE, "text/csv"))
    files = [file_of("p1.txt", "Treść", "text/plain"), file_of("inny.txt", "Treść", "text/plain")]
    clerk.set_input_files("input[name='files:list']", files)
    clerk.click("button:has-text('Sprawdź')")
    clerk.wait_for_selector("button[name='confirm']")
    assert violations(clerk) == []
    assert not wider_than_the_window(clerk)
    told = clerk.inner_text("main")
    assert "data_zakonczenia" in told and "brak.txt" in told and "inny.txt" in told
    transaction.begin()
    assert list(series.objectIds()) == []
    clerk.click("button[name='confirm']")
    clerk.wait_for_selector(".qms-message:has-text('1')")
    assert violations(clerk) == []
    transaction.begin()
    assert [record.title for record in series.objectValues()] == ["Protokół 1"]
    clerk.goto(f"{series.absolute_url()}/@@batch")
    assert clerk.locator("a:has-text('zapisy.csv')").count() == 1
