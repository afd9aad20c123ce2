"""People change documents in a browser: dialogs, a draft that saves itself, a comparison, only the keyboard."""

from czest.qms.documents.content import state_of
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
from support.office import text
from support.people import PASSWORD
import transaction


OLD = (
    "<h2>1. Cel</h2><p>Celem jest sprawny obieg.</p><h2>2. Zakres</h2><p>Wszystkie komórki.</p>"
    "<h2>3. Opis</h2><p>Zgłoszenie rozpatruje się w ciągu 7 dni.</p><ul><li>rejestr</li></ul>"
)
NEW = OLD.replace("7 dni", "14 dni").replace("<li>rejestr</li>", "<li>rejestr</li><li>wykaz</li>")


@pytest.fixture
def document(office):
    document = office.register()
    office.in_force(document, body=text(OLD))
    return document


@pytest.fixture
def draft(office, document):
    return office.draft(document, body=text(NEW), change_description="Wydłużenie terminu.", distribution=["all", "OR"])


def operation(content, operation_id):
    return f"{content.absolute_url()}/@@operation/{operation_id}"


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_pages_are_accessible(window, office, document, draft, size):
    library, compare = office.library, f"{document.absolute_url()}/@@compare?from=1&to=2"
    author = window("autor", operation(draft, "submit"), size)
    assert violations(author) == []
    for name, address in {
        "edit": f"{draft.absolute_url()}/edit",
        "compare": compare,
        "beside": f"{compare}&view=beside",
        "register": operation(library, "register"),
        "propose": operation(document, "propose-change"),
        "discard": operation(draft, "discard"),
    }.items():
        author.goto(address)
        if name == "edit":
            author.wait_for_function("window.tinymce?.editors?.length || window.tinymce?.get()?.length")
        assert violations(author) == [], name
        assert not wider_than_the_window(author), name
    officer = window("pelnomocnik", operation(library, "take-over"), size)
    officer.wait_for_function("window.tinymce?.get()?.length")
    assert violations(officer) == []
    assert not wider_than_the_window(officer)
    officer.click(".btn-primary")
    officer.wait_for_selector("[data-qms-errors]")
    assert violations(officer) == []
    officer.goto(operation(document, "amend-control-data"))
    assert violations(officer) == []
    assert not wider_than_the_window(officer)
    office.do("autor", draft, "submit")
    office.do("sprawdzajacy", draft, "review", password=PASSWORD, comment="Bez uwag")
    approver = window("zatwierdzajacy", operation(draft, "approve"), size)
    assert violations(approver) == []
    approver.fill("[name='form.widgets.effective_from']", "2020-01-01")
    approver.fill("[name='form.widgets.password']", "x")
    approver.click(".btn-primary")
    approver.wait_for_selector("[data-qms-errors]")
    assert violations(approver) == []
    assert not wider_than_the_window(approver)


def test_a_decision_in_a_dialog_tells_what_was_done(window, document, draft):
    author = window("autor", draft.absolute_url())
    author.click("a[data-qms-dialog][href$='/submit']")
    author.wait_for_selector("dialog[open] .qms-operation")
    author.click("dialog .btn-primary")
    author.wait_for_selector(".qms-message")
    assert "Przekazano do sprawdzenia." in author.inner_text(".qms-message")
    transaction.begin()
    assert state_of(draft) == "in_review"


def test_the_consequence_tells_the_day_typed(window, office, draft):
    office.do("autor", draft, "submit")
    office.do("sprawdzajacy", draft, "review", password=PASSWORD)
    approver = window("zatwierdzajacy", draft.absolute_url())
    approver.click("a[data-qms-dialog][href$='/approve']")
    approver.wait_for_selector("dialog[open] .qms-operation")

    def sentences():
        return approver.inner_text("dialog .qms-consequences").replace("\u00a0", " ")

    day = "dialog [name='form.widgets.effective_from']"
    assert "wydanie 2 wejdzie w życie" in sentences()
    approver.fill(day, "2099-01-31")
    assert "31 stycznia 2099 r. wydanie 2 wejdzie w życie." in sentences()
    for other in ("2099-02-31", "", "jutro"):
        approver.fill(day, other)
        assert "W podanym dniu wydanie 2 wejdzie w życie." in sentences(), other
    approver.fill(day, "2020-01-01")
    approver.fill("dialog [type=password]", "x")
    approver.click("dialog .btn-primary")
    approver.wait_for_selector("dialog [data-qms-errors]")
    assert "1 stycznia 2020 r. wydanie 2 wejdzie w życie." in sentences()


