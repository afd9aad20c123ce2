"""The ledger of publications, the permission of the BIP editor and the settings, which were in new sites only."""

from Acquisition import aq_parent
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublicationSettings
from czest.qms.publication.journal.keeping import Journal
from czest.qms.publication.ledger import Ledger
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.pages.keeping import Pages
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
from czest.qms.publication.requests.interfaces import KEEPER_PERMISSION
from czest.qms.publication.requests.register import AccessibilityRequests
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
    complete(components.getUtility(IPublicationLedger))
    if components.queryUtility(IAccessibilityRequests) is None:
        components.registerUtility(AccessibilityRequests(), IAccessibilityRequests)
    setup.runImportStepFromProfile(PROFILE, "controlpanel", run_dependencies=False)
    aq_parent(setup).manage_permission(EDITOR_PERMISSION, ["BIP Editor"], acquire=0)
    aq_parent(setup).manage_permission(KEEPER_PERMISSION, ["BIP Editor", "Quality Officer"], acquire=0)
    getUtility(IRegistry).registerInterface(IPublicationSettings, prefix=PREFIX)


def complete(ledger):
    """Give a ledger of an earlier make the pages of the bulletin and the journal."""
    for name, factory in (("pages", Pages), ("journal", Journal)):
        if getattr(ledger, name, None) is None:
            setattr(ledger, name, factory())
