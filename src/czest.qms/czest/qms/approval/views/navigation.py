"""The tab of the main navigation."""

from czest.qms import _
from czest.qms.appearance.navigation import NavigationItem


class Tab(NavigationItem):
    """Leads the quality officer to the templates of routes."""

    title = _("Routes")
    address = "@@routes"
    order = 61
    permission = "czest.qms: Amend control data"
