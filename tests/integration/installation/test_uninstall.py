"""The uninstall profile refuses while released editions exist, and else leaves a plain working Plone."""

from czest.qms import clock
from czest.qms.removal.refusal import FiledRecordsExist
from czest.qms.removal.refusal import LegalActsExist
from czest.qms.removal.refusal import ReleasedEditionsExist
from plone import api
from plone.app.testing import applyProfile
import pytest
from support.picture import picture
from zope.globalrequest import getRequest
from zope.i18n import translate


UNINSTALL = "profile-czest.qms:uninstall"
UNDO = "Undo changes"


def uninstall(portal):
    portal.portal_setup.runAllImportStepsFromProfile(UNINSTALL)


@pytest.fixture
def installed_and_removed(plain_site):
    """A plain site in which the product was installed and uninstalled; its picture of before."""
    before = picture(plain_site)
    applyProfile(plain_site, "czest.qms:default")
    assert "Library" in plain_site.portal_types
    uninstall(plain_site)
    return before


def test_nothing_of_ours_is_left(plain_site, installed_and_removed):
    after = picture(plain_site)
    for subject, expected in installed_and_removed.items():
        assert after[subject] == expected, subject


def test_profiles_count_as_not_installed(plain_site, installed_and_removed):
    assert plain_site.portal_setup.getLastVersionForProfile("czest.qms:default") == "unknown"


def test_it_can_be_installed_again(plain_site, installed_and_removed):
    applyProfile(plain_site, "czest.qms:default")
    assert plain_site["dokumenty"].portal_type == "Library"


def test_drafts_are_removed(portal, office):
    office.draft(office.register())
    uninstall(portal)
    assert "dokumenty" not in portal
    assert "akty" not in portal
    assert not portal.portal_catalog.unrestrictedSearchResults(portal_type=["Procedure", "Edition", "Library", "Acts"])


def capture(office, **data):
    return office.do("pracownik", office.portal["zapisy"], "capture", title="Protokół", jrwa_class="0142", **data)


def test_open_records_are_removed_with_their_series(portal, office):
    capture(office)
    uninstall(portal)
    assert "zapisy" not in portal
    assert not portal.portal_catalog.unrestrictedSearchResults(portal_type=["Record", "RecordSeries", "Records"])


def test_a_filed_record_stands_in_the_way_though_the_catalog_is_empty(portal, office):
    capture(office)
    record = capture(office, closed_on=clock.today())
    portal.portal_catalog.manage_catalogClear()
    with pytest.raises(FiledRecordsExist) as refused:
        uninstall(portal)
    assert "there are 1 of them" in str(refused.value)
    assert record.series[record.getId()].symbol == record.symbol


def test_undo_returns_to_the_managers_of_the_root(portal, app):
    app.manage_permission(UNDO, roles=[], acquire=0)
    uninstall(portal)
    assert "Manager" in app._Undo_changes_Permission


@pytest.mark.parametrize("state", ["approved", "in_force", "superseded", "withdrawn"])
def test_each_released_edition_stands_in_the_way(portal, office, state):
    document = office.register()
    make(office, document, state)
    with pytest.raises(ReleasedEditionsExist):
        uninstall(portal)


def make(office, document, state):
    if state == "approved":
        return office.approved(document)
    edition = office.in_force(document)
    if state == "superseded":
        office.in_force(document, change_description="Drugie wydanie")
    if state == "withdrawn":
        office.do("pelnomocnik", document, "withdraw", reason="Zbędny")
    return edition


def test_a_recorded_act_stands_in_the_way(portal, office):
    office.record_act()
    with pytest.raises(LegalActsExist) as refused:
        uninstall(portal)
    assert "there are 1 of them" in str(refused.value)
    assert "k.14.2024" in portal["akty"]


def test_the_refusal_counts_and_changes_nothing(portal, office):
    office.in_force(office.register())
    office.approved(office.register(title="Drugi dokument"))
    before = picture(portal)
    # The profile's version is noted by the tool itself; what matters is that our handlers wrote nothing.
    portal.portal_catalog.manage_catalogClear()
    with pytest.raises(ReleasedEditionsExist) as refused:
        uninstall(portal)
    sentence = translate(refused.value.message, context=getRequest(), target_language="en")
    assert "there are 2 of them" in sentence
    assert "begin a new site" in sentence
    assert str(refused.value) == sentence
    assert picture(portal) == before


def test_the_button_of_plone_says_why(portal, office, http_request):
    office.in_force(office.register())
    http_request.form["uninstall_product"] = "czest.qms"
    view = api.content.get_view("uninstall_products", portal, http_request)
    view()
    (message,) = [message.message for message in api.portal.get_tool("plone_utils").showPortalMessages(http_request)]
    assert "there are 1 of them" in message
    assert portal["dokumenty"]


def test_single_steps_of_the_profile_do_nothing(portal):
    before = picture(portal)
    for step in ("typeinfo", "workflow", "plone.app.registry", "rolemap", "componentregistry", "browserlayer"):
        portal.portal_setup.runImportStepFromProfile(UNINSTALL, step, run_dependencies=False)
    assert picture(portal) == before
