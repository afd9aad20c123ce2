"""Deputies are members of groups of their own from the first to the last day, and of nothing else."""

from AccessControl import getSecurityManager
from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.kinds import kind_problems
from czest.qms.organisation.rules.organisation import deputy_group
import datetime
from plone import api
from plone.restapi.interfaces import ISerializeToJson
import pytest
from support.people import hire_everybody
from zope.annotation.interfaces import IAnnotations
from zope.component import getMultiAdapter
from zope.component import getUtility


FIRST, LAST = datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)
ZONE = clock.OFFICE_ZONE
DEPUTY = "informatyk"

#: Moments on both sides of the first and the last midnight, and whether the deputy acts.
MOMENTS = (
    (datetime.datetime(2026, 2, 28, 23, 59, 59, tzinfo=ZONE), False),
    (datetime.datetime(2026, 3, 1, 0, 0, tzinfo=ZONE), True),
    (datetime.datetime(2026, 3, 31, 23, 59, 59, tzinfo=ZONE), True),
    (datetime.datetime(2026, 4, 1, 0, 0, tzinfo=ZONE), False),
)


@pytest.fixture
def directory(portal):
    hire_everybody()
    return getUtility(IDirectory)


@pytest.fixture
def folder(portal, directory):
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Document", "akta", title="Akta")
    for permission in ("View", "Access contents information"):
        folder.manage_permission(permission, ["Editor"], acquire=0)
    return folder


def may_view(portal, content, login=DEPUTY):
    """Ask as a new request would: the answers about local roles are remembered on the request."""
    IAnnotations(portal.REQUEST).clear()
    with api.env.adopt_user(username=login):
        return bool(getSecurityManager().checkPermission("View", content))


def is_found(portal, login=DEPUTY):
    with api.env.adopt_user(username=login):
        return bool(portal.portal_catalog(getId="akta"))


@pytest.mark.parametrize(
    "group, kinds",
    [
        (deputy_group("radca"), ()),
        (deputy_group("post-radca-prawny"), ()),
        (deputy_group("unit-OR"), ()),
        (deputy_group("radca", "Procedure"), ("Procedure",)),
        (deputy_group("unit-OR", "Instruction"), ("Procedure", "Instruction")),
    ],
)
def test_local_roles_and_catalog_follow_the_days_of_a_deputy(portal, directory, folder, group, kinds):
    folder.manage_setLocalRoles(group, ["Editor"])
    folder.reindexObject(idxs=["allowedRolesAndUsers"])
    directory.appoint_deputy("radca", DEPUTY, FIRST, LAST, "upoważnienie 3/2026", kinds)
    for moment, expected in MOMENTS:
        with clock.stopped_at(moment):
            assert may_view(portal, folder) is expected
            assert is_found(portal) is expected
            assert not may_view(portal, folder, "radca")


@pytest.mark.parametrize(
    "group",
    [
        "post-radca-prawny",
        "unit-OR",
        "unit-OR-authors",
        deputy_group("radca"),
        deputy_group("radca", "Instruction"),
        deputy_group("unit-IT", "Procedure"),
    ],
)
def test_a_deputy_for_procedures_belongs_to_no_other_group(portal, directory, folder, group):
    folder.manage_setLocalRoles(group, ["Editor"])
    directory.appoint_deputy("radca", DEPUTY, FIRST, LAST, "upoważnienie 3/2026", ["Procedure"])
    with clock.stopped_at(FIRST):
        assert not may_view(portal, folder)


def test_a_deputy_of_a_deputy_belongs_to_the_groups_of_neither_post(portal, directory):
    directory.appoint_deputy("radca", "autor2", FIRST, LAST, "upoważnienie 3/2026")
    directory.appoint_deputy("autor2", DEPUTY, FIRST, LAST, "upoważnienie 4/2026")
    with clock.stopped_at(FIRST):
        groups = set(api.user.get(DEPUTY).getGroups())
    assert {"deputy-autor2", "deputy-post-inspektor-or"} <= groups
    assert not {"deputy-radca", "deputy-post-radca-prawny"} & groups


def test_a_deputy_has_no_roles_of_the_person_represented(portal, directory):
    with clock.stopped_at(FIRST):
        before = set(api.user.get_roles(DEPUTY))
        directory.appoint_deputy("pelnomocnik", DEPUTY, FIRST, LAST, "upoważnienie 3/2026")
        assert "deputy-pelnomocnik" in api.user.get(DEPUTY).getGroups()
        assert set(api.user.get_roles(DEPUTY)) == before


def test_groups_of_deputies_are_in_no_list_and_no_search_but_answer_to_their_id(portal, directory):
    directory.appoint_deputy("radca", DEPUTY, FIRST, LAST, "upoważnienie 3/2026")
    with clock.stopped_at(FIRST):
        listed = {group.getId() for group in api.group.get_groups()}
        found = portal.acl_users.searchGroups(id="deputy-") + portal.acl_users.searchGroups(title="Zastępcy")
        group = api.group.get("deputy-radca")
        assert not any(name.startswith("deputy-") for name in listed)
        assert found == ()
        assert portal.acl_users.searchPrincipals(groups_first=True, id="deputy-radca") == ()
        assert group.getProperty("title") == "Zastępcy: radca"
        assert group.getGroupMemberIds() == [DEPUTY]
        assert portal.acl_users.organisation.getGroupsForPrincipal(group) == ()


def test_plone_shows_a_deputy_with_all_groups(portal, directory):
    directory.appoint_deputy("radca", DEPUTY, FIRST, LAST, "upoważnienie 3/2026")
    with clock.stopped_at(FIRST), api.env.adopt_roles(["Manager"]):
        answer = getMultiAdapter((api.user.get(DEPUTY), portal.REQUEST), ISerializeToJson)()
    assert "deputy-radca" in {group["id"] for group in answer["groups"]["items"]}


def test_sharing_is_shown_where_deputies_have_a_role(portal, directory, folder):
    folder.manage_setLocalRoles(deputy_group("post-radca-prawny"), ["Editor"])
    with api.env.adopt_roles(["Manager"]):
        shown = getMultiAdapter((folder, portal.REQUEST), name="sharing").role_settings()
    assert "deputy-post-radca-prawny" in {entry["id"] for entry in shown}


def test_kinds_and_logins_that_a_deputyship_cannot_have(portal):
    assert kind_problems("radca", ["Procedure", "Instruction"]) == []
    problems = kind_problems("jan-Procedure", ["Document", "Procedure"])
    assert [(problem.field, problem.code) for problem in problems] == [
        ("kinds", "unknown_kind"),
        ("person", "login_like_kind"),
    ]
