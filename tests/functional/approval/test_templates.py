"""The officer keeps templates of routes through the pages, without any script."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.rules.templates import Asked
from czest.qms.evidence.interfaces import ITrail
from czest.qms.workflows.interfaces import IAdjustmentsLedger
import pytest
from support.routes import LAWYER
from support.routes import procedures
from support.routes import SECRETARY
import transaction
from zope.component import getUtility


PAGES = (
    "routes",
    "route-template?id=procedury",
    "routes-add",
    "routes-change?id=procedury",
    "routes-remove?id=procedury",
)


@pytest.fixture
def kept(office):
    office.keep_template(procedures(keeps_signatures=True, units=frozenset({"OR", "PJ"})))
    transaction.commit()
    return getUtility(IRouteTemplates)


@pytest.fixture
def url(portal):
    return lambda page="routes": f"{portal.absolute_url()}/@@{page}"


def errors(reader):
    found = reader.page.xpath("//p[contains(@class, 'qms-error')][@id]")
    return {one.get("id")[len("route-") : -len("-error")]: " ".join(one.text_content().split()) for one in found}


def press(reader, name, value):
    """Press one of the buttons that have a name in common."""
    reader.getControl(name=name, index=_place(reader, name, value)).click()
    assert reader.status == 200


def _place(reader, name, value):
    return [button.get("value") for button in reader.page.xpath(f"//button[@name='{name}']")].index(str(value))


def choose(reader, stage, *keys):
    """Choose whom a stage asks, one a line."""
    for line, key in enumerate(keys):
        reader.getControl(name=f"stages.{stage}.participants:list", index=line).value = [key]


def test_pages_open_for_the_officer_and_are_labelled(browse, kept, url):
    officer = browse("pelnomocnik")
    for page in PAGES:
        officer.open(url(page))
        assert officer.status == 200, page
        tree = officer.page
        assert len(tree.xpath("//h1")) == 1, page
        for control in tree.xpath("//main//input[not(@type='hidden')] | //main//select | //main//textarea"):
            assert tree.xpath(f"//label[@for='{control.get('id')}']"), (page, control.get("id"))
        for described in tree.xpath("//main//@aria-describedby"):
            assert all(tree.xpath(f"//*[@id='{part}']") for part in described.split()), (page, described)
        ids = tree.xpath("//main//@id")
        assert len(ids) == len(set(ids)), page


@pytest.mark.parametrize("login, statuses", [("autor", {401, 403}), ("administrator", {401, 403}), (None, {200, 401})])
def test_pages_are_closed_to_others(browse, kept, url, login, statuses):
    reader = browse(login)
    for page in PAGES:
        reader.open(url(page))
        assert reader.status in statuses, page
        assert "Radca prawny" not in reader.contents, page
        assert not reader.page.xpath("//input[starts-with(@id, 'route-')]"), page


def test_the_panel_of_workflows_leads_the_officer_there(browse, kept, portal):
    for login, count in (("pelnomocnik", 1), ("auditor", 0)):
        reader = browse(login)
        reader.open(f"{portal.absolute_url()}/@@workflow-templates")
        assert "Radca prawny" in reader.contents
        assert len(reader.page.xpath("//a[contains(@href, '/@@routes')]")) == count


def test_what_is_not_there_is_not_found(browse, kept, url):
    officer = browse("pelnomocnik")
    for page in ("route-template", "route-template?id=x", "routes-change?id=x", "routes-remove?id:list=procedury"):
        officer.open(url(page))
        assert officer.status == 404, page


def test_a_template_is_added_stage_by_stage(browse, office, url):
    officer = browse("pelnomocnik")
    officer.open(url())
    assert "There are no templates" in officer.contents
    officer.getLink("Add a template of a route").click()
    officer.getControl("Name of the template").value = "Procedury systemowe"
    officer.getControl(name="kinds:list").getControl(value="Procedure").selected = True
    officer.getControl(name="units").value = "OR\n\n PJ "
    choose(officer, 1, "owner-head", "post:naczelnik-or")
    officer.getControl(name="stages.1.rule").value = ["any"]
    officer.getControl(name="stages.1.days").value = "7"
    choose(officer, 2, "post:sekretarz")
    press(officer, "add-stage", 1)
    officer.getControl(name="stages.2.purpose").value = ["opinion"]
    press(officer, "add-lines", 2)
    assert len(officer.page.xpath("//select[@name='stages.2.participants:list']")) == 4
    choose(officer, 2, "", "post:radca-prawny", "unit:IT", "person:auditor")
    officer.getControl(name="stages.2.rule").value = ["quorum"]
    officer.getControl(name="stages.2.quorum").value = "2"
    officer.getControl(name="stages.2.days").value = "5"
    officer.getControl(name="stages.2.in_sequence").value = ["1"]
    officer.getControl("Add the template", index=1).click()
    assert officer.url == url("route-template?id=procedury-systemowe")
    assert "The template was added." in officer.contents
    transaction.begin()
    template = getUtility(IRouteTemplates).template("procedury-systemowe")
    assert (template.kinds, template.units, template.processes) == ({"Procedure"}, {"OR", "PJ"}, set())
    check, opinion, approval = template.stages
    assert (check.purpose, check.rule, check.days, approval.asked) == ("check", "any", 7, (SECRETARY,))
    assert opinion.asked == (LAWYER, Asked("unit", "IT"), Asked("person", "auditor"))
    assert (opinion.rule, opinion.quorum, opinion.days, opinion.in_sequence) == ("quorum", 2, 5, True)
    assert officer.words("main section ol li")[1] == (
        "Opinion: Radca prawny, Wydział Informatyki, Auditor wewnętrzny ISO; 2 of them must sign; one after another;"
        " 5 days (many); silence counts as no remarks"
    )


def test_what_is_wrong_is_said_at_the_fields_and_everything_typed_stays(browse, kept, url):
    officer = browse("pelnomocnik")
    officer.open(url("routes-add"))
    officer.getControl(name="units").value = "OR\nZZ"
    officer.getControl(name="stages.1.rule").value = ["quorum"]
    officer.getControl(name="stages.1.quorum").value = "2"
    officer.getControl(name="stages.1.days").value = "tydzień"
    choose(officer, 2, "post:sekretarz")
    officer.getControl(name="save").click()
    assert officer.status == 400
    assert errors(officer) == {"stages-1-days": "Write a whole number."}
    officer.getControl(name="stages.1.days").value = "400"
    officer.getControl(name="save").click()
    assert errors(officer) == {
        "title": "This field must be filled in.",
        "units": "There is no unit ZZ.",
        "stages-1-participants": "Name somebody to be asked.",
        "stages-1-quorum": "Between 1 and 0: no more signatures can be needed than there are people asked.",
        "stages-1-days": "Between 1 and 365 days.",
    }
    links = {link.get("href"): link.text_content() for link in officer.page.xpath("//*[@data-qms-errors]//a")}
    assert "Stage 1, Days" in links["#route-stages-1-days"]
    assert all(officer.page.xpath(f"//*[@id='{target[1:]}']") for target in links)
    assert officer.getControl(name="units").value.split() == ["OR", "ZZ"]
    assert officer.getControl(name="stages.1.days").value == "400"
    assert officer.getControl(name="stages.2.participants:list", index=0).value == ["post:sekretarz"]


def test_a_template_is_changed_and_its_stages_moved(browse, kept, url):
    officer = browse("pelnomocnik")
    officer.open(url("routes-change?id=procedury"))
    assert officer.getControl(name="units").value.split() == ["OR", "PJ"]
    assert officer.getControl(name="keeps_signatures").value == ["1"]
    press(officer, "raise-stage", 2)
    assert officer.getControl(name="stages.1.purpose").value == ["opinion"]
    press(officer, "drop-stage", 3)
    officer.getControl(name="save").click()
    assert officer.status == 400
    assert "A route needs an approval." in officer.words("#route-stages > .qms-error")
    press(officer, "add-stage", 1)
    officer.getControl(name="stages.3.purpose").value = ["approval"]
    choose(officer, 3, "post:sekretarz")
    officer.getControl("Name of the template").value = "Inna nazwa"
    officer.getControl("Reason for the change").value = "Nowy regulamin"
    officer.getControl(name="save").click()
    assert officer.url == url("route-template?id=procedury")
    transaction.begin()
    template = kept.template("procedury")
    assert template.title == "Inna nazwa"
    assert [stage.purpose for stage in template.stages] == ["opinion", "check", "approval"]
    assert getUtility(IAdjustmentsLedger).revisions()[0].reason == "Nowy regulamin"


def test_a_template_is_removed_after_a_question(browse, kept, url):
    officer = browse("pelnomocnik")
    officer.open(url("routes-remove?id=procedury"))
    officer.getControl("Reason for the change").value = "Zbędny"
    officer.getControl("Remove the template").click()
    assert officer.url == url()
    assert "The template was removed." in officer.contents
    transaction.begin()
    assert kept.templates() == []
    assert getUtility(IAdjustmentsLedger).revisions()[0].reason == "Zbędny"


def test_while_a_change_is_applied_the_forms_say_so_and_keep_what_was_typed(browse, kept, url):
    getUtility(IAdjustmentsLedger).work = {"operation": "adjust-workflows", "login": "pelnomocnik", "total": 1}
    transaction.commit()
    officer = browse("pelnomocnik")
    for page, button in (("routes-change", "Save the template"), ("routes-remove", "Remove the template")):
        officer.open(url(f"{page}?id=procedury"))
        if page == "routes-change":
            officer.getControl("Name of the template").value = "Inna nazwa"
        officer.getControl("Reason for the change").value = "Nowy regulamin"
        officer.getControl(button, index=0).click()
        assert officer.status == 409
        assert "still being applied" in officer.words("[data-qms-errors] li")[0]
        assert officer.getControl("Reason for the change").value == "Nowy regulamin"
    transaction.begin()
    assert [template.title for template in kept.templates()] == ["Procedury"]
    assert [entry.operation for entry in getUtility(ITrail).entries("routes")] == ["add-route-template"]


def test_a_form_without_its_token_changes_nothing(browse, kept, url):
    officer = browse("pelnomocnik")
    officer.post(url("routes-remove?id=procedury"), "id=procedury")
    assert officer.status in (401, 403)
    transaction.begin()
    assert len(kept.templates()) == 1


@pytest.mark.parametrize("query", ["drop-stage=9", "drop-stage=x", "raise-stage=0", "add-lines=-1"])
def test_a_button_of_no_stage_saves_instead_of_failing(browse, kept, url, query):
    officer = browse("pelnomocnik")
    officer.open(url("routes-add"))
    token = officer.getControl(name="_authenticator", index=0).value
    officer.post(url("routes-add"), f"_authenticator={token}&stages=99999999999&title=x&{query}")
    assert officer.status == 400


@pytest.fixture
def draft(office):
    edition = office.do("autor", office.register(owner_unit="OR"), "open-revision")
    transaction.commit()
    return edition


def test_the_author_is_asked_for_nobody_and_sees_what_he_will_meet(browse, kept, draft, office):
    author = browse("autor")
    author.open(f"{draft.absolute_url()}/edit")
    assert "The route is set by the template Procedury" in " ".join(author.words("main"))
    assert not author.page.xpath("//*[starts-with(@name, 'form.widgets.reviewers')]")
    assert '"reviewers"' not in author.page.xpath("//@data-qms-autosave")[0]
    stages = [
        "Check: Naczelnik Wydziału Organizacyjnego",
        "Opinion: Radca prawny; 5 days (many); silence counts as no remarks",
        "Approval: Sekretarz Miasta",
    ]
    assert author.words("main .qms-panel ol li") == stages
    author.getControl("Description of the change").value = "Pierwsze wydanie"
    author.press("Save the draft")
    assert author.status == 200, author.errors()
    author.open(f"{draft.absolute_url()}/@@operation/submit")
    assert author.words(".qms-consequences li")[1:] == stages
    author.press("Submit for review")
    transaction.begin()
    assert draft.route_template["title"] == "Procedury"
