"""The tab of the archive in the main navigation."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.appearance.navigation import NavigationItem
from czest.qms.disposal.setup import ARCHIVE


class ArchiveTab(NavigationItem):
    """The archive, for those who may see it: archivist, quality officer, auditor."""

    title = _("Archive (tab)")
    address = ARCHIVE
    order = 27

    def available(self):
        archive = self.context.get(ARCHIVE)
        return archive is not None and bool(getSecurityManager().checkPermission("View", archive))
