"""What the live figures of workflows count, which the catalogs of sites made before do not keep."""

from Acquisition import aq_parent
from czest.qms.documents.entrances import INDEXES
from czest.qms.upgrades.to_1001.rights import PROFILE
import logging
from Products.CMFCore.Expression import Expression
from Products.CMFCore.utils import getToolByName
import transaction


logger = logging.getLogger(__name__)

PERMISSIONS = {"czest.qms: View workflows": ["Auditor", "Quality Officer", "Site Administrator"]}
WORKFLOWS = (
    "qms_act_workflow",
    "qms_archive_workflow",
    "qms_disposal_workflow",
    "qms_document_workflow",
    "qms_edition_workflow",
    "qms_library_workflow",
    "qms_record_workflow",
    "qms_series_workflow",
)
#: What the definitions ask for the time of a step.
MOMENT = "object/@@qms-moment"
#: Types whose states are counted → the indexes that are new for them.
COUNTED = {
    **dict.fromkeys(("Procedure", "Instruction", "FormTemplate", "Edition"), INDEXES),
    **dict.fromkeys(("RecordSeries", "Record", "DisposalList"), INDEXES),
    "LegalAct": (*INDEXES, "symbol", "sort_symbol"),
}
#: How many objects are held in memory at once.
BATCH = 500


def upgrade(setup):
    """Let histories take their times from the one clock, add the index, and index when every object entered its states."""
    keep_time_by_the_clock(getToolByName(setup, "portal_workflow"))
    setup.runImportStepFromProfile(PROFILE, "catalog", run_dependencies=False)
    for permission, roles in PERMISSIONS.items():
        aq_parent(setup).manage_permission(permission, roles, acquire=0)
    index_entrances(getToolByName(setup, "portal_catalog"))


def keep_time_by_the_clock(workflows):
    """Change the one expression; whatever else of the definitions the office has adjusted stays."""
    for name in WORKFLOWS:
        workflows[name].variables["time"].default_expr = Expression(MOMENT)


def index_entrances(catalog):
    """Index the entrances of every object, and note since when it has been in its state.

    Every object is woken once, and let go of again: so many at a time stay in memory.
    """
    done = 0
    for brain in catalog.unrestrictedSearchResults(portal_type=list(COUNTED), sort_on="path"):
        content = brain._unrestrictedGetObject()
        names = list(COUNTED[content.portal_type])
        catalog.catalog_object(content, brain.getPath(), idxs=names, update_metadata=True)
        done += 1
        if done % BATCH == 0:
            transaction.savepoint(optimistic=True)
            catalog._p_jar.cacheGC()
            logger.info("The entrances of %d objects are indexed", done)
    logger.info("The entrances of all %d objects are indexed", done)
