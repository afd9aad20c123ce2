"""The tab of the main navigation."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.interfaces import INavigationItem
from zope.interface import implementer


@implementer(INavigationItem)
class ClassificationTab:
    """Leads those who keep the lists to them."""

    title = _("Classification")
    address = "@@qms-classification"
    order = 70
    counter = None
    icon = None
    aside = False

    def __init__(self, context, request):
        self.context = context

    def available(self):
        """Whether the person may keep the lists."""
        return bool(getSecurityManager().checkPermission("czest.qms: Manage classification", self.context))
