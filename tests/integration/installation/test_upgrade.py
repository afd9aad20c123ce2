"""A site of an earlier profile version is upgraded to what a new site has."""

from czest.qms.documents.settings import IDocumentSettings
from czest.qms.jobs.making import NOBODYS
from czest.qms.operations import gate
from czest.qms.upgrades.to_1001 import rights
from plone import api
from plone.registry.interfaces import IRegistry
from Products.CMFCore.indexing import processQueue
import pytest
from support.picture import picture
from zope.component import getUtility


PROFILE = "czest.qms:default"
FIRST, SECOND, THIRD = "1000", "1001", "1002"
VIEW = "View"
PORTLETS = {"Portlets: Manage portlets": "Manage portlets"}


@pytest.fixture
def new_site(portal):
    """The picture of a site that begins with the newest version."""
    return picture(portal)


@pytest.fixture
def earlier_site(portal, office, new_site):
    """A site of the first version: its workflows let other roles see, and its objects have those rights."""
    edition = office.in_force(office.register())
    state = portal.portal_workflow["qms_edition_workflow"].states["in_force"]
    with gate.opened("test"):
        for permission in (VIEW, "Access contents information"):
            state.setPermission(permission, 0, ["Manager"])
        portal.portal_workflow["qms_edition_workflow"].updateRoleMappingsFor(edition)
    processQueue()
    portal.portal_catalog.catalog_object(edition, idxs=["allowedRolesAndUsers"])
    portal.portal_setup.setLastVersionForProfile(PROFILE, FIRST)
    return edition


@pytest.fixture
def second_site(portal, office, new_site):
    """The picture of a site of the second version: undo is open at the root, portlets on documents, no configlet."""
    for name in NOBODYS:
        portal.getPhysicalRoot().manage_permission(name, roles=["Manager"], acquire=1)
    for workflow in ("qms_library_workflow", "qms_document_workflow", "qms_edition_workflow"):
        definition = portal.portal_workflow[workflow]
        definition.permissions = tuple(PORTLETS.get(name, name) for name in definition.permissions)
        for state in definition.states.values():
            state.permission_roles = {PORTLETS.get(name, name): held for name, held in state.permission_roles.items()}
    portal.portal_controlpanel.unregisterConfiglet("qms-documents")
    portal.portal_setup.setLastVersionForProfile(PROFILE, SECOND)
    return picture(portal)


@pytest.fixture
def third_site(portal, office, new_site):
    """The picture of a site of the third version: there are no legal acts."""
    with gate.opened("test"):
        portal._delObject("akty")
    portal.portal_workflow.setChainForPortalTypes(("Acts", "LegalAct"), None)
    portal.portal_types.manage_delObjects(["Acts", "LegalAct"])
    portal.portal_workflow.manage_delObjects(["qms_act_workflow"])
    del portal._czest_qms__Record_act_Permission
    records = getUtility(IRegistry).records
    for name in ("approval_basis", "act_required"):
        del records[f"{IDocumentSettings.__identifier__}.{name}"]
    records[f"{IDocumentSettings.__identifier__}.upload_limit"].value = 20
    portal.portal_setup.setLastVersionForProfile(PROFILE, THIRD)
    return picture(portal)


def test_legal_acts_come_to_an_earlier_site_and_its_settings_stay(portal, third_site, new_site):
    changed = {subject for subject, value in new_site.items() if third_site[subject] != value}
    assert changed == {"registry", "permissions", "types", "utilities", "workflows", "chains", "content"}
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    assert upgraded["registry"].pop(f"{IDocumentSettings.__identifier__}.upload_limit") == "20"
    del new_site["registry"][f"{IDocumentSettings.__identifier__}.upload_limit"]
    for subject, expected in new_site.items():
        assert upgraded[subject] == expected, subject
    with api.env.adopt_user(username="pracownik"):
        assert api.user.has_permission(VIEW, obj=portal["akty"])


def test_each_version_is_upgraded_to_what_a_new_site_has(portal, second_site, new_site):
    assert {subject for subject, value in new_site.items() if second_site[subject] != value} == {
        "permissions",
        "workflows",
        "control panel",
    }
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    for subject, expected in new_site.items():
        assert upgraded[subject] == expected, subject


def found(portal, edition):
    return [brain.getPath() for brain in portal.portal_catalog(UID=edition.UID())]


def test_the_upgrade_equals_a_new_installation(portal, earlier_site, new_site):
    assert picture(portal)["workflows"] != new_site["workflows"]
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    for subject, expected in new_site.items():
        assert upgraded[subject] == expected, subject


def test_the_newest_version_is_reached(portal, earlier_site):
    setup = portal.portal_setup
    assert setup.listUpgrades(PROFILE)
    setup.upgradeProfile(PROFILE)
    assert not setup.listUpgrades(PROFILE)
    assert setup.getLastVersionForProfile(PROFILE) == tuple(setup.getVersionForProfile(PROFILE).split("."))


@pytest.mark.parametrize("batch", [1, 500])
def test_rights_are_refreshed_and_nothing_else(portal, office, earlier_site, monkeypatch, batch):
    monkeypatch.setattr(rights, "BATCH", batch)
    digest, modified = earlier_site.digest, earlier_site.modified()
    with office.acting_as("pracownik"):
        assert not portal.portal_membership.checkPermission(VIEW, earlier_site)
        assert found(portal, earlier_site) == []
    portal.portal_setup.upgradeProfile(PROFILE)
    with office.acting_as("pracownik"):
        assert portal.portal_membership.checkPermission(VIEW, earlier_site)
        assert found(portal, earlier_site) == ["/".join(earlier_site.getPhysicalPath())]
    assert (earlier_site.digest, earlier_site.modified()) == (digest, modified)


def test_an_upgrade_may_run_again(portal, earlier_site):
    portal.portal_setup.upgradeProfile(PROFILE)
    before = picture(portal)
    portal.portal_setup.setLastVersionForProfile(PROFILE, FIRST)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert picture(portal) == before
