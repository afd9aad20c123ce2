"""The desk of the BIP editor in Chromium: accessible, on a phone, with the editor of text and without scripts."""

from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.pages import editing
from czest.qms.publication.requests import keeping
import datetime
from plone import api
import pytest
from support.accessibility import violations
from support.bulletin_desk import DECLARATION
from support.bulletin_desk import EDITORS
import transaction
from zope.component import getUtility


PAGES = (
    "bulletin-pages",
    "bulletin-page?id=redakcja",
    "bulletin-page-edit?id=deklaracja-dostepnosci",
    "bulletin-page-edit?id=redakcja",
    "bulletin-page-review?id=deklaracja-dostepnosci",
    "bulletin-page-restore?id=instrukcja&version=1",
    "bulletin-page-compare?id=instrukcja&from=1&to=2",
    "bulletin-journal",
    "accessibility-requests",
    "accessibility-request?id=1",
    "accessibility-request-enter",
    "accessibility-request-close?id=1",
)


@pytest.fixture
def desk(office, bulletin):
    """Pages with a history, a request that is overdue, a journal with rows."""
    drafts = {
        "redakcja": {"facts": EDITORS},
        "deklaracja-dostepnosci": {"facts": DECLARATION},
        "instrukcja": {"body": "<h2>Szukanie</h2><p>Wpisz słowo.</p>"},
    }
    transaction.commit()
    with api.env.adopt_user(username="redaktor-bip"):
        for page_id, values in drafts.items():
            editing.save(page_id, editing.draft_of(page_id, values), "Pierwsze dane.")
        received = datetime.date(2026, 1, 5)
        keeping.enter(
            received, contact="Zofia W.\ntel. 600 100 200", element="Plik PS-01", wanted="Tekst", preferred=""
        )
    transaction.commit()
    return getUtility(IPublicationLedger)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_screens_are_accessible(window, desk, office, size):
    site = office.portal.absolute_url()
    page = window("redaktor-bip", f"{site}/@@tasks", size)
    assert "Wniosek o dostępność nr 1" in page.locator("main").inner_text()
    assert violations(page) == []
    for name in PAGES:
        page.goto(f"{site}/@@{name}")
        assert page.locator("main h1").count() == 1, name
        assert violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name
    page.goto(f"{site}/@@bulletin-page-edit?id=deklaracja-dostepnosci")
    page.fill("#organisation-email", "x")
    page.click("button:has-text('Zapisz i opublikuj')")
    page.wait_for_selector("[data-qms-errors]")
    assert violations(page) == []


def test_a_text_is_written_in_the_editor_and_looked_at_before_it_is_public(window, desk, office):
    page = window("redaktor-bip", f"{office.portal.absolute_url()}/@@bulletin-page-edit?id=instrukcja")
    text = page.frame_locator("iframe.tox-edit-area__iframe").locator("body")
    text.click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Wpisz symbol.")
    page.fill("#organisation-what", "Skrócono.")
    with page.expect_popup() as opened:
        page.click("button:has-text('Podgląd')")
    preview = opened.value
    preview.wait_for_load_state()
    assert "Wpisz symbol." in preview.locator("main").inner_text()
    assert violations(preview) == []
    preview.close()
    with page.expect_navigation():
        page.click("button:has-text('Zapisz i opublikuj')")
    assert "Zapisano. Zmiana jest już publiczna." in page.locator("main").inner_text()
    transaction.begin()
    assert "Wpisz symbol." in desk.pages.newest("instrukcja").draft.body


def test_the_journal_is_signed_off_by_the_keyboard_without_scripts(window, desk, office):
    page = window("redaktor-bip", f"{office.portal.absolute_url()}/@@bulletin-journal", java_script_enabled=False)
    assert page.locator("main tbody tr").count() == 3
    page.focus("button:has-text('Potwierdź przegląd do wiersza 3')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "Potwierdzono przegląd: 3 wiersze." in page.locator("main").inner_text()
    transaction.begin()
    assert desk.journal.sign_offs[-1].upto == 3
