"""Tabs come from named adapters, the trail from the way to the object."""

from czest.qms.appearance.navigation import NavigationItem
from czest.qms.appearance.navigation import settings
from czest.qms.appearance.navigation import tabs
from czest.qms.appearance.navigation import trail
from czest.qms.interfaces import INavigationItem
from czest.qms.interfaces import IQmsLayer
from plone import api
from plone.app.testing import logout
from plone.base.interfaces import IPloneSiteRoot
import pytest
from zope.component import getGlobalSiteManager


class Guarded(NavigationItem):
    title = "Guarded"
    address = "guarded"
    permission = "czest.qms: Manage organisation"
    order = 5
    counter = 3


@pytest.fixture
def guarded_tab():
    manager = getGlobalSiteManager()
    registration = (Guarded, (IPloneSiteRoot, IQmsLayer), INavigationItem, "guarded")
    manager.registerAdapter(*registration)
    yield
    manager.unregisterAdapter(*registration)


def titles(portal, request):
    return [tab["title"] for tab in tabs(portal, request)]


def test_a_tab_is_for_those_who_may(portal, request_, guarded_tab):
    with api.env.adopt_roles(["Member"]):
        assert "Guarded" not in titles(portal, request_)
    with api.env.adopt_roles(["Quality Officer"]):
        assert titles(portal, request_)[:2] == ["Start", "Guarded"]


def test_the_tab_of_settings_is_for_those_who_may_set_up_anything(portal, request_):
    with api.env.adopt_roles(["Member"]):
        assert "Settings" not in titles(portal, request_)
    for role in ("Quality Officer", "Site Administrator"):
        with api.env.adopt_roles([role]):
            assert "Settings" in titles(portal, request_)
            assert {"Organisation", "Workflows", "Classification"}.isdisjoint(titles(portal, request_))


@pytest.mark.parametrize("role", ["Member", "Quality Officer", "Auditor", "Site Administrator", "Manager"])
def test_settings_are_the_control_panels_that_one_may_open(portal, request_, role):
    """Those of Plone stand behind one more; the organisation is none of Plone's."""
    panel, others = api.portal.get_tool("portal_controlpanel"), ("@@overview-controlpanel", "@@organisation")
    with api.env.adopt_roles([role]):
        ours = {one.getId() for one in panel.listActions() if one.getAppId() == "czest.qms"}
        own = {one["url"] for one in panel.enumConfiglets(group="Products") if one["id"] in ours}
        found = {page["url"] for page in settings(portal, request_)}
    assert found - {f"{portal.absolute_url()}/{name}" for name in others} == own


@pytest.mark.parametrize(
    ("path", "current"),
    [("", "Start"), ("/", "Start"), ("/guarded", "Guarded"), ("/guarded/deep", "Guarded"), ("/guardedness", None)],
)
def test_the_present_tab(portal, request_, guarded_tab, path, current):
    request_["ACTUAL_URL"] = portal.absolute_url() + path
    with api.env.adopt_roles(["Quality Officer"]):
        found = tabs(portal, request_)
    assert [tab["title"] for tab in found if tab["current"]] == ([current] if current else [])


def test_the_bulletin_has_a_tab_once_its_address_is_known(portal, request_):
    assert "BIP" not in titles(portal, request_)
    api.portal.set_registry_record("czest.qms.office.bulletin_address", "https://bip.example")
    tab = tabs(portal, request_)[-1]
    assert (tab["title"], tab["url"], tab["aside"]) == ("BIP", "https://bip.example", True)


def test_the_trail_leads_from_the_start_to_the_object(portal, request_):
    with api.env.adopt_roles(["Manager"]):
        library = portal["dokumenty"]
        steps = trail(library)
    assert [step["title"] for step in steps] == ["Start", library.title]
    assert steps[0]["url"] == portal.absolute_url()
    assert steps[-1]["url"] is None


def test_a_page_of_an_object_is_one_step_more(portal, request_):
    with api.env.adopt_roles(["Manager"]):
        steps = trail(portal["dokumenty"], "comparison")
    assert [step["url"] for step in steps][1:] == [portal["dokumenty"].absolute_url(), None]
    assert steps[-1]["title"] == "comparison"


def test_the_home_page_has_no_trail(portal, request_):
    assert trail(portal) == []


def test_what_may_not_be_viewed_is_not_named(portal, request_):
    logout()
    assert [step["title"] for step in trail(portal["dokumenty"], "x")] == ["Start", "x"]
