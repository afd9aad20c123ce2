"""Legal acts in sites that were made before there were any."""

from Acquisition import aq_parent
from czest.qms.acts.setup import make_acts
from czest.qms.documents.settings import IDocumentSettings
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


PROFILE = "profile-czest.qms:default"
PERMISSION = "czest.qms: Record act"


def upgrade(setup):
    """Add types, workflow, permission, settings and the container; values of settings that are there stay."""
    for step in ("typeinfo", "workflow"):
        setup.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    portal = aq_parent(setup)
    portal.manage_permission(PERMISSION, ["Quality Officer"], acquire=0)
    getUtility(IRegistry).registerInterface(IDocumentSettings)
    make_acts(portal)
