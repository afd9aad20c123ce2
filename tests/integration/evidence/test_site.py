"""The trail on a Plone site: registered once, kept for good, and with no door for requests."""

from AccessControl import Unauthorized
from AccessControl.ZopeGuards import guarded_getattr
from czest.qms.evidence.interfaces import IHasTrail
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.evidence.verification import broken_chains
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
from zExceptions import NotFound
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface.verify import verifyObject


UTILITY_ID = "czest.qms.evidence.interfaces.ITrail"


@pytest.fixture
def trail(portal):
    return getUtility(ITrail)


def append(trail):
    return trail.append("u1", label="PS-01", operation="save", actor="autor")


def test_the_site_has_a_trail(trail):
    assert verifyObject(ITrail, trail)


def test_another_run_of_the_profile_keeps_the_entries(portal, trail):
    entry = append(trail)
    applyProfile(portal, "czest.qms:default")
    assert getUtility(ITrail).entries("u1") == [entry]


def test_an_entry_not_committed_yet_verifies(trail):
    append(trail)
    assert trail.verify("u1").valid


def test_a_new_site_is_whole(trail):
    assert list(broken_chains()) == []


@pytest.mark.parametrize("name", ["append", "entries", "stored", "verify", "uids", "_chains"])
def test_not_even_a_manager_reaches_the_utility_through_restricted_code(portal, trail, name):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    append(trail)
    with pytest.raises(Unauthorized):
        guarded_getattr(trail, name)
    with pytest.raises(Unauthorized):
        guarded_getattr(trail._chains["u1"], "texts")


@pytest.mark.parametrize("path", ["++etc++site/" + UTILITY_ID, UTILITY_ID, f"_components/{UTILITY_ID}"])
def test_no_address_leads_to_the_utility(portal, path):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    with pytest.raises((AttributeError, KeyError, NotFound, Unauthorized)):
        portal.restrictedTraverse(path)


def test_an_object_keeps_its_own_chain_by_default(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    document = api.content.create(portal, "Document", "page")
    alsoProvides(document, IHasTrail)
    assert ITrailKey(document).trail_uid == api.content.get_uuid(document)


def test_an_object_without_a_trail_has_no_key(portal):
    with pytest.raises(TypeError):
        ITrailKey(portal.portal_catalog)
