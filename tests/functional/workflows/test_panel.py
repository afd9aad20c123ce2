"""The panel of workflows: who sees it, and that it says of a real office what is so."""

from czest.qms.workflows.definitions import TITLES
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.drifting import note
from czest.qms.workflows.interfaces import IAdjustmentsLedger
import json
import pytest
from zope.component import getUtility


PAGES = (
    "@@workflows",
    "@@workflow-templates",
    "@@workflow-deadlines",
    "@@workflow-law",
    "@@workflow-trend.csv?workflow=qms_edition_workflow",
)
READERS = {"pelnomocnik", "auditor", "administrator"}
PEOPLE = (
    "pelnomocnik",
    "auditor",
    "administrator",
    "autor",
    "zatwierdzajacy",
    "pracownik",
    "redaktor-bip",
    "archiwista",
)


@pytest.fixture
def site(portal):
    return portal.absolute_url()


def test_the_officer_the_auditor_and_the_administrator_read_every_page(browse, site):
    for login in PEOPLE:
        reader = browse(login)
        for page in PAGES:
            reader.open(f"{site}/{page}")
            assert (login, page, reader.status == 200) == (login, page, login in READERS)
        reader.open(f"{site}/@@qms-settings")
        assert (login, "Workflows" in reader.words(".qms-setting-link")) == (login, login in READERS)


def test_only_the_officer_is_led_to_the_templates(browse, site):
    for login in sorted(READERS):
        reader = browse(login)
        reader.open(f"{site}/@@workflow-templates")
        assert (login, "Change the templates" in reader.words("main .btn")) == (login, login == "pelnomocnik")


def test_the_diagram_and_the_table_tell_the_same(browse, site):
    reader = browse("pelnomocnik")
    for workflow in TITLES:
        reader.open(f"{site}/@@workflows?workflow={workflow}")
        assert (workflow, reader.status) == (workflow, 200)
        in_table = reader.words(".qms-transitions .qms-flow-mark")
        in_diagram = reader.words(".qms-flow-number")
        assert in_table == [str(number) for number in range(1, len(in_table) + 1)]
        assert set(in_diagram) == set(in_table)
        states = len(reader.page.cssselect("a.qms-flow-state"))
        assert len(reader.page.cssselect("a.qms-flow-state[aria-current]")) == 1
        assert len(reader.page.cssselect(".qms-manager-links a")) == states - 1


def test_what_the_address_names_wrongly_is_not_found(browse, site):
    reader = browse("pelnomocnik")
    for query in (
        "workflow=qms_library_workflow",
        "workflow=x",
        "state=filed",
        "state=a&state=b",
        "workflow=qms_record_workflow&state=draft",
    ):
        reader.open(f"{site}/@@workflows?{query}")
        assert (query, reader.status) == (query, 404)


def test_figures_and_rights_of_the_chosen_state(office, browse, site):
    office.in_force(office.register())
    office.submitted(office.register(title="Druga"))
    reader = browse("pelnomocnik")
    reader.open(f"{site}/@@workflows?state=in_review")
    assert reader.words("a.qms-flow-state[aria-current]") == ["In review 1 edition · 0 days (many)"]
    assert "In force 1 edition" in reader.words("a.qms-flow-state"), "what is in force waits for nothing"
    rows = dict(zip(reader.words("#qms-state dt"), reader.words("#qms-state dd"), strict=True))
    assert rows["in this state"] == "1"
    assert rows["waits longest"].endswith(", 0 days (many)")
    assert rows["late: told after 5 days (many)"] == "quality officer"
    link = reader.page.cssselect("#qms-state dd a")[0].get("href")
    reader.open(link)
    assert "Druga" in " ".join(reader.words("main"))
    assert rights(reader, f"{site}/@@workflows?state=in_review") == {
        "Staff": "",
        "Author": "Reads, Adds remarks, Sees the trail",
        "Reviewer": "Reads, Adds remarks, Signs, Sends back",
        "Approver": "Reads, Adds remarks, Sends back",
        "Quality officer": "Reads, Adds remarks, Sends back, Changes the route, Sees the trail",
        "BIP editor": "",
        "Archivist": "",
        "Auditor": "Reads, Sees the trail",
        "Administrator": "",
    }


def rights(reader, address):
    """Return the columns that say yes, by row."""
    reader.open(address)
    table = reader.page.cssselect(".qms-matrix")[0]
    heads = [" ".join(head.text_content().split()) for head in table.cssselect("thead th")][1:]
    return {
        row.cssselect("th")[0].text_content().strip(): ", ".join(
            head for head, cell in zip(heads, row.cssselect("td"), strict=True) if "yes" in cell.text_content()
        )
        for row in table.cssselect("tbody tr")
    }


