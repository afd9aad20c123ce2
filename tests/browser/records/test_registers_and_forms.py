"""The register of records, its series and the forms of records, on a desktop and on a phone."""

import datetime
import pytest
import transaction


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_registers_are_accessible(window, sound, office, series, capture, size):
    capture()
    held = capture(closed_on=datetime.date(2026, 6, 30))
    office.do("archiwista", held, "hold", reason="Trwałość projektu", until=None, requested_by="")
    base = office.portal["zapisy"].absolute_url()
    page = window("pelnomocnik", base, size)
    sound(page)
    assert page.locator("tbody tr").count() == 2
    page.goto(f"{base}?held=yes&query=karta&sort=-title")
    sound(page)
    assert page.locator("tbody tr").count() == 1
    page.goto(f"{base}?category=A")
    sound(page)
    assert "Brak zapisów dla tych zawężeń." in page.inner_text("main")
    page.goto(f"{base}/@@series")
    sound(page)
    page.click("text=Karty niezgodności")
    page.wait_for_url(f"{series.absolute_url()}*")
    sound(page)
    assert "Otwarta" in page.inner_text(".qms-plate-large")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_a_form_is_filled_in_from_its_procedure(window, sound, office, series, size):
    procedure = office.library[series.procedure]
    page = window("pracownik", procedure.absolute_url(), size)
    page.get_by_role("link", name="Wypełnij formularz").click()
    sound(page)
    page.click("form .btn-primary")
    page.wait_for_selector("[data-qms-errors]")
    sound(page)
    assert page.locator("#formfield-form-widgets-title .qms-error").inner_text() == "To pole jest wymagane."
    page.fill("[name='form.widgets.title']", "Karta niezgodności: zagubione pismo")
    page.select_option("[name='form.widgets.source:list']", "audit")
    page.fill("[name='form.widgets.found_on']", "2026-05-11")
    page.fill("[name='form.widgets.requirement']", "pkt 7.5.3")
    page.fill("[name='form.widgets.finding']", "Brak potwierdzenia odbioru.")
    page.set_input_files(
        "[name='form.widgets.files']", {"name": "karta.txt", "mimeType": "text/plain", "buffer": b"Karta"}
    )
    page.click("form .btn-primary")
    page.wait_for_selector("h1:has-text('zagubione pismo')")
    assert "karta.txt" in page.inner_text("main")
    page.click("text=Złóż do akt")
    page.wait_for_selector("dialog[open] [name='form.widgets.closed_on']")
    sound(page)
    page.fill("dialog[open] [name='form.widgets.closed_on']", "2026-05-20")
    page.click("dialog[open] .btn-primary")
    page.wait_for_selector(".qms-plate-large:has-text('Złożono do akt')")
    transaction.begin()
    (record,) = series.objectValues()
    assert (record.typed["source"], record.closed_on) == ("audit", datetime.date(2026, 5, 20))
