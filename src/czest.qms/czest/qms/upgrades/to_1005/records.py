"""Records with their series, which sites made before do not know."""

from Acquisition import aq_parent
from czest.qms.records.setup import make_records
from czest.qms.upgrades.to_1001.rights import BATCH
from czest.qms.upgrades.to_1001.rights import PROFILE
import logging
from Products.CMFCore.utils import getToolByName
import transaction


logger = logging.getLogger(__name__)

PERMISSIONS = {
    "czest.qms: Keep records": ["Archivist", "Quality Officer", "Reader"],
    "czest.qms: Manage record series": ["Archivist", "Quality Officer"],
    "czest.qms: Hold records": ["Archivist", "Quality Officer"],
    "czest.qms: Dispose of records": ["Archivist"],
}
CHAINS = {
    "Records": "qms_library_workflow",
    "RecordSeries": "qms_series_workflow",
    "Record": "qms_record_workflow",
}
#: Documents have a class and a category too.
CLASSIFIED = ("Procedure", "Instruction", "FormTemplate")
NEW_INDEXES = ("jrwa_class", "archival_category")


def upgrade(setup):
    """Add types, workflows, permissions, indexes and the container; index the classes of what is there."""
    portal = aq_parent(setup)
    for step in ("typeinfo", "workflow", "catalog"):
        setup.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    workflows = getToolByName(setup, "portal_workflow")
    for kind, workflow in CHAINS.items():
        workflows.setChainForPortalTypes([kind], [workflow])
    for permission, roles in PERMISSIONS.items():
        portal.manage_permission(permission, roles, acquire=0)
    index_classes(getToolByName(setup, "portal_catalog"))
    make_records(portal)


def index_classes(catalog):
    """Index the class and the category of every document, and note them in its row."""
    done = 0
    for brain in catalog.unrestrictedSearchResults(portal_type=CLASSIFIED, sort_on="path"):
        content = brain._unrestrictedGetObject()
        catalog.catalog_object(content, brain.getPath(), idxs=list(NEW_INDEXES), update_metadata=True)
        done += 1
        if done % BATCH == 0:
            transaction.savepoint(optimistic=True)
            catalog._p_jar.cacheGC()
    logger.info("The classes of %d documents are indexed", done)
