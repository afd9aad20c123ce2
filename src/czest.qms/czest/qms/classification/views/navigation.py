"""The page of settings."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.interfaces import INavigationItem
from zope.interface import implementer


@implementer(INavigationItem)
class ClassificationSetting:
    """Leads those who keep the lists to them."""

    title = _("Classification")
    description = _("Processes, the JRWA, clauses of norms, standards of management control and bases of openness.")
    address = "@@qms-classification"
    order = 64
    counter = None
    icon = "diagram-3"
    aside = False
    is_setting = True

    def __init__(self, context, request):
        self.context = context

    def available(self):
        """Whether the person may keep the lists."""
        return bool(getSecurityManager().checkPermission("czest.qms: Manage classification", self.context))
