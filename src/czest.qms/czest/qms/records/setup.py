"""Making the container of series; may run again without harm."""

from czest.qms.documents.rules.access import ALL_STAFF_GROUP
from czest.qms.documents.rules.access import READER_ROLE
from plone.dexterity.utils import createContent


#: Id of the container that every site has.
RECORDS = "zapisy"
TITLE = "Zapisy"


def make_records(portal):
    """Make the container, readable for all staff."""
    if RECORDS in portal:
        return
    records = createContent("Records", title=TITLE)
    records.id = RECORDS
    portal._setObject(RECORDS, records, set_owner=False)
    records = portal[RECORDS]
    records.manage_setLocalRoles(ALL_STAFF_GROUP, [READER_ROLE])
    records.reindexObject()
