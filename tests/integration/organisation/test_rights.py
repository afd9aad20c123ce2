"""Posts give groups and roles through the user folder of the site, at once and at midnight."""

from AccessControl import getSecurityManager
from czest.qms import clock
from czest.qms.organisation import setup
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.messages import GROUPS
import datetime
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
import pytest
from support.counting import calls_of
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate


FIRST = datetime.date(2026, 3, 1)
LAST = datetime.date(2026, 3, 31)
ZONE = clock.OFFICE_ZONE


class KeptBySomebodyElse:
    """The directory as somebody other than the user of the tests keeps it: nobody gives rights to himself."""

    def __init__(self, directory):
        self.directory = directory

    def __getattr__(self, name):
        method = getattr(self.directory, name)

        def call(*arguments, **named):
            with api.env.adopt_user(username=SITE_OWNER_NAME):
                return method(*arguments, **named)

        return call


@pytest.fixture
def directory(portal):
    directory = KeptBySomebodyElse(getUtility(IDirectory))
    with clock.stopped_at(FIRST):
        directory.add_unit("FE", "Fundusze Europejskie i Rozwój")
        directory.add_unit("FE-EFS", "Referat obsługi projektów EFS", "FE")
        directory.add_post("kierownik-efs", "Kierownik Referatu", "FE-EFS", True, {"approver"})
        directory.add_post("inspektor-efs", "Inspektor", "FE-EFS", False, {"author", "reviewer"})
    return directory


