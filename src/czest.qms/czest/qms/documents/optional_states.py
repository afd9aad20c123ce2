"""Which optional states this office has turned on, and for which kinds; the workflow manager writes the record."""

from Acquisition import aq_base
from czest.qms import _
from czest.qms.documents.rules.optional_states import is_offered
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.optional_states import PATTERNS
from plone import api
from zope import schema
from zope.interface import Interface


WORKFLOW = "qms_edition_workflow"
#: Name of the registry record.
RECORD = "czest.qms.optional_states"


class IOptionalStates(Interface):
    """The record of the registry, ``czest.qms.optional_states``."""

    optional_states = schema.Dict(
        title=_("Optional states of an edition"),
        description=_("A pattern with the kinds for which it is offered: none means every kind."),
        key_type=schema.ASCIILine(),
        value_type=schema.List(value_type=schema.ASCIILine()),
        default={},
    )


def choices():
    """Return what the office decided: id of a pattern → kinds; a pattern that is missing is turned off."""
    return api.portal.get_registry_record(RECORD, default=None) or {}


def live_states():
    """Return the ids of the optional states that the workflow of this site has."""
    workflow = api.portal.get_tool("portal_workflow").getWorkflowById(WORKFLOW)
    return tuple(state for state in OPTIONAL_STATES if state in workflow.states)


def keep_states():
    """Let this transaction and every other that changes which states the workflow has exclude each other.

    Turning a state off counts the editions in it, and entering it only reads that it is there: without this, both could
    be committed side by side. Reading the states as current would not do, because it is a conflict only where entering
    is committed last. So the set of states is written, which makes whichever is second begin again and see the other.
    """
    workflow = api.portal.get_tool("portal_workflow").getWorkflowById(WORKFLOW)
    aq_base(workflow.states)._p_changed = True


def offers(pattern_id, kind):
    """Tell whether an author may lead an edition into an optional state: its workflow has it, its kind is offered it.

    Parameters:
        pattern_id: key of ``PATTERNS``.
        kind: portal type of the document.
    """
    return PATTERNS[pattern_id].state in live_states() and is_offered(pattern_id, kind, choices())
