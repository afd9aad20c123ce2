"""Taking back in the browser, by the page that every operation has."""

from czest.qms.documents.settings import setting
import transaction


def test_a_change_is_taken_back_on_its_page(portal, office, browse):
    office.do("pelnomocnik", portal, "adjust-workflows", reason="Tak", changes={"settings": {"remind_before": 5}})
    officer = browse("pelnomocnik")
    officer.open(f"{portal.absolute_url()}/@@operation/undo-adjustment")
    officer.getControl(name="form.widgets.number").value = "1"
    officer.getControl(name="form.widgets.reason").value = "Pomyłka"
    officer.getControl(name="form.buttons.perform").click()
    transaction.begin()
    assert setting("remind_before") == 2