def test_a_draft_is_changed_by_its_author_alone(browse, site):
    found = rights(browse("pelnomocnik"), f"{site}/@@workflows?state=draft")
    assert found["Author"] == "Reads, Changes the content, Sees the trail, Removes"
    assert [row for row, columns in found.items() if "Changes the content" in columns] == ["Author"]


def test_every_way_of_the_table_names_who_goes_it(browse, site):
    """No transition without somebody who makes it, of whatever workflow."""
    reader = browse("pelnomocnik")
    for workflow in TITLES:
        reader.open(f"{site}/@@workflows?workflow={workflow}")
        for row in reader.page.cssselect(".qms-transitions tbody tr"):
            cells = [" ".join(cell.text_content().split()) for cell in row.cssselect("td, th")]
            assert cells[3], (workflow, cells)


def test_readers_of_the_panel_cannot_change_anything_there(browse, site):
    for login in ("auditor", "administrator"):
        reader = browse(login)
        reader.open(f"{site}/@@workflows")
        assert reader.page.cssselect("main input, main button") == []


def test_the_head_says_whether_workflows_are_as_recorded(client, browse, portal, site):
    reader = browse("pelnomocnik")
    reader.open(f"{site}/@@workflows")
    assert reader.words(".qms-manager-drift") == ["not compared with the shipped definitions yet"]
    portal.portal_workflow["qms_edition_workflow"].manager_bypass = True
    ledger = getUtility(IAdjustmentsLedger)
    note(ledger, present_drift(ledger.current()))
    reader = browse("pelnomocnik")
    reader.open(f"{site}/@@workflows")
    assert reader.words(".qms-manager-drift")[0].startswith("differs from what is recorded in 1 places, checked on")
    assert len(reader.words("[aria-labelledby='qms-drift'] li")) == 1
    assert "@@workflow-drift" in reader.contents
    reader = browse("auditor")
    reader.open(f"{site}/@@workflows")
    assert len(reader.words("[aria-labelledby='qms-drift'] li")) == 1
    assert "@@workflow-drift" not in reader.contents
    assert client("pelnomocnik").operate("", "return-to-recorded", reason="Przywrócenie").status_code == 200
    reader = browse("pelnomocnik")
    reader.open(f"{site}/@@workflows")
    assert "as shipped and recorded" in reader.words(".qms-manager-drift")[0]


def test_the_export_is_what_another_site_takes_in(browse, site):
    reader = browse("auditor")
    reader.open(f"{site}/@@workflow-settings.json")
    assert "attachment" in reader.headers["Content-Disposition"]
    assert json.loads(reader.contents)["format"] == "czest.qms.workflows"
    reader = browse("pracownik")
    reader.open(f"{site}/@@workflow-settings.json")
    assert reader.status != 200


def test_free_cells_are_white_and_the_others_locked(browse, site):
    """The trail may be opened to those who read and sign; what an office-wide role sees is not adjusted."""
    reader = browse("pelnomocnik")
    reader.open(f"{site}/@@workflows?state=in_review")
    table = reader.page.cssselect(".qms-matrix")[0]
    heads = [" ".join(head.text_content().split()) for head in table.cssselect("thead th")][1:]
    free = {
        (row.cssselect("th")[0].text_content().strip(), head)
        for row in table.cssselect("tbody tr")
        for head, cell in zip(heads, row.cssselect("td"), strict=True)
        if cell.get("class") == "qms-matrix-free"
    }
    trail = {("Author", "Sees the trail"), ("Reviewer", "Sees the trail"), ("Approver", "Sees the trail")}
    assert trail | {("Quality officer", "Sees the trail")} <= free
    assert {head for _row, head in free} <= {"Sees the trail", "Adds remarks"}


def test_the_panel_shows_what_is_live_at_once(browse, portal, site):
    address = f"{site}/@@workflows?state=in_review"
    assert "Sees the trail" not in rights(browse("pelnomocnik"), address)["Reviewer"]
    workflow = portal.portal_workflow["qms_edition_workflow"]
    for roles, is_seen in ((["Reviewer"], True), ([], False)):
        workflow.states["in_review"].setPermission("czest.qms: View trail", 0, roles)
        assert ("Sees the trail" in rights(browse("pelnomocnik"), address)["Reviewer"]) == is_seen
    workflow.transitions["review"].setProperties("Sprawdzone", "pending_approval")
    reader = browse("pelnomocnik")
    reader.open(address)
    assert "Sprawdzone" in reader.words(".qms-transitions tbody th")
