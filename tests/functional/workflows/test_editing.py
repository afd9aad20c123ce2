"""The forms of the workflow manager: each changes what it says, refuses what is wrong, and keeps what was typed."""

from czest.qms import clock
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.live import shipped_xml
import datetime
import json
from plone import api
import pytest
import transaction
from zope.component import getUtility


TOMORROW = clock.today() + datetime.timedelta(days=1)
REASON = "Tak przyjęto na naradzie"


@pytest.fixture
def site(portal):
    return portal.absolute_url()


@pytest.fixture
def officer(browse):
    return browse("pelnomocnik")


def values():
    """Return what is decided, as it is committed."""
    transaction.begin()
    return getUtility(IAdjustmentsLedger).values


def field(reader, name):
    return reader.getControl(name=name)


def save(reader, button="Save the changes"):
    """Give a reason beside the preview and press the last button."""
    field(reader, "reason").value = REASON
    press(reader, button)


def press(reader, button):
    """Press the button that people see."""
    (name,) = {
        one.get("name")
        for one in reader.page.cssselect("main form.qms-manager-form button:not(.visually-hidden)")
        if one.text_content().strip() == button
    }
    reader.getControl(name=name, index=1 if name in ("preview", "save") else None).click()


def changes(reader):
    """Return the rows of what would change."""
    return [
        tuple(" ".join(cell.text_content().split()) for cell in row.cssselect("th, .qms-manager-value"))
        for row in reader.page.cssselect(".qms-manager-changes tbody tr")
    ]


def verdict(reader):
    return reader.words("[data-qms-errors] strong")


def test_a_word_is_changed_shown_on_the_diagram_and_taken_back(office, officer, site):
    office.submitted(office.register())
    transaction.commit()
    officer.open(f"{site}/@@workflows")
    officer.getLink("Change the words").click()
    field(officer, "state.in_review.title.en").value = "Being read"
    press(officer, "Preview")
    assert changes(officer) == [("“In review” in English", "In review", "Being read")]
    before, after = officer.page.cssselect(".qms-manager-diagrams svg")
    assert "In review" in before.text_content() and "Being read" not in before.text_content()
    assert "Being read" in after.text_content() and "In review" not in after.text_content()
    assert officer.words(".qms-manager-open") == [
        "On their way now: 1 edition: Being read 1. All of them stay in their state."
    ]
    assert values()["words"] == {}
    save(officer)
    assert officer.url == f"{site}/@@workflows?workflow=qms_edition_workflow"
    assert "Being read 1 edition · 0 days (many)" in officer.words("a.qms-flow-state")
    officer.getLink("Changes and taking back").click()
    (text,) = officer.words(".qms-manager-change .qms-panel-body")
    assert "Pełnomocnik ds. SZJ" in text and REASON in text
    assert changes(officer) == [("“In review” in English", "In review", "Being read")]
    officer.getLink("Take the change back").click()
    assert changes(officer) == [("“In review” in English", "Being read", "In review")]
    save(officer, "Take the change back")
    assert values()["words"] == {}
    assert officer.words(".qms-manager-change h2") == ["2. Change 1 taken back", "1. Workflows adjusted"]


def test_what_is_wrong_is_said_at_its_field_and_kept(officer, site):
    officer.open(f"{site}/@@workflow-words")
    field(officer, "state.draft.title.pl").value = "<b>Szkic</b>"
    field(officer, "state.approved.title.pl").value = "Do zatwierdzenia"
    press(officer, "Preview")
    assert officer.status == 400
    assert verdict(officer) == ["Not done: some of the data is wrong."]
    assert field(officer, "state.draft.title.pl").value == "<b>Szkic</b>"
    assert len(officer.page.cssselect(".qms-error")) == 2
    target = officer.page.cssselect("[data-qms-errors] a")[0].get("href").removeprefix("#")
    assert officer.page.get_element_by_id(target).get("aria-invalid") == "true"
    officer.open(f"{site}/@@workflow-words")
    press(officer, "Preview")
    assert (officer.status, verdict(officer)) == (400, ["Not done: nothing would change."])


def test_a_reason_is_needed(officer, site):
    officer.open(f"{site}/@@workflow-settings")
    field(officer, "settings.remind_before").value = "4"
    press(officer, "Preview")
    press(officer, "Save the changes")
    assert officer.status == 400
    assert officer.words("#manager-reason-error") == ["This field is required."]
    assert changes(officer)[0][1:] == ("2", "4")
    save(officer)
    assert values()["settings"] == {"remind_before": 4}


