"""Putting the plugin into the user folder of a site, and taking it out."""

from czest.qms.organisation.plugin import INTERFACES
from czest.qms.organisation.plugin import OrganisationPlugin
from Products.PluggableAuthService.interfaces.plugins import IPropertiesPlugin


PLUGIN_ID = "organisation"


def install(site):
    """Make posts count as groups and roles in a site; nothing happens when they already do."""
    folder = site.acl_users
    if PLUGIN_ID in folder.objectIds():
        return
    folder._setObject(PLUGIN_ID, OrganisationPlugin(PLUGIN_ID, "Units and posts"))
    for interface in INTERFACES:
        folder.plugins.activatePlugin(interface, PLUGIN_ID)
    # Plone's own property plugin answers for every group, with an empty title: ours must be asked before it.
    while folder.plugins.listPluginIds(IPropertiesPlugin)[0] != PLUGIN_ID:
        folder.plugins.movePluginsUp(IPropertiesPlugin, [PLUGIN_ID])


def uninstall(site):
    """Take the groups and roles that follow from posts out of a site; the data of the organisation stay."""
    folder = site.acl_users
    if PLUGIN_ID not in folder.objectIds():
        return
    for interface in INTERFACES:
        folder.plugins.deactivatePlugin(interface, PLUGIN_ID)
    folder._delObject(PLUGIN_ID)
