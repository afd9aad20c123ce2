"""The ledger of publications, the permission of the BIP editor and the settings, which were in new sites only."""

from Acquisition import aq_parent
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublicationSettings
from czest.qms.publication.ledger import Ledger
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.settings import PREFIX
from czest.qms.upgrades.to_1001.rights import PROFILE
from plone.registry.interfaces import IRegistry
from zope.component import getSiteManager
from zope.component import getUtility


def upgrade(setup):
    """Register what is missing; what is there stays as it is."""
    components = getSiteManager()
    if components.queryUtility(IPublicationLedger) is None:
        components.registerUtility(Ledger(), IPublicationLedger)
    setup.runImportStepFromProfile(PROFILE, "controlpanel", run_dependencies=False)
    aq_parent(setup).manage_permission(EDITOR_PERMISSION, ["BIP Editor"], acquire=0)
    getUtility(IRegistry).registerInterface(IPublicationSettings, prefix=PREFIX)
