"""Making the archive; may run again without harm."""

from plone.dexterity.utils import createContent


#: Id of the container that every site has.
ARCHIVE = "archiwum"
TITLE = "Archiwum"


def make_archive(portal):
    """Make the container; only its workflow says who reads it."""
    if ARCHIVE in portal:
        return
    archive = createContent("Archive", title=TITLE)
    archive.id = ARCHIVE
    portal._setObject(ARCHIVE, archive, set_owner=False)
    portal[ARCHIVE].reindexObject()
