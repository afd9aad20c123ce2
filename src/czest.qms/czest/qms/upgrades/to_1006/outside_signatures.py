"""The trust list of signatures made outside, which a new site has from the beginning; empty, it believes nobody."""

from czest.qms.outside_signatures.interfaces import ITrustList
from czest.qms.outside_signatures.trust_list import TrustList
from czest.qms.upgrades.to_1001.rights import PROFILE
from zope.component import getSiteManager
from zope.component import queryUtility


def upgrade(setup):
    """Register the utility that keeps the list, and add the configlet; what is there stays as it is."""
    if queryUtility(ITrustList) is None:
        getSiteManager().registerUtility(TrustList(), ITrustList)
    setup.runImportStepFromProfile(PROFILE, "controlpanel", run_dependencies=False)
