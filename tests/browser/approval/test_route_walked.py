"""One edition on the route of its template, walked in a browser by author, head, deputy, officer and approver."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.organisation.interfaces import IDirectory
from support.accessibility import violations
from support.people import PASSWORD
from support.routes import procedures
import transaction
from zope.component import getUtility


def act(page, address, button, **fields):
    """Fill the page of an operation, press its button, and return what is said then."""
    page.goto(address)
    assert violations(page) == []
    for name, value in fields.items():
        page.fill(f"[name$='.{name}']", value)
    page.click(f"form.qms-operation button:has-text('{button}'), form.qms-operation input[value='{button}']")
    page.wait_for_load_state()
    return page.inner_text(".qms-message")


def test_everybody_of_a_route_does_his_part(window, office):
    office.keep_template(procedures())
    edition = office.draft(office.register(login="autor2", owner_unit="OR"), "autor2", reviewers=[], approvers=[])
    today = clock.today()
    getUtility(IDirectory).appoint_deputy("radca", "informatyk", today, today, "zarządzenie nr 12/2026")
    address = edition.absolute_url()
    operation = f"{address}/@@operation"

    author = window("autor2", f"{operation}/submit")
    ahead = author.inner_text("form.qms-operation")
    assert "Radca prawny" in ahead and "brak odpowiedzi oznacza brak uwag" in ahead
    act(author, f"{operation}/submit", "Przekaż do sprawdzenia")

    head = window("sprawdzajacy", f"{office.portal.absolute_url()}/@@tasks")
    assert head.inner_text(".qms-counter") == "1"
    act(head, f"{operation}/review", "Potwierdź sprawdzenie", password=PASSWORD)

    deputy = window("informatyk", f"{office.portal.absolute_url()}/@@tasks")
    assert "z up. Radca prawny" in deputy.inner_text(".qms-inbox-task")
    act(deputy, f"{operation}/review", "Wydaj opinię", password=PASSWORD)

    officer = window("pelnomocnik", f"{office.portal.absolute_url()}/@@stuck")
    assert "Sekretarz Miasta" in officer.inner_text(".qms-table")
    act(officer, f"{operation}/rewind", "Cofnij trasę", reason="Opinia przed zmianą zarządzenia")
    transaction.begin()
    assert state_of(edition) == "in_review"
    for login in ("sprawdzajacy", "radca"):
        office.do(login, edition, "review", password=PASSWORD)
    transaction.commit()

    approver = window("zatwierdzajacy", f"{operation}/approve")
    act(approver, f"{operation}/approve", "Podpisz i zatwierdź", password=PASSWORD)
    transaction.begin()
    assert state_of(edition) == "approved"
    approver.goto(address)
    assert "z up. Radca prawny, zarządzenie nr 12/2026" in " ".join(approver.content().split())
    assert violations(approver) == []
