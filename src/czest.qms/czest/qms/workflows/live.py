"""The definitions as they were shipped and as they live in the site, both as the XML of GenericSetup."""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
import contextlib
from pathlib import Path
from plone import api
from Products.DCWorkflow.exportimport import WorkflowDefinitionConfigurator


PROFILES = Path(__file__).parents[1] / "profiles"


def shipped_xml(workflow_id):
    """Return the definition of the intranet that came with the product, as bytes.

    Raises:
        KeyError: no such definition came with it.
    """
    path = PROFILES / "default" / "workflows" / workflow_id / "definition.xml"
    if not path.is_file():
        raise KeyError(workflow_id)
    return path.read_bytes()


def live_xml(workflow_id):
    """Return the definition that the site works by, as bytes.

    Raises:
        KeyError: the site has no such workflow.
    """
    workflow = api.portal.get_tool("portal_workflow")[workflow_id]
    # The exporter is a template that asks for the rights of whoever may export the site; what it tells is no secret.
    with _as_system():
        return WorkflowDefinitionConfigurator(workflow).__of__(workflow).generateWorkflowXML()


@contextlib.contextmanager
def _as_system():
    manager = getSecurityManager()
    newSecurityManager(None, system)
    try:
        yield
    finally:
        setSecurityManager(manager)
