"""Doors that were shut in new sites only."""

from czest.qms.jobs.making import forbid_undo_and_export
from czest.qms.upgrades.to_1001 import rights
from Products.CMFCore.utils import getToolByName


WORKFLOWS = ("qms_library_workflow", "qms_document_workflow", "qms_edition_workflow")
#: The title of the permission, which the definitions of version 1001 took for its name.
MISNAMED = "Manage portlets"


def upgrade(setup):
    """Shut undo, export and import at the root, take the portlets of ours from everybody, and add the configlet."""
    forbid_undo_and_export(setup.getPhysicalRoot())
    forget_misnamed(getToolByName(setup, "portal_workflow"))
    setup.runImportStepFromProfile(rights.PROFILE, "controlpanel", run_dependencies=False)
    rights.upgrade(setup)


def forget_misnamed(workflows):
    """Take the permission out of the definitions: reading them again adds to what is there."""
    for name in WORKFLOWS:
        definition = workflows[name]
        definition.permissions = tuple(kept for kept in definition.permissions if kept != MISNAMED)
        for state in definition.states.objectValues():
            held = state.permission_roles or {}
            state.permission_roles = {kept: roles for kept, roles in held.items() if kept != MISNAMED}
