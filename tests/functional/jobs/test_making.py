"""A new office gets an empty site with one administrator, whose password nobody else knows."""

from czest.qms.jobs import making
from czest.qms.jobs.refusals import SiteExists
from czest.qms.jobs.refusals import UnfitPassword
from czest.qms.jobs.site import opened_root
import pytest


PASSWORD = "a long enough password"


@pytest.fixture
def made(functional):
    with opened_root() as root:
        portal = making.make_site(root, site_id="office")
        making.add_administrator(portal, "szefowa", PASSWORD, "szefowa@example.org")
        yield portal


def test_site_of_an_office(made):
    assert made.getProperty("title") == making.TITLE
    assert made.portal_registry["plone.default_language"] == "pl"
    assert made.portal_registry["plone.portal_timezone"] == "Europe/Warsaw"
    assert "dokumenty" in made
    assert made.portal_setup.getLastVersionForProfile("czest.qms:default") != "unknown"
    assert made.portal_setup.getLastVersionForProfile("czest.qms:demo") == "unknown"
    assert [brain.getId for brain in made.portal_catalog.unrestrictedSearchResults(portal_type="Procedure")] == []


def test_only_account_is_the_administrator(made):
    users = made.acl_users
    assert list(users.source_users.getUserIds()) == ["szefowa"]
    assert users.source_users.authenticateCredentials({"login": "szefowa", "password": PASSWORD}) is not None
    assert users.source_users.authenticateCredentials({"login": "szefowa", "password": "szefowa"}) is None
    assert {"Manager", "Site Administrator"} <= set(users.getUserById("szefowa").getRoles())


@pytest.mark.parametrize("permission", ["Undo changes", "Import/Export objects"])
def test_nobody_undoes_or_exports_even_at_the_root(made, permission):
    root = made.aq_parent
    granted = [role["name"] for role in root.rolesOfPermission(permission) if role["selected"]]
    assert granted == []
    assert not root.acquiredRolesAreUsedBy(permission)


def test_second_site_is_refused(made):
    with pytest.raises(SiteExists, match="exists already; nothing was changed"):
        making.make_site(made.aq_parent, site_id="office")


@pytest.mark.parametrize("password", ["", "short", "eleven char"])
def test_short_password(password):
    with pytest.raises(UnfitPassword, match="12 characters"):
        making.require_password(password)
