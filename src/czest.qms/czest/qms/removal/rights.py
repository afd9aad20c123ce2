"""Roles and permissions as Plone has them."""

from Products.GenericSetup.tool import UNKNOWN


ROLES = ("Approver", "Archivist", "Auditor", "Author", "BIP Editor", "Internal Auditor", "Quality Officer")

READERS = ("Contributor", "Editor", "Reader", "Site Administrator")

#: Stock settings of the permissions that our profile changed: (roles, acquired from above).
STOCK_PERMISSIONS = {
    "Access contents information": (READERS, True),
    "Import/Export objects": ((), True),
    "Manage Five local sites": ((), True),
    "Undo changes": (("Manager", "Owner", "Site Administrator"), True),
    "View": (READERS, True),
    "plone.restapi: Use REST API": (("Anonymous",), True),
}

UNDO = "Undo changes"
PROFILE = "czest.qms:default"


def restore_permissions(portal):
    """Give the stock permissions back and forget the settings of ours."""
    for permission, (roles, acquired) in STOCK_PERMISSIONS.items():
        portal.manage_permission(permission, roles, acquire=int(acquired))
    for name in [name for name in vars(portal) if name.startswith("_czest_qms__") and name.endswith("_Permission")]:
        delattr(portal, name)
    portal.reindexObjectSecurity()


def restore_undo(root, portal):
    """Give the Managers of the root their undo back, unless another site there still has a trail to protect."""
    for site in root.objectValues("Plone Site"):
        if site.getId() != portal.getId() and site.portal_setup.getLastVersionForProfile(PROFILE) != UNKNOWN:
            return
    root.manage_permission(UNDO, ("Manager",), acquire=0)


def remove_roles(portal):
    """Take our roles out of a site."""
    portal.__ac_roles__ = tuple(role for role in portal.__ac_roles__ if role not in ROLES)
    manager = portal.acl_users.portal_role_manager
    for role in set(ROLES) & set(manager.listRoleIds()):
        manager.removeRole(role)