def test_deadlines_silence_and_acts(officer, site):
    officer.open(f"{site}/@@workflow-deadlines")
    officer.getLink("Change deadlines and reminders").click()
    field(officer, "settings.opinion_days").value = "dużo"
    press(officer, "Preview")
    assert (officer.status, officer.words(".qms-error")) == (400, ["Write a whole number."])
    assert field(officer, "settings.opinion_days").value == "dużo"
    field(officer, "settings.opinion_days").value = "999"
    press(officer, "Preview")
    assert officer.words(".qms-error") == ["Write a number between 1 and 365."]
    field(officer, "settings.opinion_days").value = "7"
    field(officer, "settings.silence_ends_opinions").value = False
    field(officer, "settings.act_required:list").value = ["Procedure"]
    press(officer, "Preview")
    press(officer, "Change again")
    assert field(officer, "settings.opinion_days").value == "7"
    press(officer, "Preview")
    save(officer)
    decided = values()["settings"]
    assert decided == {"opinion_days": 7, "silence_ends_opinions": False, "act_required": ["Procedure"]}


def test_a_letter_is_previewed_on_invented_data(officer, site):
    officer.open(f"{site}/@@workflow-deadlines")
    officer.getLink("To those who are asked to check").click()
    field(officer, "pl.text").value = "Prosimy: ${edition}.\n\n${adres}"
    press(officer, "Preview")
    assert officer.status == 400
    assert any("${adres}" in error for error in officer.words(".qms-error"))
    field(officer, "pl.text").value = "Prosimy: ${edition}.\n\n${address}"
    press(officer, "Preview")
    (text,) = officer.words(".qms-manager-letter")
    assert text.startswith("Prosimy: PS-01 Obieg korespondencji") and "${" not in text
    save(officer)
    assert values()["letters"]["check"]["pl"]["text"] == "Prosimy: ${edition}.\n\n${address}"
    assert "en" not in values()["letters"]["check"]
    officer.open(f"{site}/@@workflow-letter?letter=check")
    field(officer, "pl.subject").value = field(officer, "pl.text").value = ""
    press(officer, "Preview")
    save(officer)
    assert values()["letters"] == {}


def test_a_letter_of_another_room_has_fields_of_its_own(officer, site):
    officer.open(f"{site}/@@workflow-deadlines")
    officer.getLink("To those who want one list of their tasks every day").click()
    assert field(officer, "pl.text").value == "${tasks}\n\n${address}"
    field(officer, "pl.text").value = "Na dziś: ${tasks}\n\n${edition}"
    press(officer, "Preview")
    (error,) = officer.words(".qms-error")
    assert "This letter has no field ${edition}. It has: ${waiting}, ${count}, ${address}, ${tasks}." in error
    assert "The text must name the field ${address}." in error
    assert "The field ${tasks} is a list: put it into a paragraph of its own." in error
    field(officer, "pl.text").value = "Na dziś:\n\n${tasks}\n\n${address}"
    press(officer, "Preview")
    (text,) = officer.words(".qms-manager-letter")
    assert text.startswith("Na dziś: To check: PS-01 Obieg korespondencji, edition 6") and "${" not in text
    save(officer)
    assert list(values()["letters"]) == ["daily_list"]


def test_an_optional_state_is_turned_on_and_not_off_while_editions_stand_in_it(office, officer, site):
    officer.open(f"{site}/@@workflows")
    officer.getLink("Choose optional states").click()
    field(officer, "agreement.offered").value = True
    field(officer, "agreement.kinds:list").value = ["Procedure"]
    press(officer, "Preview")
    before, after = officer.page.cssselect(".qms-manager-diagrams svg")
    assert "In agreement" not in before.text_content() and "In agreement" in after.text_content()
    save(officer)
    assert values()["optional_states"] == {"agreement": ["Procedure"]}
    office.do("autor", office.draft(office.register()), "begin-agreement", asked=["unit:OR"], until=TOMORROW)
    transaction.commit()
    officer.open(f"{site}/@@workflow-optional-states")
    field(officer, "agreement.offered").value = False
    press(officer, "Preview")
    assert officer.status == 409
    assert officer.words(".qms-error") == ["Editions that stand in this state now: 1."]


def test_free_cells_are_boxes_and_the_others_say_why(office, officer, site):
    edition = office.submitted(office.register())
    transaction.commit()
    officer.open(f"{site}/@@workflows?state=in_review")
    officer.getLink("Change rights in the state").click()
    assert "because Staff is held across the office" in officer.words(".qms-manager-locked dd")[0]
    locked = officer.words(".qms-manager-locked dt")
    assert "Staff: no (right)" in locked and "BIP editor: no (right)" in locked
    assert len(officer.words(".qms-manager-locked dd")) == len(locked)
    field(officer, "cell.1.reviewer").value = True
    press(officer, "Preview")
    assert changes(officer) == [
        ("Edition of a document, In review: Reviewer: Sees the trail", "no (right)", "yes (right)")
    ]
    assert "Edition of a document, In review: 1 edition will get other rights." in officer.contents
    save(officer)
    transaction.begin()
    assert api.user.has_permission("czest.qms: View trail", username="sprawdzajacy", obj=edition)


