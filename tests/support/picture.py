"""A picture of how a site is set up, to compare two of them."""

from plone.app.viewletmanager.interfaces import IViewletSettingsStorage
from plone.browserlayer.utils import registered_layers
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


def picture(portal):
    """Return the settings of a site as plain values, by subject."""
    return {
        "registry": registry(),
        "permissions": permissions(portal),
        "roles": sorted(portal.valid_roles()),
        "role plugin": sorted(portal.acl_users.portal_role_manager.listRoleIds()),
        "indexes": indexes(portal.portal_catalog),
        "columns": sorted(portal.portal_catalog.schema()),
        "catalog tool": sorted(portal.portal_catalog.objectIds()),
        "types": types(portal.portal_types),
        "workflows": workflows(portal.portal_workflow),
        "chains": dict(portal.portal_workflow._chains_by_type),
        "utilities": utilities(portal),
        "layers": sorted(layer.__identifier__ for layer in registered_layers()),
        "user folder": plugins(portal.acl_users),
        "control panel": sorted(action.id for action in portal.portal_controlpanel.listActions()),
        "viewlets": hidden_viewlets(),
        "content": sorted(portal.objectIds()),
        "properties": dict(portal.propertyItems()),
    }


def registry():
    """Return the values of the records by name."""
    records = getUtility(IRegistry).records
    return {name: repr(record.value) for name, record in records.items()}


def permissions(portal):
    """Return the settings of permissions on the site itself, and on the root above it."""
    return {
        place: {name: _roles(value) for name, value in vars(content).items() if name.endswith("_Permission")}
        for place, content in (("site", portal), ("root", portal.getPhysicalRoot()))
    }


def _roles(value):
    return (type(value).__name__, tuple(sorted(value)))


def indexes(catalog):
    """Return the kind and the lexicon of each index."""
    return {index.getId(): (index.meta_type, getattr(index, "lexicon_id", None)) for index in catalog.getIndexObjects()}


def types(tool):
    """Return the properties of each type."""
    return {info.getId(): dict(info.propertyItems()) for info in tool.objectValues()}


def workflows(tool):
    """Return the states with their permissions, the transitions and the variables of each workflow."""
    return {workflow.getId(): _workflow(workflow) for workflow in tool.objectValues()}


def _workflow(workflow):
    states = {
        state.getId(): (
            tuple(sorted(state.transitions)),
            {name: _roles(roles) for name, roles in (state.permission_roles or {}).items()},
        )
        for state in workflow.states.objectValues()
    }
    transitions = {
        transition.getId(): (transition.new_state_id, transition.trigger_type, _guard(transition))
        for transition in workflow.transitions.objectValues()
    }
    variables = {variable.getId(): variable.getDefaultExprText() for variable in workflow.variables.objectValues()}
    return {"states": states, "transitions": transitions, "variables": variables, "bypass": workflow.manager_bypass}


def _guard(transition):
    guard = transition.guard
    return None if guard is None else (guard.permissions, guard.roles, guard.getExprText())


def utilities(portal):
    """Return the local utilities."""
    registered = portal.getSiteManager().registeredUtilities()
    return sorted((registration.provided.__identifier__, registration.name) for registration in registered)


def plugins(folder):
    """Return the plugins of a user folder and what each is active for."""
    active = {
        info["id"]: folder.plugins.listPluginIds(info["interface"]) for info in folder.plugins.listPluginTypeInfo()
    }
    return {"plugins": sorted(folder.objectIds()), "active": active}


def hidden_viewlets():
    """Return the viewlets hidden in each skin."""
    hidden = getUtility(IViewletSettingsStorage)._hidden
    return {skin: {manager: names for manager, names in managers.items() if names} for skin, managers in hidden.items()}
