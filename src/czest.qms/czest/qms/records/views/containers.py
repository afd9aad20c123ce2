"""Pages of the container of series and of a series."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.operations.base import operations_of
from czest.qms.records.operations.base import HOLD
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView


#: Rows shown at most.
ROWS = 100


class ListPage(BrowserView):
    """What the template of both lists asks."""

    nothing = ""
    #: Address of the list of holds, for those who hold records.
    holds_address = None

    def holds(self):
        """Return the banners of holds, as markup."""
        return ""

    @property
    def title(self):
        """Title of the window."""
        return self.context.title

    @cached_property
    def actions(self):
        """The operations that this person may perform, each a dict with ``title``, ``url`` and ``icon``."""
        return [
            {"title": operation.title, "url": operation.address, "icon": operation.icon}
            for operation in operations_of(self.context, self.request)
            if operation.refusal() is None
        ]

    @cached_property
    def rows(self):
        """The children that this person may see, each a dict with ``symbol``, ``title`` and ``url``."""
        path = {"query": "/".join(self.context.getPhysicalPath()), "depth": 1}
        brains = api.portal.get_tool("portal_catalog")(path=path, sort_on="sort_symbol", sort_limit=ROWS)[:ROWS]
        return [{"symbol": brain.symbol, "title": brain.Title, "url": brain.getURL()} for brain in brains]


class RecordsPage(ListPage):
    """The series of the office."""

    nothing = _("No series of records has been opened yet.")

    @property
    def holds_address(self):
        may_hold = getSecurityManager().checkPermission(HOLD, self.context)
        return f"{self.context.absolute_url()}/@@holds" if may_hold else None


class SeriesPage(ListPage):
    """The records of a series."""

    nothing = _("No record has been handed in to this series yet.")

    def holds(self):
        return self.context.restrictedTraverse("@@qms-holds")()

    @property
    def title(self):
        return f"{self.context.symbol} {self.context.title}"