def test_another_officer_was_first(office, officer, client, site):
    officer.open(f"{site}/@@workflow-settings")
    field(officer, "settings.remind_before").value = "9"
    press(officer, "Preview")
    body = {"reason": "Wcześniej", "changes": {"settings": {"remind_every": 7}}}
    assert client("pelnomocnik").operate(site, "adjust-workflows", **body).status_code == 200
    save(officer)
    assert officer.status == 409
    assert verdict(officer) == ["Not done: somebody changed the content meanwhile."]
    assert "Pełnomocnik ds. SZJ" in officer.words("[data-qms-errors] li")[0]
    assert field(officer, "settings.remind_before").value == "9"
    assert values()["settings"] == {"remind_every": 7}
    press(officer, "Preview")
    assert field(officer, "reason").value == REASON
    assert [row[1:] for row in changes(officer)] == [("2", "9"), ("7", "3")]


def test_a_file_is_taken_in_or_refused_with_its_door(office, officer, site):
    def take_in(name, content):
        officer.open(f"{site}/@@workflow-import")
        field(officer, "file").add_file(content, "application/octet-stream", name)
        press(officer, "Preview")

    officer.open(f"{site}/@@workflow-settings.json")
    export = json.loads(officer.contents)
    take_in("settings.json", json.dumps({**export, "settings": {"remind_before": 6}}).encode())
    assert [row[1:] for row in changes(officer)] == [("2", "6")]
    save(officer, "Take the file in")
    assert values()["settings"] == {"remind_before": 6}
    take_in("settings.json", b"{}")
    assert (officer.status, officer.words(".qms-error")) == (400, ["The file is no export of adjustments."])
    xml = shipped_xml("qms_edition_workflow").replace(b'manager_bypass="False"', b'manager_bypass="True"')
    take_in("definition.xml", xml)
    assert officer.status == 400
    assert verdict(officer) == ["Not taken in: the definition would open doors that no office may open."]
    assert any("Manager" in line for line in officer.words("[data-qms-errors] li"))
    officer.open(f"{site}/@@workflow-import")
    press(officer, "Preview")
    assert officer.words(".qms-error") == ["Choose a file."]


def test_drift_is_said_in_words_and_mended(portal, officer, browse, site):
    officer.open(f"{site}/@@workflow-drift")
    assert "Everything stands as shipped and recorded." in officer.contents
    assert officer.page.cssselect("form.qms-manager-form") == []
    workflow = portal.portal_workflow["qms_edition_workflow"]
    workflow.manager_bypass = True
    workflow.states["in_review"].setPermission("Modify portal content", 0, ["Reviewer"])
    portal.manage_permission("Undo changes", ["Manager", "Auditor"], acquire=0)
    transaction.commit()
    auditor = browse("auditor")
    auditor.open(f"{site}/@@workflow-drift")
    undoing, manager = "undoing what was written (permission)", "the Manager of Zope (role)"
    assert auditor.words(".qms-manager-differences li") == [
        "A Manager would pass every guard (manager_bypass).",
        "The state In review gives 'changing the content (permission)' to Reviewer.",
        f"In the whole site, '{undoing}' belongs to Auditor, {manager} instead of –.",
    ]
    assert auditor.page.cssselect("form.qms-manager-form") == []
    officer.open(f"{site}/@@workflow-drift")
    save(officer, "Return to what is recorded")
    transaction.begin()
    assert not portal.portal_workflow["qms_edition_workflow"].manager_bypass


def test_only_the_officer_opens_the_forms(browse, site):
    forms = (
        "@@workflow-words",
        "@@workflow-rights",
        "@@workflow-settings",
        "@@workflow-letter?letter=check",
        "@@workflow-optional-states",
        "@@workflow-undo?number=1",
        "@@workflow-import",
    )
    for login in ("administrator", "auditor", "autor", "manager"):
        reader = browse(login)
        for form in forms:
            reader.open(f"{site}/{form}")
            assert (login, form, reader.status in (401, 403, 404)) == (login, form, True)
        reader.open(f"{site}/@@workflow-history")
        assert (login, reader.status == 200) == (login, login in ("administrator", "auditor"))


def test_what_the_address_names_wrongly_is_not_found(officer, site):
    for address in (
        "@@workflow-words?workflow=qms_bulletin_entry_workflow",
        "@@workflow-rights?state=filed",
        "@@workflow-letter",
        "@@workflow-undo?number=7",
        "@@workflow-undo?number=x",
    ):
        officer.open(f"{site}/{address}")
        assert (address, officer.status) == (address, 404)


def test_a_form_without_its_token_is_refused(officer, site):
    officer.open(f"{site}/@@workflow-settings")
    officer.page.cssselect("input[name=_authenticator]")
    officer.post(f"{site}/@@workflow-settings", "save=1&reason=x&settings.remind_before=9")
    assert officer.status == 403
    assert values()["settings"] == {}
