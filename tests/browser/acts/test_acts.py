"""The officer brings editions into force in a dialog; the pages are accessible on a desktop and on a phone."""

from czest.qms.documents.content import state_of
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window
import transaction


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_editions_are_brought_into_force(window, office, size):
    edition = office.approved(office.register())
    act = office.record_act(basis="art. 33 ust. 3 u.s.g.", repeals=["k.1.2010"])
    officer = window("pelnomocnik", office.acts.absolute_url(), size)
    assert violations(officer) == []
    assert not wider_than_the_window(officer)
    officer.click("text=Odnotuj zarządzenie")
    officer.wait_for_selector("dialog[open] [name='form.widgets.number']")
    assert violations(officer) == []
    officer.goto(act.absolute_url())
    officer.click("text=Wprowadź wydania w życie")
    officer.check(f"dialog[open] [value='{edition.UID()}']")
    assert violations(officer) == []
    officer.click("dialog[open] button[name='form.buttons.perform']")
    officer.wait_for_selector("main table >> text=Obieg korespondencji")
    assert violations(officer) == []
    assert not wider_than_the_window(officer)
    transaction.begin()
    assert (state_of(edition), edition.legal_act) == ("in_force", "k.14.2024")
