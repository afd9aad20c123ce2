"""Turning optional states on in a test site: the live workflow and the record, as the workflow manager writes them."""

from czest.qms.documents.optional_states import choices
from czest.qms.documents.optional_states import RECORD
from czest.qms.documents.optional_states import WORKFLOW
from czest.qms.documents.rules.optional_states import DRAFT
from czest.qms.documents.rules.optional_states import LIKE
from czest.qms.documents.rules.optional_states import PATTERNS
from plone import api
from Products.DCWorkflow.Transitions import TRIGGER_USER_ACTION


GUARD = {"guard_expr": "object/@@qms-operation"}


def turn_on(pattern_id, kinds=()):
    """Give the live workflow an optional state, and offer it for some kinds; for every kind without any."""
    add_to_workflow(PATTERNS[pattern_id])
    api.portal.set_registry_record(RECORD, {**choices(), pattern_id: list(kinds)})


def add_to_workflow(pattern):
    """Give the live workflow the state of a pattern with its transitions."""
    workflow = api.portal.get_tool("portal_workflow").getWorkflowById(WORKFLOW)
    workflow.states.addState(pattern.state)
    state = workflow.states[pattern.state]
    state.setProperties(title=str(pattern.title), transitions=pattern.exits)
    state.permission_roles = dict(workflow.states[LIKE].permission_roles)
    draft = workflow.states[DRAFT]
    draft.setProperties(title=draft.title, transitions=(*draft.getTransitions(), pattern.begin))
    steps = ((pattern.begin, pattern.begin_title, pattern.state), (pattern.end, pattern.end_title, DRAFT))
    for transition, title, target in steps:
        workflow.transitions.addTransition(transition)
        workflow.transitions[transition].setProperties(
            title=str(title), new_state_id=target, trigger_type=TRIGGER_USER_ACTION, props=GUARD
        )
