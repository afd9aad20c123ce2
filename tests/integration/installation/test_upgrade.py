"""A site of an earlier profile version is upgraded to what a new site has."""

from czest.qms.approval.identity.settings import accepted_ways
from czest.qms.approval.identity.settings import PREFIX
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.interfaces import IUsedProofs
from czest.qms.approval.reminders import Remind
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.jobs.making import NOBODYS
from czest.qms.jobs.sending import SendMail
from czest.qms.operations import gate
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
from czest.qms.publication.requests.interfaces import KEEPER_PERMISSION
from czest.qms.upgrades.to_1001 import rights
from czest.qms.workplace.digest import SendDigests
from czest.qms.workplace.unsent import may_manage_messages
from plone import api
from plone.registry.interfaces import IRegistry
from Products.CMFCore.indexing import processQueue
import pytest
from support.picture import picture
from support.routes import procedures
from zope.component import getSiteManager
from zope.component import getUtility
from zope.component import queryUtility


PROFILE = "czest.qms:default"
FIRST, SECOND, THIRD, FOURTH = "1000", "1001", "1002", "1003"
MESSAGES = "czest.qms: Manage messages"
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
    """The picture of a site of the third version: nowhere to keep templates of routes, and no configlet for them."""
    portal.getSiteManager().unregisterUtility(getUtility(IRouteTemplates), IRouteTemplates)
    portal.portal_controlpanel.unregisterConfiglet("qms-routes")
    portal.portal_setup.setLastVersionForProfile(PROFILE, THIRD)
    return picture(portal)


@pytest.fixture
def site_without_acts(portal, office, new_site):
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


def test_a_site_without_templates_gets_their_place_and_keeps_its_data(portal, office, third_site, new_site):
    changed = {subject for subject, value in new_site.items() if third_site[subject] != value}
    assert changed == {"utilities", "control panel"}
    trail, directory = getUtility(ITrail), getUtility(IDirectory)
    office.approved(office.register())
    portal.portal_setup.upgradeProfile(PROFILE)
    assert picture(portal) == new_site
    assert (getUtility(ITrail), getUtility(IDirectory)) == (trail, directory)
    assert getUtility(IRouteTemplates).templates() == []


def test_what_is_kept_is_not_lost_by_a_second_upgrade(portal, office):
    office.keep_template(procedures())
    portal.portal_setup.setLastVersionForProfile(PROFILE, THIRD)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert getUtility(IRouteTemplates).templates() == [procedures()]


def test_legal_acts_come_to_an_earlier_site_and_its_settings_stay(portal, site_without_acts, new_site):
    changed = {subject for subject, value in new_site.items() if site_without_acts[subject] != value}
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


#: What came with the outbox.
RECORDS = (
    "czest.qms.office.address",
    "czest.qms.documents.settings.IDocumentSettings.remind_before",
    "czest.qms.documents.settings.IDocumentSettings.remind_every",
    "czest.qms.documents.settings.IDocumentSettings.escalate_after",
)


@pytest.fixture
def site_without_outbox(portal, office, new_site):
    """A site of the third version, in which the office has settings of its own and a document on its way."""
    for provided in (IOutbox, INotificationPreferences):
        getSiteManager().unregisterUtility(getUtility(provided), provided)
    records = getUtility(IRegistry).records
    for name in RECORDS:
        del records[name]
    portal.portal_setup.setLastVersionForProfile(PROFILE, THIRD)
    records["czest.qms.office.contact"].value = "Sekretariat"
    return office.draft(office.register(), reviewers=["radca"])


def test_the_outbox_comes_with_an_upgrade(portal, office, site_without_outbox, new_site):
    assert Remind().run() is SendDigests().run() is SendMail().run() is None
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    assert upgraded["utilities"] == new_site["utilities"]
    assert set(upgraded["registry"]) == set(new_site["registry"])
    assert upgraded["registry"]["czest.qms.office.contact"] == "'Sekretariat'"
    office.do("autor", site_without_outbox, "submit")
    assert getUtility(IOutbox).counts()["waiting"] == 1


def test_before_the_upgrade_work_goes_on(office, site_without_outbox):
    office.do("autor", site_without_outbox, "submit")
    assert queryUtility(IOutbox) is None


def test_an_upgrade_keeps_what_waits(portal, office):
    getUtility(IOutbox).put("a", "radca@urzad.example", "Temat", "Treść")
    portal.portal_setup.setLastVersionForProfile(PROFILE, THIRD)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert getUtility(IOutbox).counts()["waiting"] == 1


