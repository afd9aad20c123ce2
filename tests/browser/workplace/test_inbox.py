"""The inbox in a browser: what waits, several signed with one confirmation, and the officer's list."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.organisation.interfaces import IDirectory
import datetime
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.office import text
from support.people import PASSWORD
import transaction
from zope.component import getUtility


@pytest.fixture
def editions(office):
    """Three editions that wait for the legal adviser."""
    titles = ("Obieg korespondencji", "Rozpatrywanie skarg i wniosków", "Udostępnianie informacji publicznej")
    return [
        office.submitted(office.register(title=title), title=title, reviewers=["radca"], body=text(f"<p>{title}.</p>"))
        for title in titles
    ]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_pages_are_accessible(window, office, editions, size, tmp_path):
    site = office.portal.absolute_url()
    page = window("radca", f"{site}/@@tasks", size)
    chosen = "&".join(f"edition={edition.UID()}" for edition in editions[:2])
    for name, address in {"tasks": "@@tasks", "sign": f"@@sign-together?{chosen}", "stuck": "@@stuck"}.items():
        page.goto(f"{site}/{address}")
        page.screenshot(path=tmp_path / f"{name}-{size}.png", full_page=True)
        assert violations(page) == [], name
        assert not wider_than_the_window(page), name


@pytest.fixture
def unsent(office):
    """A message that failed and one of unknown fate, beside what the legal adviser is told."""
    outbox = getUtility(IOutbox)
    for key in ("a", "b"):
        outbox.put(key, "radca@urzad.example", "Do sprawdzenia: PS-04 Niezgodności", "Treść", recipient="radca")
        outbox.mark(key)
    outbox.give_up("a", "550 5.1.1 <radca@urzad.example>: Recipient address rejected: User unknown")
    outbox.uncertain("b", "crashed")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_what_the_officer_waits_for_and_was_not_sent_is_accessible(window, office, unsent, size, tmp_path):
    day = clock.today() + datetime.timedelta(days=9)
    getUtility(IDirectory).appoint_deputy("pelnomocnik", "autor", clock.today(), day, "upoważnienie 1/2026")
    office.submitted(office.register("pelnomocnik"), "pelnomocnik", reviewers=["radca"])
    office.approved(office.register("pelnomocnik"), login="pelnomocnik", effective_from=day)
    site = office.portal.absolute_url()
    page = window("pelnomocnik", f"{site}/@@tasks", size)
    beside = page.inner_text(".qms-beside")
    assert "moje zadania przejmuje Główny specjalista ds. SZJ" in beside
    assert "Radca prawny" in beside and "wejdzie w życie za 9 dni" in beside
    for name, link in {"tasks": None, "sent": "Czekam na innych 2", "unsent": "Wiadomości niewysłane (2)"}.items():
        if link:
            page.goto(f"{site}/@@tasks")
            page.click(f"a:has-text('{link}')")
        page.screenshot(path=tmp_path / f"{name}-{size}.png", full_page=True)
        assert violations(page) == [], name
        assert not wider_than_the_window(page), name
    page.click("a:has-text('Wyślij ponownie') >> nth=0")
    assert violations(page) == []
    assert not wider_than_the_window(page)


def test_a_message_is_sent_again_by_keyboard(window, office, unsent):
    page = window("administrator", f"{office.portal.absolute_url()}/@@unsent")
    page.focus("tbody tr:has-text('Nie wysłano') a:has-text('Wyślij ponownie')")
    page.keyboard.press("Enter")
    page.wait_for_selector("[name=reason]")
    page.focus("[name=reason]")
    page.keyboard.type("Skrzynka działa")
    page.keyboard.press("Enter")
    page.wait_for_selector(".qms-message")
    assert "Wiadomość czeka na wysłanie" in page.inner_text(".qms-message")
    assert page.locator("tbody tr").count() == 1


def test_several_are_signed_with_one_confirmation(window, office, editions):
    page = window("radca", f"{office.portal.absolute_url()}/@@tasks")
    assert page.inner_text(".qms-counter") == "3"
    for edition in editions[:2]:
        page.check(f"#task-{edition.UID()}")
    page.click("text=Podpisz zaznaczone")
    assert page.locator(".qms-subject").count() == 2
    page.fill("[name=password]", "nie-to-haslo")
    page.click("text=Podpisz każde z osobna")
    assert "Hasło jest nieprawidłowe" in page.inner_text(".qms-message")
    page.fill("[name=password]", PASSWORD)
    page.click("text=Podpisz każde z osobna")
    assert "Podpisano 2 wydania." in page.inner_text(".qms-message")
    assert page.inner_text(".qms-counter") == "1"
    transaction.begin()
    assert [state_of(edition) for edition in editions] == ["pending_approval", "pending_approval", "in_review"]


def test_what_changed_since_it_was_shown_is_not_signed(window, office, editions):
    edition = editions[0]
    page = window("radca", f"{office.portal.absolute_url()}/@@sign-together?edition={edition.UID()}")
    office.do("autor", edition, "retract")
    office.do("autor", edition, "save", title="Inny tytuł")
    office.do("autor", edition, "submit")
    transaction.commit()
    page.fill("[name=password]", PASSWORD)
    page.click("text=Podpisz każde z osobna")
    assert "zmienił" in page.inner_text(".qms-message")
    transaction.begin()
    assert state_of(edition) == "in_review"


def test_the_officer_asks_somebody_else(window, office, editions):
    edition = editions[0]
    page = window("pelnomocnik", f"{edition.absolute_url()}/@@operation/reassign")
    page.select_option("select[name$='.from:list']", label="Radca prawny")
    page.select_option("select[name$='.to:list']", label="Naczelnik Wydziału Organizacyjnego")
    page.fill("textarea[name$='.reason']", "Urlop radcy")
    assert violations(page) == []
    page.click("button:has-text('Wskaż kogoś innego'), input[value='Wskaż kogoś innego']")
    assert "przekazano" in page.inner_text(".qms-message")
    transaction.begin()
    assert [asked.key for asked in edition.route[0].participants] == ["post:naczelnik-or"]


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_officer_hands_over_the_tasks_of_a_leaver(window, office, editions, size):
    page = window("pelnomocnik", f"{office.portal.absolute_url()}/@@stuck", size)
    page.click("text=Przekaż zadania")
    page.click("text=Pokaż, co się stanie")
    page.select_option("#hand-over-leaver", label="Radca prawny")
    page.select_option("#hand-over-successor", label="Naczelnik Wydziału Organizacyjnego")
    page.fill("#hand-over-reason", "Odejście z pracy")
    page.click("text=Pokaż, co się stanie")
    assert violations(page) == []
    assert not wider_than_the_window(page)
    page.click("button:has-text('Przekaż')")
    assert "Przekazano 3 zadania." in page.inner_text(".qms-message")
    transaction.begin()
    assert {edition.route[0].people for edition in editions} == {("sprawdzajacy",)}
