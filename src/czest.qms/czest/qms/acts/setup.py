"""Making the container of legal acts; may run again without harm."""

from czest.qms.documents.rules.access import ALL_STAFF_GROUP
from czest.qms.documents.rules.access import READER_ROLE
from plone.dexterity.utils import createContent


#: Id of the container that every site has.
ACTS = "akty"
TITLE = "Zarządzenia"


def make_acts(portal):
    """Make the container, readable for all staff."""
    if ACTS in portal:
        return
    acts = createContent("Acts", title=TITLE)
    acts.id = ACTS
    portal._setObject(ACTS, acts, set_owner=False)
    acts = portal[ACTS]
    acts.manage_setLocalRoles(ALL_STAFF_GROUP, [READER_ROLE])
    acts.reindexObject()
