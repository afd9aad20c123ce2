"""The pages of legal acts, and what documents say of the act that brought them in."""

from czest.qms.documents.settings import IDocumentSettings
from czest.qms.language.dates import long_date
import datetime
from plone import api
import pytest
import transaction


OFFICER, STAFF = "pelnomocnik", "pracownik"
EVIL = '<script>alert("x")</script>'
PAST = datetime.date(2020, 1, 2)


@pytest.fixture
def edition(office):
    found = office.approved(office.register())
    transaction.commit()
    return found


def test_an_act_is_recorded_in_the_browser(browse, office, portal):
    officer = browse(OFFICER)
    officer.open(office.acts.absolute_url())
    assert "No legal act has been recorded yet." in officer.contents
    officer.getLink("Record a legal act").click()
    officer.press("Record a legal act")
    assert set(officer.errors()) == {"number", "title"}
    for name, value in {"number": "120.48.2018", "title": EVIL, "basis": EVIL}.items():
        officer.getControl(name=f"form.widgets.{name}").value = value
    officer.getControl(name="form.widgets.date").value = "2020-01-02"
    officer.getControl(name="form.widgets.repeals").value = "P-PJ-01\n k.1.2010 \n"
    officer.getControl(name="form.widgets.signed_file").add_file(b"Tekst", "text/plain", "akt.txt")
    officer.press("Record a legal act")
    assert "The act was recorded." in officer.contents
    assert EVIL not in officer.contents
    transaction.begin()
    act = office.acts["120.48.2018"]
    assert (act.title, act.date, act.repeals, act.basis) == (EVIL, PAST, ["P-PJ-01", "k.1.2010"], EVIL)
    assert officer.url.startswith(act.absolute_url())


def test_editions_are_chosen_and_come_into_force(browse, office, edition):
    act = office.record_act(effective_from=PAST)
    officer = browse(OFFICER)
    officer.open(act.absolute_url())
    officer.getLink("Bring editions into force").click()
    assert "with force from" in " ".join(officer.words("main"))
    officer.press("Bring editions into force")
    assert set(officer.errors()) == {"editions"}
    officer.getControl(name="form.widgets.editions:list").value = [edition.UID()]
    assert not officer.page.cssselect("[name='form.widgets.number']")
    officer.press("Bring editions into force")
    assert "The editions are in force" in officer.contents
    assert "P-PJ-01" in officer.words("main table .qms-symbol")
    staff = browse(STAFF)
    staff.open(edition.document.absolute_url())
    cells = dict(zip(staff.words(".qms-block-cell dt"), staff.words(".qms-block-cell dd"), strict=False))
    assert cells["Introduced by"] == "order no. k.14.2024"
    assert cells["Retroactive force"] == f"with force from {long_date(PAST)}"
    staff.getLink("order no. k.14.2024").click()
    assert staff.url == act.absolute_url()
    assert not staff.words("main .btn-primary")
    assert "Trail" not in staff.words("main .btn")


def test_a_refused_enactment_says_which_edition(browse, office, edition):
    act = office.record_act()
    officer = browse(OFFICER)
    officer.open(f"{act.absolute_url()}/@@operation/enact")
    officer.getControl(name="form.widgets.editions:list").value = [edition.UID()]
    office.do(OFFICER, edition, "release")
    transaction.commit()
    officer.press("Bring editions into force")
    assert officer.status == 409
    assert "P-PJ-01 1" in " ".join(officer.words("main"))


def test_the_list_counts_what_the_person_may_see(browse, office):
    open_one = office.approved(office.register())
    closed = office.approved(office.register(access="distribution", distribution=["IT"]))
    act = office.record_act("k.2.2024")
    office.do(OFFICER, act, "enact", editions=[open_one.UID(), closed.UID()])
    office.record_act("k.10.2024")
    staff, insider = browse(STAFF), browse("informatyk")
    for browser, count in ((staff, "1"), (insider, "2")):
        browser.open(office.acts.absolute_url())
        rows = [
            [cell.text_content().strip() for cell in row.cssselect("td")] for row in browser.page.cssselect("tbody tr")
        ]
        assert [(row[0], row[3]) for row in rows] == [("k.10.2024", "0"), ("k.2.2024", count)]
        browser.getLink("Legal acts").click()
        assert browser.url == office.acts.absolute_url()


def test_strangers_see_no_acts(browse, office):
    act = office.record_act()
    stranger = browse(None)
    for address in (office.acts.absolute_url(), act.absolute_url(), f"{act.absolute_url()}/@@signed-file"):
        stranger.open(address)
        assert "Wprowadzenie" not in stranger.contents
        assert "login" in stranger.url


def test_a_number_that_names_no_act_leads_nowhere(browse, office):
    edition = office.in_force(office.register(), legal_act="k.99.2024")
    staff = browse(STAFF)
    staff.open(edition.document.absolute_url())
    assert "order no. k.99.2024" in staff.contents
    assert not [link for link in staff.page.cssselect("a") if "k.99.2024" in link.text_content()]


def test_an_edition_that_waits_for_its_act_says_so(browse, office):
    api.portal.set_registry_record("act_required", ["Procedure"], interface=IDocumentSettings)
    edition = office.approved(office.register())
    for login in (STAFF, OFFICER):
        browser = browse(login)
        for address in (edition.absolute_url(), edition.document.absolute_url(), office.portal.absolute_url()):
            browser.open(address)
            assert browser.status == 200 or login == STAFF, address
        browser.open(edition.absolute_url())
        assert "waits for the legal act that brings it into force" in browser.contents
    officer = browse(OFFICER)
    officer.open(office.library.absolute_url() + "?scope=all")
    assert officer.status == 200


def test_the_office_says_on_what_basis_it_usually_approves(browse, portal):
    officer = browse(OFFICER)
    officer.open(f"{portal.absolute_url()}/@@qms-documents")
    officer.getControl(name="form.widgets.approval_basis").value = "upoważnienie nr 7"
    officer.getControl(name="form.buttons.save").click()
    transaction.begin()
    read = api.portal.get_registry_record
    assert read("approval_basis", interface=IDocumentSettings) == "upoważnienie nr 7"
