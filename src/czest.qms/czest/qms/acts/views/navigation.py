"""The tab of legal acts in the main navigation."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.acts.setup import ACTS
from czest.qms.appearance.navigation import NavigationItem


class LegalActsTab(NavigationItem):
    """The container of acts, for those who may see it."""

    title = _("Legal acts")
    address = ACTS
    order = 30

    def available(self):
        acts = self.context.get(ACTS)
        return acts is not None and bool(getSecurityManager().checkPermission("View", acts))
