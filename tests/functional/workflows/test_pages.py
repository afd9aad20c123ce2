"""Taking back by the page that every operation has, and drift as a task of the officer in the browser."""

from czest.qms.documents.settings import setting
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.drifting import note
from czest.qms.workflows.drifting import tell_officers
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workplace.digest import put_digest
import transaction
from zope.component import getUtility


def test_a_change_is_taken_back_on_its_page(portal, office, browse):
    office.do("pelnomocnik", portal, "adjust-workflows", reason="Tak", changes={"settings": {"remind_before": 5}})
    officer = browse("pelnomocnik")
    officer.open(f"{portal.absolute_url()}/@@operation/undo-adjustment")
    officer.getControl(name="form.widgets.number").value = "1"
    officer.getControl(name="form.widgets.reason").value = "Pomyłka"
    officer.getControl(name="form.buttons.perform").click()
    transaction.begin()
    assert setting("remind_before") == 2


def test_drift_is_a_task_that_leads_to_where_it_is_mended(portal, office, browse):
    portal.portal_workflow["qms_edition_workflow"].manager_bypass = 1
    ledger = getUtility(IAdjustmentsLedger)
    assert note(ledger, present_drift(ledger.current()))
    tell_officers(ledger)
    with office.acting_as("pelnomocnik"):
        assert put_digest("pelnomocnik")
    officer = browse("pelnomocnik")
    officer.open(f"{portal.absolute_url()}/@@tasks")
    officer.getLink(url="@@workflow-drift").click()
    assert officer.status == 200
    assert "manager_bypass" in officer.contents
