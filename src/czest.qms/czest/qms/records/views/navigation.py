"""The tab of records in the main navigation."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.appearance.navigation import NavigationItem
from czest.qms.records.setup import RECORDS


class RecordsTab(NavigationItem):
    """The container of series, for those who may see it."""

    title = _("Records")
    address = RECORDS
    order = 25

    def available(self):
        records = self.context.get(RECORDS)
        return records is not None and bool(getSecurityManager().checkPermission("View", records))
