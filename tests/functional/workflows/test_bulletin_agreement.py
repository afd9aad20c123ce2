"""Definition, facts, specification and behaviour of the entries of the bulletin say the same, as of all other workflows.

The bulletin is a site of its own: it knows no people of the office. Hence everybody is here whoever has a role.
"""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import SimpleUser
import contextlib
from czest.qms import clock
from czest.qms.bulletin.content import WORKFLOW
from czest.qms.operations.base import operations_of
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.jobs import KeepBulletin
from czest.qms.workflows.drift import shipped_rolemap
from czest.qms.workflows.facts import facts_of
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import PROFILES
from czest.qms.workflows.live import shipped_bulletin
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.specifying import FILE
import datetime
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest
from support.people import PASSWORD
from support.people import POSTS
from support.publishing import ALL_NO
from support.publishing import REQUEST
from support.specifications import sections
from support.specifications import words_in
import transaction
from zope.globalrequest import getRequest


TYPE = "BulletinEntry"
#: Last day in the bulletin of the entry that the scheduler takes off.
LAST_DAY = "2031-12-31"
USUAL_ROLES = ("Anonymous", "Authenticated", "Member", "Owner", "Contributor", "Editor", "Reader", "Reviewer")


@pytest.fixture
def entries(office, client, bulletin):
    """Editions whose entries stand in every state, ``{edition: (state of its entry, transitions it went through)}``."""
    kept, archived, withdrawn, withdrawn_later, over = (office.in_force(office.register()) for _number in range(5))
    transaction.commit()
    for edition in (kept, archived, withdrawn, withdrawn_later, over):
        last_day = LAST_DAY if edition is over else "2099-12-31"
        publish(client, edition, last_day)
    transaction.begin()
    for edition in (archived, withdrawn_later):
        office.in_force(edition.document)
    transaction.commit()
    for edition in (withdrawn, withdrawn_later):
        answer = client("redaktor-bip").operate(edition.absolute_url(), "unpublish", reason="Omyłka")
        assert answer.status_code == 200, answer.text
    transaction.begin()
    with clock.stopped_at(datetime.date.fromisoformat(LAST_DAY) + datetime.timedelta(days=1)):
        KeepBulletin().run()
    transaction.commit()
    return {
        kept: ("published", ()),
        archived: ("archived", ("archive",)),
        withdrawn: ("withdrawn", ("withdraw",)),
        withdrawn_later: ("withdrawn", ("archive", "withdraw")),
        over: ("withdrawn", ("withdraw",)),
    }


def publish(client, edition, last_day):
    asked = client("autor").operate(edition.absolute_url(), "request-publication", **{**REQUEST, "bip_until": last_day})
    assert asked.status_code == 200, asked.text
    published = client("redaktor-bip").operate(edition.absolute_url(), "publish", password=PASSWORD, checklist=ALL_NO)
    assert published.status_code == 200, published.text


def entry_of(site, edition):
    return site["dokumenty"][edition.document.symbol]["wydanie-1"]


@contextlib.contextmanager
def with_role(role):
    """Work as somebody who has one role, in whatever site."""
    before = getSecurityManager()
    newSecurityManager(None, SimpleUser("somebody", "", (role,), ()))
    try:
        yield getSecurityManager()
    finally:
        setSecurityManager(before)


def every_role():
    roles, _permissions = shipped_rolemap()
    return (*USUAL_ROLES, "Site Administrator", "Manager", *sorted(roles - set(USUAL_ROLES)))


def test_every_state_role_permission_and_transition(portal, entries):
    written = sections(PROFILES / "bulletin" / "workflows" / WORKFLOW / FILE)
    wrong, states, made = [], set(), set()
    with opened_bulletin(portal) as site:
        definition = live_definition(WORKFLOW)
        assert not differences(shipped_bulletin(), definition)
        for edition, (state_id, transitions) in entries.items():
            entry = entry_of(site, edition)
            assert entry.state == state_id
            assert tuple(one["action"] for one in entry.workflow_history[WORKFLOW] if one["action"]) == transitions
            states.add(state_id)
            made.update(transitions)
            for role in every_role():
                wrong += [(state_id, role, *one) for one in differing(entry, role, definition.states[state_id])]
                wrong += [(state_id, role, one) for one in possible(entry, role, definition.transitions)]
    assert not wrong, "\n".join(map(str, wrong))
    assert states == set(definition.states)
    assert made == set(definition.transitions)
    for state_id, state in definition.states.items():
        for name, grant in state.permissions.items():
            named = words_in(written[state_id][name][0]) if name in written[state_id] else set()
            assert named == grant.roles, (state_id, name)


def differing(entry, role, state):
    """Yield the permissions that somebody with a role has, or has not, other than the definition says."""
    with with_role(role) as manager:
        for permission, grant in state.permissions.items():
            has = bool(manager.checkPermission(permission, entry))
            if has != bool({role, "Anonymous"} & grant.roles):
                yield permission, has


def possible(entry, role, transitions):
    """Yield the transitions that somebody with a role can make: the guard is to leave none to anybody."""
    tool = api.portal.get_tool("portal_workflow")
    with with_role(role):
        for transition in transitions:
            with contextlib.suppress(WorkflowException):
                tool.doActionFor(entry, transition)
                yield transition


def test_who_may_move_an_entry_is_what_the_facts_say(office, entries):
    """In the intranet: of the bulletin's own transitions people ask for one, and those only whom its facts name."""
    facts = facts_of(TYPE)
    assert not [fact for fact in facts if fact.is_asked]
    (by_people,) = [fact for fact in facts if fact.who == (BIP_EDITOR,)]
    editors = {login for login, (*_post, entitlements) in POSTS.items() if "bip_editor" in entitlements}
    wrong = []
    for edition, (state_id, _transitions) in entries.items():
        for login in (*POSTS, "administrator", "manager"):
            with office.acting_as(login):
                found = {one.id: one for one in operations_of(edition, getRequest())}
                may = by_people.id in found and found[by_people.id].refusal() is None
            if may != (login in editors and state_id in by_people.possible_in):
                wrong.append((state_id, login, may))
    assert not wrong, "\n".join(map(str, wrong))


def test_facts_and_specification_name_the_same_transitions(entries):
    written = sections(PROFILES / "bulletin" / "workflows" / WORKFLOW / FILE)
    facts = facts_of(TYPE)
    assert {transition for fact in facts for transition in fact.fires} == set(shipped_bulletin().transitions)
    for state_id, rows in written.items():
        here = {fact.id for fact in facts if state_id in fact.possible_in}
        assert set(rows) - set(shipped_bulletin().states[state_id].permissions) == here
