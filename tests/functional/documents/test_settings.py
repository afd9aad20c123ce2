"""The control panel of documents."""

from czest.qms.documents.settings import ADJUSTED
from czest.qms.documents.settings import setting
import transaction


def panel(portal):
    return f"{portal.absolute_url()}/@@qms-documents"


def test_the_officer_sets_patterns_sections_and_size(browse, portal):
    officer = browse("pelnomocnik")
    officer.open(panel(portal))
    assert officer.status == 200
    officer.getControl(
        name="form.widgets.symbol_patterns"
    ).value = "Procedure: PS-{sequence:02d}\nInstruction: I-{sequence}"
    officer.getControl(name="form.widgets.section_template").value = "Cel\n\nOpis"
    officer.getControl(name="form.widgets.upload_limit").value = "20"
    officer.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert setting("symbol_patterns") == {"Procedure": "PS-{sequence:02d}", "Instruction": "I-{sequence}"}
    assert setting("section_template") == ["Cel", "Opis"]
    assert setting("upload_limit") == 20


def test_what_the_workflow_manager_adjusts_is_on_no_form_and_the_way_there_is_shown(browse, portal):
    officer = browse("pelnomocnik")
    officer.open(panel(portal))
    names = {field.get("data-fieldname", "").rpartition(".")[2] for field in officer.page.cssselect("[data-fieldname]")}
    assert "upload_limit" in names
    assert not names & set(ADJUSTED)
    (link,) = [link for link in officer.page.cssselect("main a") if link.text_content() == "workflow manager"]
    assert link.get("href") == f"{portal.absolute_url()}/@@workflows"


def test_a_pattern_that_makes_no_symbols_is_refused(browse, portal):
    officer = browse("pelnomocnik")
    before = setting("symbol_patterns")
    for wrong in ("Procedure: PS", "PS-{sequence}", "Procedura ąę: P-{sequence}"):
        officer.open(panel(portal))
        officer.getControl(name="form.widgets.symbol_patterns").value = wrong
        officer.getControl(name="form.buttons.save").click()
        assert "symbol_patterns" in officer.errors(), wrong
    transaction.begin()
    assert setting("symbol_patterns") == before


def test_others_do_not_get_the_panel(browse, portal):
    for login in ("autor", "pracownik", None):
        browser = browse(login)
        browser.open(panel(portal))
        assert not browser.page.cssselect("[name='form.widgets.upload_limit']"), login
