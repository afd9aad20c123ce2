"""The rights of documents and editions brought in line with the workflow definitions of the profile."""

from czest.qms.operations import gate
import logging
from Products.CMFCore.utils import getToolByName
import transaction


logger = logging.getLogger(__name__)

PROFILE = "profile-czest.qms:default"
TYPES = ("Library", "Procedure", "Instruction", "Edition")
#: How many objects are held in memory at once.
BATCH = 500


def upgrade(setup):
    """Read the definitions again, then apply them to every object of ours."""
    setup.runImportStepFromProfile(PROFILE, "workflow", run_dependencies=False)
    refresh(getToolByName(setup, "portal_catalog"), getToolByName(setup, "portal_workflow"))


def refresh(catalog, workflows):
    """Apply the permissions of the present states, with the index of who may see what.

    The metadata is left as it is: neither dates nor content change, so no released edition does.
    """
    done = 0
    for brain in catalog.unrestrictedSearchResults(portal_type=TYPES, sort_on="path"):
        content = brain._unrestrictedGetObject()
        # The attributes of permissions are attributes of controlled objects, which only operations set.
        with gate.opened("upgrade"):
            changed = [workflow.updateRoleMappingsFor(content) for workflow in workflows.getWorkflowsFor(content)]
        if any(changed):
            catalog.catalog_object(content, brain.getPath(), idxs=["allowedRolesAndUsers"], update_metadata=False)
        done += 1
        if done % BATCH == 0:
            transaction.savepoint(optimistic=True)
            catalog._p_jar.cacheGC()
            logger.info("The rights of %d objects are up to date", done)
    logger.info("The rights of all %d objects are up to date", done)
