"""Definition, facts, specification and behaviour of every workflow say the same of every state and every person."""

from czest.qms.documents.content import state_of
from czest.qms.operations.base import operations_of
from czest.qms.workflows.facts import facts_of
from czest.qms.workflows.live import live_xml
from czest.qms.workflows.live import shipped_xml
from czest.qms.workflows.rules.parsing import definition_of
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest
from support import lives
from support.people import hire_everybody
from zope.globalrequest import getRequest


#: Type → its workflow.
WORKFLOWS = {
    "Edition": "qms_edition_workflow",
    "Procedure": "qms_document_workflow",
    "Record": "qms_record_workflow",
    "RecordSeries": "qms_series_workflow",
    "DisposalList": "qms_disposal_workflow",
    "LegalAct": "qms_act_workflow",
    "Library": "qms_library_workflow",
    "Acts": "qms_library_workflow",
    "Records": "qms_library_workflow",
    "Archive": "qms_archive_workflow",
}


@pytest.fixture
def site_begins_with():
    return (hire_everybody, lives.live)


@pytest.fixture(params=WORKFLOWS)
def portal_type(request):
    return request.param


@pytest.fixture
def definition(portal, portal_type):
    return definition_of(live_xml(WORKFLOWS[portal_type]))


@pytest.fixture
def objects(portal, portal_type):
    return lives.objects(portal_type)


def test_every_state_is_lived_through(definition, objects):
    assert {state_of(content) for content in objects} == set(definition.states)


def test_the_live_definition_is_the_shipped_one(definition, portal_type):
    assert definition == definition_of(shipped_xml(WORKFLOWS[portal_type]))


def test_permissions_are_those_of_the_definition(definition, objects):
    wrong = []
    for content in objects:
        state = definition.states[state_of(content)]
        for login in lives.PEOPLE:
            roles = lives.roles_of(login, content)
            with api.env.adopt_user(username=login):
                for permission, grant in state.permissions.items():
                    expected = bool(roles & grant.roles)
                    if api.user.has_permission(permission, obj=content) != expected:
                        wrong.append((state.id, login, permission, "expected" if expected else "unexpected"))
    assert not wrong


def test_who_may_is_what_the_facts_say(objects, portal_type):
    wrong, done = [], set()
    facts = {fact.id: fact for fact in facts_of(portal_type) if fact.is_asked}
    for content in objects:
        state = state_of(content)
        for login in lives.PEOPLE:
            words = lives.words_of(login, content)
            with api.env.adopt_user(username=login):
                for operation in operations_of(content, getRequest()):
                    fact = facts[operation.id]
                    is_in_time = fact.possible_in is None or state in fact.possible_in
                    is_his = bool(words & set(fact.who))
                    refused = operation.person_refusal()
                    if is_in_time and (refused is None) != is_his:
                        wrong.append((state, login, operation.id, "may" if refused is None else "may not"))
                    if operation.refusal() is None:
                        done.add((operation.id, state))
                        if not is_in_time:
                            wrong.append((state, login, operation.id, "out of time"))
    assert not wrong
    print(
        sorted(
            {
                (f.id, s)
                for f in facts.values()
                for s in (f.possible_in or ())
                if (f.id, s) not in done and s in {state_of(o) for o in objects}
            }
        )
    )


def test_no_transition_without_its_operation(definition, objects):
    tool = api.portal.get_tool("portal_workflow")
    one_of_each = {state_of(content): content for content in objects}
    for state, content in one_of_each.items():
        for login in lives.PEOPLE:
            with api.env.adopt_user(username=login):
                for transition in definition.transitions:
                    with pytest.raises(WorkflowException):
                        tool.doActionFor(content, transition)
                assert not tool.listActionInfos(object=content), (state, login)
        assert state_of(content) == state
