"""Templates of routes, which a new site has from the beginning; without one, editions go as they went."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.templates import RouteTemplates
from czest.qms.upgrades.to_1001.rights import PROFILE
from zope.component import getSiteManager
from zope.component import queryUtility


def upgrade(setup):
    """Register the utility that keeps the templates, and add the configlet.

    The whole step of the profile would be asked about the trail and the directory too, which hold data.
    """
    if queryUtility(IRouteTemplates) is None:
        getSiteManager().registerUtility(RouteTemplates(), IRouteTemplates)
    setup.runImportStepFromProfile(PROFILE, "controlpanel", run_dependencies=False)
