"""Tools, settings and components of a site without ours."""

from plone.app.viewletmanager.interfaces import IViewletSettingsStorage
from plone.browserlayer.utils import unregister_layer
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


TYPES = (
    "Acts",
    "Archive",
    "DisposalList",
    "Edition",
    "FormTemplate",
    "Instruction",
    "LegalAct",
    "Library",
    "Procedure",
    "Record",
    "RecordSeries",
    "Records",
)
WORKFLOWS = (
    "qms_act_workflow",
    "qms_archive_workflow",
    "qms_disposal_workflow",
    "qms_document_workflow",
    "qms_edition_workflow",
    "qms_library_workflow",
    "qms_record_workflow",
    "qms_series_workflow",
)
OUR_RECORDS = ("czest.qms.", "plone.icon.qms-")
STOCK_RECORDS = {"plone.app.theming.interfaces.IThemeSettings.enabled": True, "plone.navigation_depth": 3}
HIDDEN_VIEWLETS = {"plone.abovecontent": "plone.path_bar", "plone.belowcontenttitle": "plone.documentbyline"}
HOME = "qms-home"
STOCK_VIEW = "listing_view"
LAYER = "czest.qms"


def remove_types(portal):
    """Remove our types and workflows, and give the site its stock view."""
    portal.portal_workflow.setChainForPortalTypes(TYPES, None)
    for tool, names in ((portal.portal_types, TYPES), (portal.portal_workflow, WORKFLOWS)):
        tool.manage_delObjects([name for name in names if name in tool.objectIds()])
    site = portal.portal_types["Plone Site"]
    site.default_view = STOCK_VIEW
    site.view_methods = tuple(name for name in site.view_methods if name != HOME)
    if portal.getProperty("layout") == HOME:
        portal.manage_delProperties(["layout"])


def restore_registry():
    """Remove our records and give Plone's their stock values."""
    records = getUtility(IRegistry).records
    for name in [name for name in records if name.startswith(OUR_RECORDS)]:
        del records[name]
    for name, value in STOCK_RECORDS.items():
        records[name].value = value


def show_viewlets():
    """Show the viewlets that our profile hid."""
    storage = getUtility(IViewletSettingsStorage)
    for manager, viewlet in HIDDEN_VIEWLETS.items():
        for skin, hidden in storage._hidden.items():
            names = tuple(name for name in hidden.get(manager, ()) if name != viewlet)
            storage.setHidden(manager, skin, names)


def remove_components(portal):
    """Remove the configlets, the local utilities with their data, and the browser layer."""
    panel = portal.portal_controlpanel
    for action in [action for action in panel.listActions() if getattr(action, "appId", "") == "czest.qms"]:
        panel.unregisterConfiglet(action.id)
    components = portal.getSiteManager()
    for registration in list(components.registeredUtilities()):
        if registration.provided.__module__.startswith("czest.qms."):
            components.unregisterUtility(registration.component, registration.provided, registration.name)
    unregister_layer(LAYER)
