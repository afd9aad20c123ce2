"""Remarks on the text in review, which sites made before do not know."""

from Acquisition import aq_parent
from czest.qms.operations import gate
from czest.qms.remarks.interfaces import IRemarks
from czest.qms.remarks.keeping import Remarks
from czest.qms.remarks.reading import PERMISSION
from czest.qms.remarks.rules.threads import REMARKED_IN
from czest.qms.upgrades.to_1001.rights import PROFILE
from czest.qms.upgrades.to_1006.definitions import read_again
from Products.CMFCore.utils import getToolByName
from zope.component import getSiteManager
from zope.component import queryUtility


WORKFLOW = "qms_edition_workflow"


def upgrade(setup):
    """Register the place of remarks, add the index of who is to answer, and let those who work on editions in review make them.

    The index begins empty: there are no remarks yet.
    """
    if queryUtility(IRemarks) is None:
        getSiteManager().registerUtility(Remarks(), IRemarks)
    setup.runImportStepFromProfile(PROFILE, "catalog", run_dependencies=False)
    read_again(setup)
    aq_parent(setup).manage_permission(PERMISSION, [], acquire=0)
    workflow = getToolByName(setup, "portal_workflow")[WORKFLOW]
    catalog = getToolByName(setup, "portal_catalog")
    with gate.opened("upgrade"):
        for brain in catalog.unrestrictedSearchResults(portal_type="Edition", review_state=sorted(REMARKED_IN)):
            workflow.updateRoleMappingsFor(brain._unrestrictedGetObject())
