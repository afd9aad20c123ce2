"""The definitions as they were shipped and as they live in the site, both as the XML of GenericSetup."""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
import contextlib
from czest.qms.bulletin.content import WORKFLOW as BULLETIN
from czest.qms.workflows.rules.parsing import definition_of
from functools import cache
from functools import lru_cache
from lxml import etree
from pathlib import Path
from plone import api
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from Products.DCWorkflow.exportimport import WorkflowDefinitionConfigurator
from Products.GenericSetup.context import SetupEnviron
from Products.GenericSetup.interfaces import IBody
from zope.component import getMultiAdapter


PROFILES = Path(__file__).parents[1] / "profiles"


@cache
def shipped_bindings():
    """Return ``{portal type: id of its workflow}`` as shipped."""
    tree = etree.parse(PROFILES / "default" / "workflows.xml")
    return {
        element.get("type_id"): element.find("bound-workflow").get("workflow_id")
        for element in tree.iterfind("bindings/type")
    }


def _types_by_workflow():
    found = {}
    for portal_type, workflow_id in shipped_bindings().items():
        found.setdefault(workflow_id, []).append(portal_type)
    return {workflow_id: tuple(types) for workflow_id, types in found.items()}


#: Id of a workflow of the intranet → portal types that it governs.
WORKFLOWS = _types_by_workflow()


def shipped_xml(workflow_id):
    """Return the definition of the intranet that came with the product, as bytes.

    Raises:
        KeyError: no such definition came with it.
    """
    path = PROFILES / "default" / "workflows" / workflow_id / "definition.xml"
    if not path.is_file():
        raise KeyError(workflow_id)
    return path.read_bytes()


@cache
def shipped_definitions():
    """Return ``{id: Definition}`` of all workflows of the intranet as shipped."""
    return {workflow_id: definition_of(shipped_xml(workflow_id)) for workflow_id in WORKFLOWS}


@cache
def shipped_bulletin():
    """Return the :class:`Definition` of the entries of the bulletin as shipped."""
    return definition_of((PROFILES / "bulletin" / "workflows" / BULLETIN / "definition.xml").read_bytes())


def live_xml(workflow_id):
    """Return the definition that the site works by, as bytes.

    Raises:
        KeyError: the site has no such workflow.
    """
    workflow = api.portal.get_tool("portal_workflow")[workflow_id]
    # The exporter is a template that asks for the rights of whoever may export the site; what it tells is no secret.
    with _as_system():
        return WorkflowDefinitionConfigurator(workflow).__of__(workflow).generateWorkflowXML()


def live_definition(workflow_id):
    """Return the :class:`Definition` that the site works by.

    Raises:
        KeyError: the site has no such workflow.
    """
    return _parsed(live_xml(workflow_id))


@lru_cache(maxsize=64)
def _parsed(xml):
    return definition_of(xml)


def write(workflow_id, xml):
    """Let the site work by a definition; the workflow is made where there is none.

    DCWorkflow's importer only adds and changes, so that what is in the workflow is taken out before.

    Parameters:
        xml: definition as bytes, from ``rules.editing.edited``.
    """
    tool = api.portal.get_tool("portal_workflow")
    if workflow_id not in tool:
        tool._setObject(workflow_id, DCWorkflowDefinition(workflow_id))
    workflow = tool[workflow_id]
    for part in (workflow.states, workflow.transitions, workflow.variables, workflow.worklists, workflow.scripts):
        for name in list(part.objectIds()):
            part._delObject(name)
    getMultiAdapter((workflow, SetupEnviron()), IBody).body = xml


@contextlib.contextmanager
def _as_system():
    manager = getSecurityManager()
    newSecurityManager(None, system)
    try:
        yield
    finally:
        setSecurityManager(manager)
