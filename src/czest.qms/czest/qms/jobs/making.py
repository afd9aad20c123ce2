"""Making a site: with nothing in it for an office, or with the demo."""

from czest.qms.jobs.refusals import SiteExists
from czest.qms.jobs.refusals import UnfitPassword
from czest.qms.jobs.site import enter
from czest.qms.jobs.site import LANGUAGE
from czest.qms.jobs.site import SITE_ID
from plone import api
from Products.CMFPlone.factory import addPloneSite


TITLE = "Dokumenty nadzorowane"
TIME_ZONE = "Europe/Warsaw"
PROFILE = "czest.qms:default"
DEMO_PROFILE = "czest.qms:demo"

#: Stock permissions that nobody holds, not even at the root. Undoing would take an entry of the trail away together
#: with the change that the entry records; exporting would hand out drafts, and importing bring in objects no operation
#: made.
NOBODYS = ("Undo changes", "Import/Export objects")

#: The first account configures the site and appoints the others.
ADMINISTRATOR_ROLES = ("Member", "Site Administrator", "Manager")

#: Least length of the first administrator's password.
PASSWORD_LENGTH = 12


def require_password(password):
    """Check the password of the first administrator.

    Raises:
        UnfitPassword: when it is too short.
    """
    if len(password) < PASSWORD_LENGTH:
        raise UnfitPassword(f"The password is too short: {PASSWORD_LENGTH} characters are needed.")


def require_no_site(root, site_id=SITE_ID):
    """Check that there is nothing to overwrite.

    Raises:
        SiteExists: when there is a site already.
    """
    if site_id in root.objectIds():
        raise SiteExists(f"The site /{site_id} exists already; nothing was changed.")


def make_site(root, site_id=SITE_ID, title=TITLE):
    """Make an empty site with our profile and return it as the current one.

    Parameters:
        root: the Zope root with a request.

    Raises:
        SiteExists: when there is one already.
    """
    require_no_site(root, site_id)
    forbid_undo_and_export(root)
    portal = addPloneSite(
        root,
        site_id,
        title=title,
        extension_ids=("plone.app.layout:default",),
        default_language=LANGUAGE,
        portal_timezone=TIME_ZONE,
    )
    enter(portal)
    portal.portal_setup.runAllImportStepsFromProfile(f"profile-{PROFILE}")
    return portal


def forbid_undo_and_export(root):
    """Take the permissions to undo transactions, and to export and import objects, from everybody."""
    for permission in NOBODYS:
        root.manage_permission(permission, roles=[], acquire=0)


def add_administrator(portal, login, password, email):
    """Add the first account of an office.

    Raises:
        UnfitPassword: when the password is too short.
    """
    require_password(password)
    # Plone's registration lets nobody but a Manager give these roles, and there is none yet.
    portal.acl_users.userFolderAddUser(login, password, ADMINISTRATOR_ROLES, ())
    api.user.get(username=login).setMemberProperties({"email": email})


def fill_with_demo(portal):
    """Build the demo people and documents."""
    portal.portal_setup.runAllImportStepsFromProfile(f"profile-{DEMO_PROFILE}")
