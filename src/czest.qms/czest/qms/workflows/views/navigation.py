"""The tab of the main navigation."""

from czest.qms import _
from czest.qms.appearance.navigation import NavigationItem


class Tab(NavigationItem):
    """Leads to the workflow manager, and from there to the templates of routes."""

    title = _("Workflows")
    address = "@@workflows"
    order = 61
    permission = "czest.qms: View workflows"