def test_a_procedure_goes_its_way_by_the_keyboard_alone(window, document, draft):
    def press_until(page, selector):
        for _step in range(80):
            if page.evaluate(f"document.activeElement.matches({selector!r})"):
                return
            page.keyboard.press("Tab")
        pytest.fail(f"The keyboard does not reach {selector}.")

    def go(page, operation_id, password=False):
        press_until(page, f"a[href$='/@@operation/{operation_id}']")
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog[open] .qms-operation")
        if password:
            press_until(page, "[type=password]")
            page.keyboard.type(PASSWORD)
        press_until(page, "dialog .btn-primary")
        page.keyboard.press("Enter")
        page.wait_for_selector(".qms-message")

    go(window("autor", draft.absolute_url()), "submit")
    go(window("sprawdzajacy", draft.absolute_url()), "review", password=True)
    go(window("zatwierdzajacy", draft.absolute_url()), "approve", password=True)
    transaction.begin()
    assert state_of(draft) == "approved"


#: Milliseconds in which the script looks three times whether something was typed.
LOOKS = 5000


def window_with_a_clock(window, login, draft):
    """Open the editor in a window whose clock can be put on, and wait until it is awake."""
    page = window(login, draft.absolute_url())
    page.clock.install()
    page.goto(f"{draft.absolute_url()}/edit")
    page.wait_for_function("window.tinymce?.get()?.[0]?.initialized")
    return page


def test_a_draft_saves_itself_and_warns_of_others(window, office, draft):
    author = window_with_a_clock(window, "autor", draft)
    author.clock.run_for(LOOKS)
    transaction.begin()
    assert draft.body.raw == office.library["P-PJ-01"].open_edition().body.raw
    author.fill("[name='form.widgets.title']", "Nowy tytuł")
    author.evaluate("tinymce.get()[0].execCommand('mceInsertContent', false, 'dopisek ')")
    author.clock.run_for(LOOKS)
    author.wait_for_function("document.querySelector('[data-qms-saved]').textContent.startsWith('Zapisano o')")
    transaction.begin()
    assert draft.title == "Nowy tytuł"
    assert "dopisek" in draft.body.raw
    other = window_with_a_clock(window, "pelnomocnik", draft)
    other.wait_for_function("document.querySelector('[data-qms-others]').textContent.includes('Główny specjalista')")
    other.fill("[name='form.widgets.title']", "Tytuł drugiej osoby")
    other.clock.run_for(LOOKS)
    other.wait_for_function("document.querySelector('[data-qms-saved]').textContent.startsWith('Zapisano o')")
    author.fill("[name='form.widgets.title']", "Spóźniony tytuł")
    author.clock.run_for(LOOKS)
    author.wait_for_selector(".qms-message-void")
    assert "Pełnomocnik ds. SZJ" in author.inner_text(".qms-message-void")
    assert author.input_value("[name='form.widgets.title']") == "Spóźniony tytuł"
    transaction.begin()
    assert draft.title == "Tytuł drugiej osoby"


def test_opening_the_editor_changes_nothing(window, draft):
    digest = draft.digest
    author = window_with_a_clock(window, "autor", draft)
    author.clock.run_for(LOOKS)
    assert author.inner_text("[data-qms-saved]") == ""
    transaction.begin()
    assert draft.digest == digest


def test_changes_are_walked_through_by_the_keyboard(window, document, draft):
    author = window("autor", f"{document.absolute_url()}/@@compare?from=1&to=2")
    author.focus("[data-qms-step='1']")
    author.keyboard.press("Enter")
    assert author.evaluate("document.activeElement.id") == "zmiana-1"
    author.keyboard.press("ArrowDown")
    assert author.evaluate("document.activeElement.id") == "zmiana-2"
    assert author.inner_text("[data-qms-present]") == "zmiana 2 z 2"
    author.keyboard.press("ArrowUp")
    assert author.evaluate("document.activeElement.id") == "zmiana-1"


def test_the_symbol_follows_the_unit(window, office):
    author = window("autor", operation(office.library, "register"))
    assert author.inner_text(".qms-symbol-preview") == "P-PJ-01"
    author.select_option("[name='form.widgets.owner_unit:list']", "OR")
    author.wait_for_function("document.querySelector('.qms-symbol-preview').textContent === 'P-OR-01'")