@pytest.fixture
def site_without_inbox(portal, office, new_site):
    """A site of version 1003 with an edition on its way and one in force; nobody may look after messages."""
    office.in_force(office.register())
    edition = office.submitted(office.register(), reviewers=["radca"])
    processQueue()
    portal.portal_catalog.delIndex("written_by")
    portal.manage_permission(MESSAGES, [], acquire=1)
    portal.portal_setup.setLastVersionForProfile(PROFILE, FOURTH)
    return edition


def test_the_authors_and_the_keepers_of_messages_come_with_an_upgrade(portal, site_without_inbox, new_site):
    changed = {subject for subject, value in new_site.items() if picture(portal)[subject] != value}
    assert changed == {"permissions", "indexes"}
    portal.portal_setup.upgradeProfile(PROFILE)
    assert picture(portal) == new_site
    with api.env.adopt_user(username="autor"):
        assert [brain.UID for brain in portal.portal_catalog(written_by="autor")] == [site_without_inbox.UID()]
    with api.env.adopt_user(username="administrator"):
        assert may_manage_messages()


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


@pytest.fixture
def picture_without_provider(portal, office, new_site):
    """The picture of a site of the fourth version: nothing of an identity provider."""
    portal.getSiteManager().unregisterUtility(getUtility(IUsedProofs), IUsedProofs)
    records = getUtility(IRegistry).records
    for name in [name for name in records if name.startswith(f"{PREFIX}.")]:
        del records[name]
    portal.portal_controlpanel.unregisterConfiglet("qms-identity")
    portal.portal_setup.setLastVersionForProfile(PROFILE, FOURTH)
    return picture(portal)


def test_the_identity_provider_comes_to_an_earlier_site_turned_off(portal, office, picture_without_provider, new_site):
    changed = {subject for subject, value in new_site.items() if picture_without_provider[subject] != value}
    assert changed == {"utilities", "registry", "control panel"}
    assert accepted_ways() == ("password",)
    office.approved(office.register())
    portal.portal_setup.upgradeProfile(PROFILE)
    assert picture(portal) == new_site
    assert accepted_ways() == ("password",)
    office.approved(office.register())


def test_settings_of_the_identity_provider_survive_a_second_upgrade(portal, office):
    api.portal.set_registry_record(f"{PREFIX}.issuer", "https://login.urzad.example")
    used = getUtility(IUsedProofs)
    portal.portal_setup.setLastVersionForProfile(PROFILE, FOURTH)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert api.portal.get_registry_record(f"{PREFIX}.issuer") == "https://login.urzad.example"
    assert getUtility(IUsedProofs) is used


@pytest.fixture
def picture_without_publication(portal, new_site):
    """The picture of a site of version 1003: no ledger, no settings, and nobody may publish."""
    portal.getSiteManager().unregisterUtility(getUtility(IPublicationLedger), IPublicationLedger)
    records = getUtility(IRegistry).records
    for name in [name for name in records if name.startswith("czest.qms.publication.")]:
        del records[name]
    portal.getSiteManager().unregisterUtility(getUtility(IAccessibilityRequests), IAccessibilityRequests)
    for permission in (EDITOR_PERMISSION, KEEPER_PERMISSION):
        portal.manage_permission(permission, [], acquire=1)
    portal.portal_setup.setLastVersionForProfile(PROFILE, FOURTH)
    return picture(portal)


def test_publication_comes_with_an_upgrade(portal, office, picture_without_publication, new_site):
    changed = {subject for subject, value in new_site.items() if picture_without_publication[subject] != value}
    assert changed == {"utilities", "registry", "permissions"}
    office.in_force(office.in_force(office.register()).document)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert picture(portal) == new_site


def test_what_was_published_survives_a_second_upgrade(portal):
    ledger, requests = getUtility(IPublicationLedger), getUtility(IAccessibilityRequests)
    pages, journal = ledger.pages, ledger.journal
    portal.portal_setup.setLastVersionForProfile(PROFILE, FOURTH)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert (getUtility(IPublicationLedger), getUtility(IAccessibilityRequests)) == (ledger, requests)
    assert (ledger.pages, ledger.journal) == (pages, journal)


def test_a_ledger_of_an_earlier_make_gets_pages_and_journal(portal):
    ledger = getUtility(IPublicationLedger)
    del ledger.pages, ledger.journal
    portal.portal_setup.setLastVersionForProfile(PROFILE, FOURTH)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert ledger.pages.newest("instrukcja").number == 1
    assert ledger.journal.unreviewed() == []
