"""The archive in Chromium: accessible in every state, on a phone, by the keyboard, without scripts."""

from czest.qms import clock
from czest.qms.documents.content import state_of
import datetime
import pytest
import transaction


SIZES = ("desktop", "phone")


@pytest.fixture
def records(archive_office):
    """Records of three categories that are due, one of them on hold."""
    signs = ("OR.0142.1.2015", "OR.0142.2.2015", "OR.0142.3.2015", "OR.0142.4.2015")
    found = [archive_office.record("B5", case_sign=sign, title=f"Kontrola {sign}") for sign in signs]
    archive_office.hold(found[2], datetime.date(2027, 6, 30))
    return found


@pytest.fixture
def wide_office(archive_office, records):
    """An office with something in every table of the archive."""
    archive_office.record("BE5", case_sign="OR.0142.8.2014", title="Ekspertyzy")
    archive_office.record("B2", case_sign="OR.0142.9.2016", title="Upomnienia")
    archive_office.record("A", datetime.date(1995, 6, 30), case_sign="OR.0142.1.1995", title="Statut")
    return archive_office


@pytest.mark.parametrize("size", SIZES)
def test_the_home_of_the_archive_and_the_records_behind_its_numbers(window, wide_office, records, look, size):
    wide_office.proposed(records[0], title="Spis do brakowania: lata 2015–2020")
    page = window("archiwista", wide_office.archive.absolute_url(), size)
    assert page.locator("#qms-due-disposal").inner_text().count("B5") >= 1
    look(page, f"home-{size}")
    page.click("#qms-due-disposal tbody a >> nth=0")
    page.wait_for_selector("main tbody tr")
    look(page, f"due-{size}")


def test_a_list_is_proposed_in_a_dialog(window, wide_office, look):
    page = window("archiwista", wide_office.archive.absolute_url())
    page.click("text=Zaproponuj spis BE…")
    page.wait_for_selector("dialog[open]")
    assert page.input_value("dialog select >> nth=0") == "BE"
    look(page, "propose")
    with page.expect_navigation():
        page.click("dialog button[type=submit]")
    assert "Sporządzono spis." in page.inner_text("main")
    assert "OR.0142.8.2014" in page.inner_text("main table")


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_way_of_a_list(window, archive_office, records, look, size):
    content = archive_office.proposed(*records[:2], records[3], title="Spis do brakowania: lata 2015–2020")
    archive_office.hold(records[3])
    page = window("archiwista", content.absolute_url(), size)
    look(page, f"list-proposed-{size}")
    archive_office.do(content, "sign", title=content.title, place="Częstochowa")
    request = {"basis": "JRWA z 2011 r.", "records_are": "akta spraw", "is_declared": True, "sign": "AR.1.2026"}
    archive_office.do(content, "send-request", **request)
    transaction.commit()
    page.reload()
    assert page.locator(".qms-list-step[aria-current=step]").inner_text().startswith("4.")
    assert page.locator(".qms-archive-destroy").is_disabled()
    look(page, f"list-requested-{size}")

    page.click("text=Zapisz odpowiedź")
    page.wait_for_selector("[data-qms-errors]")
    page.check("#answer-part")
    page.fill("#answer-consent_no", "AP.620.7.2026")
    page.fill("#answer-consent_date", "30.11.2026")
    page.click("text=Zapisz odpowiedź")
    page.wait_for_selector("#answer-consent_date-error")
    assert page.is_checked("#answer-part")
    assert page.input_value("#answer-consent_no") == "AP.620.7.2026"
    look(page, f"answer-errors-{size}")
    page.check("[name=row][value='2']")
    page.fill("#answer-consent_date", clock.today().isoformat())
    page.fill("#answer-reason", "Akta potrzebne do badań")
    with page.expect_navigation():
        page.click("text=Zapisz odpowiedź")
    assert "Odnotowano zgodę." in page.inner_text("main")
    assert page.locator("tr[data-row=excluded]").count() == 1
    look(page, f"list-consented-{size}")

    page.click("text=Zniszcz dokumentację…")
    page.wait_for_selector("dialog[open]")
    look(page, f"destroy-{size}")
    page.fill("dialog textarea >> nth=0", "Anna Nowak, sekretarz\nJan Kos, archiwista")
    with page.expect_navigation():
        page.click("dialog button[type=submit]")
    transaction.begin()
    assert state_of(content) == "destroyed"
    assert state_of(records[0]) == "disposed"
    assert state_of(records[3]) == "disposal_pending"
    look(page, f"list-destroyed-{size}")
    page.goto(records[0].absolute_url())
    assert "Z-AR-" in page.inner_text("main")
    look(page, f"stub-{size}")
    for name in ("print", "print-request", "print-protocol"):
        page.goto(f"{content.absolute_url()}/@@{name}")
        look(page, f"{name}-{size}")


@pytest.mark.parametrize("size", SIZES)
def test_a_transfer_list(window, archive_office, look, size):
    record = archive_office.record("A", datetime.date(1995, 6, 30), case_sign="OR.0142.1.1995", title="Statut")
    content = archive_office.proposed(record, category="A")
    page = window("archiwista", content.absolute_url(), size)
    assert page.locator(".qms-archive-destroy").count() == 0
    look(page, f"transfer-{size}")
    page.click("text=Odnotuj przekazanie… >> nth=0")
    page.wait_for_selector("dialog[open]")
    with page.expect_navigation():
        page.click("dialog button[type=submit]")
    transaction.begin()
    assert state_of(record) == "transferred"
    look(page, f"transferred-{size}")


def test_an_answer_by_the_keyboard_without_scripts(window, archive_office, records):
    content = archive_office.proposed(records[0])
    page = window("archiwista", content.absolute_url(), java_script_enabled=False)
    page.focus("#answer-consent_no")
    page.keyboard.type("AP.620.7.2026")
    page.keyboard.press("Tab")
    page.keyboard.type(clock.today().isoformat())
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    transaction.begin()
    assert state_of(content) == "consented"
