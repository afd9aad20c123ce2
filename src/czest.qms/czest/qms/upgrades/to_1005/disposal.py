"""The archive with its disposal lists, which sites made before do not know; after records have come."""

from Acquisition import aq_parent
from czest.qms.disposal.setup import make_archive
from czest.qms.upgrades.to_1001.rights import PROFILE
from Products.CMFCore.utils import getToolByName


CHAINS = {"Archive": "qms_archive_workflow", "DisposalList": "qms_disposal_workflow"}


def upgrade(setup):
    """Add types, workflows and the container."""
    for step in ("typeinfo", "workflow"):
        setup.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    workflows = getToolByName(setup, "portal_workflow")
    for kind, workflow in CHAINS.items():
        workflows.setChainForPortalTypes([kind], [workflow])
    make_archive(aq_parent(setup))
