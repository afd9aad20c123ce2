"""Installing: what GenericSetup's XML cannot say. Each step may run again without harm."""

from czest.qms.acts.setup import make_acts
from czest.qms.classification import setup as classification_setup
from czest.qms.disposal.setup import make_archive
from czest.qms.documents.rules.access import ALL_STAFF_GROUP
from czest.qms.documents.rules.access import READER_ROLE
from czest.qms.language import setup as language_setup
from czest.qms.organisation import setup as organisation_setup
from czest.qms.records.setup import make_records
from plone import api
from plone.dexterity.utils import createContent


LIBRARY_ID = "dokumenty"
LIBRARY_TITLE = "Wykaz dokumentów"

#: Who sees the pages of the intranet; the login form is public by itself.
SITE_READERS = ("Authenticated", "Manager", "Site Administrator")


def install(setup):
    """Finish the default profile."""
    portal = api.portal.get()
    close_to_strangers(portal)
    language_setup.install(portal)
    organisation_setup.install(portal)
    classification_setup.install(portal)
    make_library(portal)
    make_acts(portal)
    make_records(portal)
    make_archive(portal)


def close_to_strangers(portal):
    """Show the site to people who are logged in, and to nobody else."""
    for permission in ("View", "Access contents information"):
        portal.manage_permission(permission, SITE_READERS, acquire=0)


def make_library(portal):
    """Make the library, readable for all staff."""
    if LIBRARY_ID in portal:
        return
    library = createContent("Library", title=LIBRARY_TITLE)
    library.id = LIBRARY_ID
    portal._setObject(LIBRARY_ID, library, set_owner=False)
    library = portal[LIBRARY_ID]
    library.manage_setLocalRoles(ALL_STAFF_GROUP, [READER_ROLE])
    library.reindexObject()
