"""A publication in a browser: asked for, blocked, answered for, published, withdrawn; accessible at every step."""

from czest.qms.documents.making import uid_of
from czest.qms.publication.interfaces import IPublicationLedger
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.bulletin import bulletin_beside
from support.office import file_named
from support.people import PASSWORD
import transaction
from zope.component import getUtility


TEXT = "Zgłoszenia przyjmuje kancelaria. Przykład wypełnienia: PESEL 44051401458.".encode()


def state_of_case(edition):
    transaction.begin()
    return getUtility(IPublicationLedger).cases_of(uid_of(edition))[0].state


@pytest.fixture
def bulletin(functional):
    yield from bulletin_beside(functional)


@pytest.fixture
def edition(office, bulletin):
    """An edition in force with a file in which something blocks, and one in which nothing does."""
    document = office.register(title="Przyjmowanie zgłoszeń mieszkańców")
    files = [file_named("karta zmian.txt"), file_named("wzór zgłoszenia.txt", TEXT)]
    return office.in_force(document, title="Przyjmowanie zgłoszeń mieszkańców", attachments=files)


@pytest.fixture
def look(tmp_path):
    """Return a function that photographs a page and checks that everybody can use it."""

    def look(page, name):
        page.wait_for_load_state()
        page.screenshot(path=tmp_path / f"{name}.png", full_page=True)
        assert violations(page) == [], name
        assert not wider_than_the_window(page), name

    return look


def test_a11y_1_from_the_request_to_the_note_that_stays(window, office, edition, look):
    author = window("autor", edition.document.absolute_url())
    author.click("text=Zgłoś do publikacji w BIP")
    author.fill("[name='form.widgets.file_titles.1']", "Wzór zgłoszenia")
    look(author, "request")
    author.fill("[name='form.widgets.produced_on']", "2099-01-01")
    author.click("#form-buttons-perform")
    assert "dzień jeszcze nie nadszedł" in author.inner_text("[data-fieldname='form.widgets.produced_on']")
    assert author.input_value("[name='form.widgets.file_titles.1']") == "Wzór zgłoszenia"
    author.fill("[name='form.widgets.produced_on']", "2026-11-02")
    author.click("#form-buttons-perform")
    assert "Blokuje" in author.inner_text(".qms-findings")
    assert "nie decyduje" in author.inner_text(".qms-decision")
    look(author, "review-author")

    editor = window("redaktor-bip", f"{office.portal.absolute_url()}/@@publications")
    look(editor, "queue")
    editor.click("text=Przyjmowanie zgłoszeń mieszkańców")
    frame = editor.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == "Przyjmowanie zgłoszeń mieszkańców"
    assert editor.locator(".qms-decision-buttons button:disabled").count() == 2
    look(editor, "review")
    for question in editor.locator(".qms-question").all():
        question.get_by_label("nie").check()
    editor.click(".qms-finding summary")
    editor.fill("[name='override.1.reason']", "Numer zmyślony, pokazuje, jak wypełnić druk.")
    editor.click("text=Sprawdź odpowiedzi")
    assert "Podaj podstawę prawną" in editor.inner_text(".qms-finding")
    editor.fill("[name='override.1.legal_basis']", "nie dotyczy: dane nie należą do żadnej osoby")
    editor.click("text=Sprawdź odpowiedzi")
    look(editor, "review-open")
    editor.fill("#password", "nie-to-haslo")
    editor.click("button[name=publish]")
    assert "Hasło jest nieprawidłowe" in editor.inner_text(".qms-decision")
    look(editor, "review-refused")
    editor.fill("#password", PASSWORD)
    editor.click("button[name=publish]")
    assert state_of_case(edition) == "published"
    assert "Numer zmyślony" in editor.inner_text(".qms-finding-answered")
    look(editor, "published")

    editor.click("main >> text=Cofnij publikację w BIP")
    editor.fill("[name='form.widgets.reason']", "Druk zastąpiono innym.")
    editor.click("#form-buttons-show")
    assert "Druk zastąpiono innym." in editor.frame_locator("iframe").locator("main").inner_text()
    look(editor, "withdrawal")
    editor.click("#form-buttons-perform")
    assert state_of_case(edition) == "withdrawn"
    assert "Druk zastąpiono innym." in editor.inner_text(".qms-decision")
    assert "Druk zastąpiono innym." in editor.frame_locator("iframe").locator("main").inner_text()
    look(editor, "withdrawn")
    editor.goto(edition.document.absolute_url())
    look(editor, "document")


def test_a_narrow_window_says_so_and_shows_the_findings(window, office, edition, look):
    with_request(office, edition)
    editor = window("redaktor-bip", f"{edition.absolute_url()}/@@publication-review", "phone")
    assert "co najmniej 900 pikseli" in editor.inner_text("main")
    assert not editor.locator("iframe").is_visible()
    assert "Blokuje" in editor.inner_text(".qms-findings")
    look(editor, "review-phone")
    editor.goto(f"{office.portal.absolute_url()}/@@publications")
    look(editor, "queue-phone")
    author = window("autor", f"{edition.absolute_url()}/@@publication-review", "phone")
    look(author, "review-author-phone")


def with_request(office, edition):
    office.do(
        "autor",
        edition,
        "request-publication",
        produced_on=edition.in_force_from,
        responsible_name="Anna Przykładowa",
        responsible_post="Pełnomocnik ds. SZJ",
    )
