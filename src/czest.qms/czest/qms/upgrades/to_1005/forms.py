"""Forms, a kind of controlled document that sites made before do not know."""

from Acquisition import aq_parent
from czest.qms.classification.setup import install
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.upgrades.to_1001.rights import PROFILE
from plone.registry.interfaces import IRegistry
from Products.CMFCore.utils import getToolByName
from zope.component import getUtility


KIND = "FormTemplate"


def upgrade(setup):
    """Add the type with its workflow, its default of openness and its pattern of symbols; what the office set stays."""
    setup.runImportStepFromProfile(PROFILE, "typeinfo", run_dependencies=False)
    getToolByName(setup, "portal_workflow").setChainForPortalTypes([KIND], ["qms_document_workflow"])
    install(aq_parent(setup))
    patterns = getUtility(IRegistry).records[f"{IDocumentSettings.__identifier__}.symbol_patterns"]
    shipped = IDocumentSettings["symbol_patterns"].default[KIND]
    patterns.value = {**patterns.value, KIND: patterns.value.get(KIND, shipped)}
