"""What the inbox asks of the catalog, and the permission to look after messages."""

from Acquisition import aq_parent
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.upgrades.to_1001.rights import PROFILE
from Products.CMFCore.utils import getToolByName


PERMISSION = "czest.qms: Manage messages"


def upgrade(setup):
    """Read the catalog again, index the authors of every open edition, and grant the permission."""
    setup.runImportStepFromProfile(PROFILE, "catalog", run_dependencies=False)
    catalog = getToolByName(setup, "portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="Edition", review_state=list(OPEN_STATES)):
        edition = brain._unrestrictedGetObject()
        catalog.catalog_object(edition, brain.getPath(), idxs=["written_by"], update_metadata=False)
    aq_parent(setup).manage_permission(PERMISSION, ["Quality Officer", "Site Administrator"], acquire=0)
