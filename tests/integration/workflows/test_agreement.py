"""Definition, facts, specification and behaviour of every workflow say the same of every state and every person."""

from AccessControl import getSecurityManager
from collections import defaultdict
from czest.qms.documents.content import state_of
from czest.qms.operations import roles
from czest.qms.operations.base import operations_of
from czest.qms.operations.interfaces import IStateOf
from czest.qms.workflows.facts import facts_of
from czest.qms.workflows.live import live_xml
from czest.qms.workflows.live import PROFILES
from czest.qms.workflows.live import shipped_xml
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.specifying import FILE
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest
from support import lives
from support.people import hire_everybody
from support.specifications import sections
from support.specifications import words_in
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

REMARKS = ("add-remark", "answer-remark", "resolve-remark", "reopen-remark")
#: ``(operation, state)`` → who may do it there, where its condition lets fewer do it than elsewhere.
FEWER = {
    **{(operation, "draft"): (roles.AUTHOR, roles.OWNER, roles.OFFICER) for operation in REMARKS},
    # The route has not begun: nobody is asked to check or to approve yet.
    **{
        (operation, state): (roles.AUTHOR, roles.OWNER, roles.ASKED, roles.OFFICER)
        for operation in REMARKS
        for state in ("in_agreement", "in_formal_check")
    },
}
#: Operations for which this office has no object: the bulletin is not there, or nobody signed anything outside.
NOT_LIVED = frozenset(
    {
        *("unpublish", "keep-archived", "keep-published", "revalidate"),
        *("begin-agreement", "answer-agreement", "end-agreement", "begin-formal-check", "end-formal-check"),
    }
)


@pytest.fixture
def site_begins_with():
    return (hire_everybody, lives.live)


@pytest.fixture(params=WORKFLOWS)
def portal_type(request):
    return request.param


def live_definition(portal_type):
    return definition_of(live_xml(WORKFLOWS[portal_type]))


def specification(portal_type):
    return sections(PROFILES / "default" / "workflows" / WORKFLOWS[portal_type] / FILE)


def in_lines(found):
    return "\n".join(map(str, found))


def test_permissions_are_those_of_the_definition(portal, portal_type):
    """Every person has every permission that the definition decides on exactly where it says so."""
    definition, written = live_definition(portal_type), specification(portal_type)
    wrong, given, states = [], defaultdict(set), set()
    for content in lives.objects(portal_type, most=2):
        state = definition.states[state_of(content)]
        states.add(state.id)
        for login in lives.PEOPLE:
            held = lives.roles_of(login, content)
            with api.env.adopt_user(username=login):
                for permission, grant in state.permissions.items():
                    granted = bool(getSecurityManager().checkPermission(permission, content))
                    if granted:
                        given[state.id].add(permission)
                    if granted != bool(held & grant.roles):
                        wrong.append((state.id, login, permission, "has" if granted else "has not"))
    assert not wrong, in_lines(wrong)
    assert states == set(definition.states)
    for state in definition.states.values():
        rows = {name: cells for name, cells in written[state.id].items() if name in state.permissions}
        assert given[state.id] <= set(rows)
        for name, (cell,) in rows.items():
            assert words_in(cell) == state.permissions[name].roles, (state.id, name)


def test_who_may_is_what_the_facts_say(portal, portal_type):
    """Every person may do every operation exactly where its facts name him and the state."""
    objects = lives.objects(portal_type)
    wrong, done = walked(objects, portal_type)
    assert not wrong, in_lines(wrong)
    written = specification(portal_type)
    assert {(name, state) for name, state in done if name not in written[state]} == set()
    facts = [fact for fact in facts_of(portal_type) if fact.is_asked]
    not_lived = list(missing(facts, {state_of(content) for content in objects}, done))
    assert not not_lived, in_lines(not_lived)


def walked(objects, portal_type):
    """Return what differs from the facts, and ``(operation, state)`` of all that somebody may do."""
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
                    is_his = not words.isdisjoint(FEWER.get((fact.id, state), fact.who))
                    person_may = operation.person_refusal() is None
                    may = person_may and operation.state_refusal() is None
                    if is_in_time and person_may != is_his:
                        wrong.append((state, login, fact.id, "may" if person_may else "may not"))
                    if may and not is_in_time:
                        wrong.append((state, login, fact.id, "too early or too late"))
                    if may:
                        done.add((fact.id, state))
    return wrong, done


