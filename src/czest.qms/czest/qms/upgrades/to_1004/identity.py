"""Confirming identity at a provider, which a new site can from the beginning; the password stays until it is set up."""

from czest.qms.approval.identity.settings import IIdentitySettings
from czest.qms.approval.identity.settings import PREFIX
from czest.qms.approval.identity.used import UsedProofs
from czest.qms.approval.interfaces import IUsedProofs
from czest.qms.upgrades.to_1001.rights import PROFILE
from plone.registry.interfaces import IRegistry
from zope.component import getSiteManager
from zope.component import getUtility
from zope.component import queryUtility


def upgrade(setup):
    """Register the utility and the settings, and add the configlet; what is there stays as it is."""
    if queryUtility(IUsedProofs) is None:
        getSiteManager().registerUtility(UsedProofs(), IUsedProofs)
    getUtility(IRegistry).registerInterface(IIdentitySettings, prefix=PREFIX)
    setup.runImportStepFromProfile(PROFILE, "controlpanel", run_dependencies=False)
