"""Taking the product away: the two handlers of the uninstall profile.

The profile has no steps of XML: the Import tab of portal_setup runs single steps without the handler that refuses.
"""

from Acquisition import aq_parent
from czest.qms.operations import gate
from czest.qms.organisation import setup as organisation_setup
from czest.qms.removal.catalog import restore_catalog
from czest.qms.removal.refusal import archives
from czest.qms.removal.refusal import containers_of_acts
from czest.qms.removal.refusal import containers_of_records
from czest.qms.removal.refusal import libraries
from czest.qms.removal.refusal import require_nothing_released
from czest.qms.removal.rights import PROFILE
from czest.qms.removal.rights import remove_roles
from czest.qms.removal.rights import restore_permissions
from czest.qms.removal.rights import restore_undo
from czest.qms.removal.settings import remove_components
from czest.qms.removal.settings import remove_types
from czest.qms.removal.settings import restore_registry
from czest.qms.removal.settings import show_viewlets
from Products.CMFCore.indexing import processQueue
from Products.GenericSetup.tool import UNKNOWN


THEME = "plonetheme.barceloneta:default"
PROFILES = (PROFILE, "czest.qms:demo", "czest.qms:testing")


def refuse(setup):
    """Refuse before anything is changed.

    Raises:
        MustBeKept: when released editions, recorded acts or filed records would be lost.
    """
    require_nothing_released(aq_parent(setup))


def uninstall(setup):
    """Leave a plain Plone; accounts of people stay, their posts go with the organisation.

    Raises:
        MustBeKept: when released editions, recorded acts or filed records would be lost.
    """
    portal = aq_parent(setup)
    require_nothing_released(portal)
    remove_containers(portal)
    remove_types(portal)
    restore_catalog(portal.portal_catalog)
    restore_registry()
    dress(setup)
    show_viewlets()
    organisation_setup.uninstall(portal)
    remove_roles(portal)
    remove_components(portal)
    restore_permissions(portal)
    restore_undo(aq_parent(portal), portal)
    for profile in PROFILES:
        setup.unsetLastVersionForProfile(profile)


def dress(setup):
    """Give the site Plone's own theme where it was made without one."""
    if setup.getLastVersionForProfile(THEME) == UNKNOWN:
        setup.runAllImportStepsFromProfile(f"profile-{THEME}")


def remove_containers(portal):
    """Remove the libraries with the drafts in them, the open records, and the containers of acts and lists, empty by now."""
    containers = (libraries, containers_of_acts, containers_of_records, archives)
    for container in [one for found in containers for one in found(portal)]:
        with gate.opened("uninstall"):
            portal._delObject(container.getId())
    # What waits to be indexed again is gone by now.
    processQueue()
