"""Taking back and returning in the browser, by the page that every operation has."""

from czest.qms.documents.settings import setting
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.interfaces import IAdjustmentsLedger
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


def test_settings_saved_in_the_control_panel_are_recorded_and_taken_back(portal, browse, client):
    officer = browse("pelnomocnik")
    officer.open(f"{portal.absolute_url()}/@@qms-documents")
    officer.getControl(name="form.widgets.remind_before").value = "4"
    officer.getControl(name="form.buttons.save").click()
    transaction.begin()
    ledger = getUtility(IAdjustmentsLedger)
    assert ledger.values["settings"] == {"remind_before": 4}
    assert present_drift(ledger.current()) == []
    (revision,) = ledger.revisions()
    assert (revision.login, revision.operation) == ("pelnomocnik", "change-settings")
    assert client("pelnomocnik").operate("", "undo-adjustment", number=1, reason="Pomyłka").status_code == 200
    transaction.begin()
    assert setting("remind_before") == 2