def missing(facts, states, done):
    """Return ``(operation, state)`` that somebody should have been able to do.

    With a condition beside state and person, one state is enough: elsewhere it may not have been met.
    """
    for fact in facts:
        possible = {state for state in states if fact.possible_in is None or state in fact.possible_in}
        there = {state for name, state in done if name == fact.id}
        is_enough = bool(there) if fact.condition else there == possible
        if possible and not is_enough and fact.id not in NOT_LIVED:
            yield from ((fact.id, state) for state in possible - there)


class TestOptionalStates:
    """The same where the office has turned the optional states on."""

    @pytest.fixture
    def site_begins_with(self):
        return (hire_everybody, lives.live, lives.live_in_optional_states)

    def test_who_may_is_what_the_facts_say(self, portal):
        editions = [one for one in lives.objects("Edition") if state_of(one) in lives.BEFORE_ROUTE]
        assert {state_of(edition) for edition in editions} == lives.BEFORE_ROUTE
        wrong, done = walked(editions, "Edition")
        assert not wrong, in_lines(wrong)
        optional = {fact.id for fact in facts_of("Edition") if fact.id.endswith(("agreement", "formal-check"))}
        assert {name for name, _state in done} >= {"submit", "retract", *optional}


def test_no_transition_without_its_operation(portal):
    tool = api.portal.get_tool("portal_workflow")
    for portal_type in WORKFLOWS:
        definition = live_definition(portal_type)
        for content in lives.objects(portal_type, most=1):
            before = state_of(content)
            for login in lives.PEOPLE:
                with api.env.adopt_user(username=login):
                    for transition in definition.transitions:
                        with pytest.raises(WorkflowException):
                            tool.doActionFor(content, transition)
                    assert not tool.listActionInfos(object=content), (portal_type, before, login)
            assert state_of(content) == before


def test_transitions_are_made_by_those_who_say_so(portal):
    """By the operation itself where it is asked of the object, else by one on another object or a job."""
    for portal_type in WORKFLOWS:
        facts, transitions = facts_of(portal_type), set(live_definition(portal_type).transitions)
        asked = {fact.id: fact.fires for fact in facts if fact.is_asked}
        besides = {transition for fact in facts if not fact.is_asked for transition in fact.fires}
        made = [(transition, operation) for kind, transition, operation in lives.MADE if kind == portal_type]
        for transition, operation in made:
            assert transition in asked.get(operation, ()) or transition in besides, (transition, operation)
        assert {transition for fact in facts for transition in fact.fires} >= transitions
        # Lists pass their records on without events; histories tell of every transition.
        assert {one for content in lives.objects(portal_type, most=99) for one in lives.history(content)} == transitions


def test_letters_go_to_those_whom_the_facts_name(portal):
    got = set()
    for portal_type in WORKFLOWS:
        for fact in facts_of(portal_type):
            told = lives.TOLD.get((portal_type, fact.id)) if fact.is_asked else None
            if told is not None:
                named = set().union(*(lives.RECIPIENTS.get(word, set()) for word in fact.tells))
                assert told <= named, (portal_type, fact.id, told)
                got |= {fact.id} if told else set()
    assert got >= {"submit", "review", "return", "rewind", "revoke-approval", "request-publication"}


def test_the_live_definition_is_the_shipped_one(portal):
    for workflow_id in set(WORKFLOWS.values()):
        assert not differences(definition_of(shipped_xml(workflow_id)), definition_of(live_xml(workflow_id)))


def test_words_are_those_of_the_screens(portal):
    """States are called as everywhere, transitions as what makes them."""
    for portal_type in WORKFLOWS:
        definition, called = live_definition(portal_type), defaultdict(set)
        for fact in facts_of(portal_type):
            for transition in fact.fires:
                called[transition].add(fact.title)
        others = {one.id for one in definition.transitions.values() if one.title not in called[one.id]}
        # One operation makes several of these; each has a word of its own.
        assert others <= {"consent-partly", "begin-destruction", "begin-transfer"}
        for content in lives.objects(portal_type, most=1):
            standing = IStateOf(content, None)
            word = definition.states[state_of(content)].title
            assert standing is None or standing.word == word, (portal_type, word)