@pytest.fixture
def folder(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    folder = api.content.create(portal, "Document", "akta", title="Akta")
    setRoles(portal, TEST_USER_ID, ["Member"])
    for permission in ("View", "Modify portal content"):
        folder.manage_permission(permission, ["Editor"], acquire=0)
    return folder


def may_modify(portal, context):
    """Ask as a new request would: the answers about local roles are remembered on the request."""
    IAnnotations(portal.REQUEST).clear()
    login(portal, TEST_USER_NAME)
    return bool(getSecurityManager().checkPermission("Modify portal content", context))


def test_a_local_role_of_a_group_follows_the_post_at_once(portal, directory, folder):
    folder.manage_setLocalRoles("unit-FE-EFS-authors", ["Editor"])
    with clock.stopped_at(FIRST):
        assert not may_modify(portal, folder)
        tenure = directory.appoint(TEST_USER_ID, "inspektor-efs", FIRST)
        assert may_modify(portal, folder)
        directory.change_post("inspektor-efs", "Inspektor", "FE-EFS", False, {"reviewer"})
        assert not may_modify(portal, folder)
        directory.change_post("inspektor-efs", "Inspektor", "FE-EFS", False, {"author"})
        assert may_modify(portal, folder)
        directory.end_tenure(tenure.id, FIRST - datetime.timedelta(1))
        assert not may_modify(portal, folder)


@pytest.mark.parametrize("group", ["unit-FE", "unit-FE-EFS", "unit-FE-EFS-authors", "post-kierownik-efs"])
def test_a_local_role_of_a_group_begins_and_ends_at_midnight_of_the_office(portal, directory, folder, group):
    folder.manage_setLocalRoles(group, ["Editor"])
    directory.appoint(TEST_USER_ID, "kierownik-efs", FIRST, LAST)
    for moment, expected in (
        (datetime.datetime(2026, 2, 28, 23, 59, 59, tzinfo=ZONE), False),
        (datetime.datetime(2026, 3, 1, 0, 0, tzinfo=ZONE), True),
        (datetime.datetime(2026, 3, 31, 23, 59, 59, tzinfo=ZONE), True),
        (datetime.datetime(2026, 4, 1, 0, 0, tzinfo=ZONE), False),
    ):
        with clock.stopped_at(moment):
            assert may_modify(portal, folder) is expected


def test_a_post_of_a_unit_gives_nothing_in_a_sister_unit(portal, directory, folder):
    directory.add_unit("FE-PI", "Referat Projektów Inwestycyjnych", "FE")
    folder.manage_setLocalRoles("unit-FE-PI", ["Editor"])
    folder.manage_setLocalRoles("unit-FE-authors", ["Editor"])
    with clock.stopped_at(FIRST):
        directory.appoint(TEST_USER_ID, "inspektor-efs", FIRST)
        assert not may_modify(portal, folder)


def test_global_roles_follow_the_post(portal, directory):
    with clock.stopped_at(FIRST):
        assert "Author" not in api.user.get_roles(TEST_USER_ID)
        directory.appoint(TEST_USER_ID, "inspektor-efs", FIRST, LAST)
        assert "Author" in api.user.get_roles(TEST_USER_ID)
        assert "Reviewer" not in api.user.get_roles(TEST_USER_ID)
    with clock.stopped_at(LAST + datetime.timedelta(1)):
        assert "Author" not in api.user.get_roles(TEST_USER_ID)


def test_groups_are_groups_of_plone(portal, directory):
    with clock.stopped_at(FIRST):
        directory.appoint(TEST_USER_ID, "inspektor-efs", FIRST)
        group = api.group.get("unit-FE-EFS-authors")
        title = translate(GROUPS["authors"](directory.unit("FE-EFS")), target_language="pl")
        assert title.startswith("FE-EFS Referat obsługi projektów EFS: ")
        assert group.getProperty("title") == title
        assert group.getGroupMemberIds() == [TEST_USER_ID]
        assert api.group.get("post-inspektor-efs").getProperty("title") == "Inspektor (FE-EFS)"
        assert "unit-FE" in {group.getId() for group in api.group.get_groups(username=TEST_USER_ID)}
        assert "unit-FE" in {group.getId() for group in api.group.get_groups()}
        assert api.group.get("unit-ZZ") is None
        assert api.group.get("Reviewers").getProperty("title") == "Reviewers"


def test_groups_can_be_searched_for(portal, directory):
    found = portal.acl_users.searchGroups(id="unit-FE", exact_match=True)
    assert [(info["id"], info["title"]) for info in found] == [("unit-FE", "FE Fundusze Europejskie i Rozwój")]
    assert {info["id"] for info in portal.acl_users.searchGroups(id="unit-fe-efs")} == {
        "unit-FE-EFS",
        "unit-FE-EFS-authors",
    }
    assert [info["id"] for info in portal.acl_users.searchGroups(title="kierownik")] == ["post-kierownik-efs"]
    assert len(portal.acl_users.organisation.enumerateGroups(max_results=2)) == 2
    ids = [info["id"] for info in portal.acl_users.organisation.enumerateGroups(sort_by="id")]
    assert ids == sorted(ids)
    assert portal.acl_users.organisation.enumerateGroups(email="x") == ()


def test_groups_themselves_belong_to_nothing_and_strangers_neither(portal, directory):
    directory.appoint("unit-FE", "inspektor-efs", FIRST)
    plugin = portal.acl_users.organisation
    group = plugin.getGroupById("unit-FE")
    assert plugin.getGroupsForPrincipal(group) == ()
    logout()
    assert plugin.getGroupsForPrincipal(api.user.get_current()) == ()
    assert plugin.getRolesForPrincipal(api.user.get_current()) == ()


def test_the_administrator_of_the_zope_root_is_left_alone(portal, app, directory):
    directory.directory.appoint(SITE_OWNER_NAME, "inspektor-efs", FIRST)
    with clock.stopped_at(FIRST):
        user = app.acl_users.getUser(SITE_OWNER_NAME)
        assert "Author" not in user.getRoles()
        assert "unit-FE" not in getattr(user, "getGroups", list)()


def test_damaged_data_take_rights_but_let_people_in(portal, directory, caplog, monkeypatch):
    directory.appoint(TEST_USER_ID, "inspektor-efs", FIRST)
    with clock.stopped_at(FIRST):
        assert "Author" in api.user.get_roles(TEST_USER_ID)
        del directory.organisation().posts["inspektor-efs"]
        roles = api.user.get_roles(TEST_USER_ID)
    assert "Member" in roles
    assert "Author" not in roles
    assert "nothing is granted" in caplog.text


def test_without_a_directory_the_plugin_grants_nothing(portal, directory):
    directory.appoint(TEST_USER_ID, "inspektor-efs", FIRST)
    portal.getSiteManager().unregisterUtility(directory.directory, IDirectory)
    with clock.stopped_at(FIRST):
        assert "Author" not in api.user.get_roles(TEST_USER_ID)
        assert api.group.get("unit-FE") is None
        assert portal.acl_users.organisation.getGroupIds() == ()
        assert portal.acl_users.organisation.getGroupMembers("unit-FE") == ()


def test_install_and_uninstall_may_be_repeated(portal, directory):
    directory.appoint(TEST_USER_ID, "inspektor-efs", FIRST)
    setup.install(portal)
    setup.uninstall(portal)
    setup.uninstall(portal)
    with clock.stopped_at(FIRST):
        assert "Author" not in api.user.get_roles(TEST_USER_ID)
        setup.install(portal)
        assert "Author" in api.user.get_roles(TEST_USER_ID)
    assert len(portal.acl_users.objectIds(["czest.qms Organisation Plugin"])) == 1


def test_rights_of_a_person_cost_the_same_in_a_small_office_and_in_a_large_one(portal, directory):
    directory = directory.directory

    def rights():
        return directory.group_ids("osoba0"), directory.roles("osoba0")

    with clock.stopped_at(FIRST):
        directory.appoint("osoba0", "inspektor-efs", FIRST)
        rights()
        small = calls_of(rights)
        for number in range(1, 1000):
            directory.appoint(f"osoba{number}", "inspektor-efs", FIRST)
        rights()
        assert calls_of(rights) == small
