"""The control panel of classification as the officer uses it."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.rules.terms import Term
from czest.qms.classification.setup import install
from czest.qms.classification.views.importing import LARGEST_FILE
from io import BytesIO
from plone import api
from plone.testing.zope import Browser
import pytest
import transaction
from zope.component import getUtility


PANEL = "@@qms-classification"
PASSWORD = "Tajne-haslo-1234"
PROCESSES = "symbol;nazwa;nadrzedny\nPZ;Procesy zarządzania;\nPZ-1;Planowanie;PZ\n"


@pytest.fixture
def portal(functional):
    portal = functional["portal"]
    install(portal)
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="pelnomocnik", email="p@example.org", password=PASSWORD)
        api.user.grant_roles("pelnomocnik", roles=["Quality Officer"])
        api.user.create(username="pracownik", email="q@example.org", password=PASSWORD)
    transaction.commit()
    return portal


@pytest.fixture
def browser(functional, portal):
    """A browser of the quality officer."""
    return logged_in(functional, "pelnomocnik")


def logged_in(layer, login):
    browser = Browser(layer["app"])
    browser.handleErrors = True
    browser.raiseHttpErrors = False
    browser.addHeader("Authorization", f"Basic {login}:{PASSWORD}")
    return browser


def upload(browser, portal, scheme, content):
    browser.open(f"{portal.absolute_url()}/@@qms-classification-import?scheme={scheme}")
    form = browser.getForm(action="qms-classification-import")
    form.getControl(name="file").add_file(BytesIO(content), "text/csv", "list.csv")
    form.submit()


def tokens(portal, scheme):
    transaction.begin()
    return [term.token for term in getUtility(IClassification, context=portal).terms(scheme)]


def test_panel_shows_and_narrows_a_list(browser, portal):
    browser.open(f"{portal.absolute_url()}/{PANEL}?scheme=jrwa&text=jako%C5%9Bci%C4%85")
    assert ">0142<" in browser.contents
    assert ">1510<" not in browser.contents


@pytest.mark.parametrize("scheme", ["process", "iso_clause", "control_standard", "jrwa", "openness_basis"])
def test_every_list_has_its_page(browser, portal, scheme):
    browser.open(f"{portal.absolute_url()}/{PANEL}?scheme={scheme}")
    assert browser.headers["status"].startswith("200")
    assert 'aria-current="page"' in browser.contents


def test_unknown_list_is_not_found(browser, portal):
    browser.open(f"{portal.absolute_url()}/{PANEL}?scheme=colour")
    assert browser.headers["status"].startswith("404")


def test_a_parameter_given_twice_counts_as_missing(browser, portal):
    browser.open(f"{portal.absolute_url()}/{PANEL}?scheme=jrwa&scheme=process&text=a&text=b")
    assert browser.headers["status"].startswith("200")


def test_panel_tells_when_rows_are_left_out(browser, portal, monkeypatch):
    monkeypatch.setattr("czest.qms.classification.views.panel.MOST_ROWS", 5)
    browser.open(f"{portal.absolute_url()}/{PANEL}?scheme=jrwa")
    assert browser.contents.count('scope="row"') == 5
    assert ">1510<" not in browser.contents


def test_panel_is_listed_among_the_control_panels(portal):
    actions = api.portal.get_tool("portal_controlpanel").listActions()
    assert "qms-classification" in [action.id for action in actions]


@pytest.mark.parametrize("page", [PANEL, f"{PANEL}-export", f"{PANEL}-import", f"{PANEL}-openness"])
def test_staff_are_kept_out(functional, portal, page):
    browser = logged_in(functional, "pracownik")
    browser.open(f"{portal.absolute_url()}/{page}")
    assert "insufficient-privileges" in browser.url or "login" in browser.url


def test_exported_file_can_be_imported(browser, portal):
    browser.open(f"{portal.absolute_url()}/@@qms-classification-export?scheme=jrwa")
    assert browser.headers["content-type"] == "text/csv; charset=utf-8"
    exported = browser.contents.encode("utf-8") if isinstance(browser.contents, str) else browser.contents
    before = tokens(portal, "jrwa")
    upload(browser, portal, "jrwa", exported)
    assert 'name="confirm"' not in browser.contents
    assert tokens(portal, "jrwa") == before


def test_import_is_previewed_and_confirmed(browser, portal):
    before = tokens(portal, "process")
    upload(browser, portal, "process", PROCESSES.encode("utf-8"))
    assert tokens(portal, "process") == before
    browser.getControl(name="confirm").click()
    after = tokens(portal, "process")
    assert after[:2] == ["PZ", "PZ-1"]
    assert set(before) == set(after)
    assert getUtility(IClassification, context=portal).usable("process", "PZ-1")
    assert not getUtility(IClassification, context=portal).usable("process", "PZ-2")
    assert browser.url.endswith(f"{PANEL}?scheme=process")


def test_faults_are_listed_and_nothing_changes(browser, portal):
    before = tokens(portal, "process")
    upload(browser, portal, "process", b"symbol;nazwa;nadrzedny\nPZ;;\nPZ-1;x;BRAK\n")
    assert 'name="confirm"' not in browser.contents
    assert browser.headers["status"].startswith("400")
    assert "BRAK" in browser.contents
    assert browser.contents.count("<td>nazwa</td>") == 1
    assert tokens(portal, "process") == before


@pytest.mark.parametrize("content", [b"\x81\xff\xfe", b"x" * (LARGEST_FILE + 1)], ids=["encoding", "size"])
def test_a_file_that_cannot_be_read_is_refused_at_the_field(browser, portal, content):
    upload(browser, portal, "process", content)
    assert "qms-classification-file-error" in browser.contents
    assert 'aria-invalid="true"' in browser.contents
    assert browser.headers["status"].startswith("400")


def test_no_file_is_told_at_the_field(browser, portal):
    browser.open(f"{portal.absolute_url()}/@@qms-classification-import?scheme=process")
    browser.getForm(action="qms-classification-import").submit()
    assert "qms-classification-file-error" in browser.contents


def test_a_list_changed_meanwhile_is_previewed_again(browser, portal):
    upload(browser, portal, "process", PROCESSES.encode("utf-8"))
    getUtility(IClassification, context=portal).replace("process", (Term("X", "x"),))
    transaction.commit()
    browser.getControl(name="confirm").click()
    assert browser.headers["status"].startswith("409")
    assert tokens(portal, "process") == ["X"]
    browser.getControl(name="confirm").click()
    assert tokens(portal, "process") == ["PZ", "PZ-1", "X"]


def test_the_officer_finds_the_lists_among_the_settings(functional, browser, portal):
    browser.open(f"{portal.absolute_url()}/@@qms-settings")
    assert "@@qms-classification" in browser.contents
    staff = logged_in(functional, "pracownik")
    staff.open(portal.absolute_url())
    assert "@@qms-settings" not in staff.contents


def test_a_text_tampered_with_between_the_steps_is_checked_again(browser, portal):
    before = tokens(portal, "process")
    upload(browser, portal, "process", PROCESSES.encode("utf-8"))
    browser.getControl(name="text").value = "symbol;nazwa\nPZ;\n"
    browser.getControl(name="confirm").click()
    assert tokens(portal, "process") == before


@pytest.mark.parametrize("page", ["import", "openness"])
def test_a_post_from_elsewhere_is_refused(browser, portal, page):
    before = tokens(portal, "process")
    browser.post(
        f"{portal.absolute_url()}/@@qms-classification-{page}", "scheme=process&confirm=1&text=symbol%3Bnazwa%0AA%3Bb"
    )
    assert browser.headers["status"].startswith("403")
    assert tokens(portal, "process") == before


def test_default_openness_is_changed(browser, portal):
    browser.open(f"{portal.absolute_url()}/{PANEL}")
    form = browser.getForm(action="qms-classification-openness")
    form.getControl(name="openness-Instruction").value = ["internal"]
    form.getControl(name="basis-Instruction").value = ["udip-5-1"]
    form.submit()
    transaction.begin()
    classification = getUtility(IClassification, context=portal)
    assert classification.default_openness("Instruction") == "internal"
    assert classification.default_basis("Instruction") == "udip-5-1"


def test_a_basis_that_does_not_support_the_openness_is_refused(browser, portal):
    browser.open(f"{portal.absolute_url()}/{PANEL}")
    form = browser.getForm(action="qms-classification-openness")
    form.getControl(name="openness-Instruction").value = ["bip"]
    form.submit()
    transaction.begin()
    assert getUtility(IClassification, context=portal).default_openness("Instruction") == "on_request"
