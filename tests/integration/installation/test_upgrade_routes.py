"""Editions that were on their way before there were routes go on along the route of their short form."""

from czest.qms.approval.interfaces import IWrongPasswords
from czest.qms.documents.content import state_of
from czest.qms.operations import gate
from Products.CMFCore.indexing import processQueue
import pytest
from support.people import PASSWORD
from support.picture import picture
from zope.component import getUtility


PROFILE = "czest.qms:default"
#: What a signature says since routes.
NEW_KEYS = ("stage", "participant", "on_behalf_name", "on_behalf_post", "mandate")


def without_route(edition):
    """Make an edition look as the version before left it."""
    with gate.opened("test"):
        edition.signatures = tuple(
            {name: value for name, value in signature.items() if name not in NEW_KEYS}
            for signature in edition.signatures
        )
        del edition.route


@pytest.fixture
def new_site(portal):
    return picture(portal)


@pytest.fixture
def editions(portal, office, new_site):
    """A site of version 1002: a draft, an edition half checked, one to be approved and one approved."""
    draft = office.draft(office.register())
    checked = office.submitted(office.register(), reviewers=["radca", "sprawdzajacy"])
    office.do("radca", checked, "review", password=PASSWORD)
    found = [draft, checked, office.reviewed(office.register()), office.approved(office.register())]
    for edition in found[1:]:
        without_route(edition)
    processQueue()
    for name in ("waiting_for", "not_waiting_for", "stage_due"):
        portal.portal_catalog.delIndex(name)
    portal.portal_catalog.delColumn("stage_due")
    portal.getSiteManager().unregisterUtility(getUtility(IWrongPasswords), IWrongPasswords)
    portal.portal_setup.setLastVersionForProfile(PROFILE, "1002")
    portal.portal_setup.upgradeProfile(PROFILE)
    return found


def waiting_for(portal, edition):
    processQueue()
    (brain,) = portal.portal_catalog.unrestrictedSearchResults(UID=edition.UID())
    return set(portal.portal_catalog.getIndexDataForRID(brain.getRID())["waiting_for"])


def test_the_site_is_as_a_new_one(portal, editions, new_site):
    assert picture(portal)["indexes"] == new_site["indexes"]
    assert picture(portal)["columns"] == new_site["columns"]
    assert picture(portal)["utilities"] == new_site["utilities"]


def test_the_catalog_knows_for_whom_they_wait(portal, editions):
    draft, checked, reviewed, approved = editions
    assert waiting_for(portal, draft) == {"autor"}
    assert "sprawdzajacy" in waiting_for(portal, checked) and "radca" not in waiting_for(portal, checked)
    assert "zatwierdzajacy" in waiting_for(portal, reviewed)
    assert waiting_for(portal, approved) == set()


def test_they_go_on_to_approval(office, editions):
    _draft, checked, _reviewed, _approved = editions
    office.do("sprawdzajacy", checked, "review", password=PASSWORD)
    assert state_of(checked) == "pending_approval"
    office.do("zatwierdzajacy", checked, "approve", password=PASSWORD)
    assert state_of(checked) == "approved"
    assert len(checked.signatures) == 3
