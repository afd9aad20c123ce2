"""The tab of the main navigation."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.interfaces import INavigationItem
from zope.interface import implementer


@implementer(INavigationItem)
class Tab:
    """Leads those who keep the organisation to it."""

    title = _("Organisation")
    address = "@@organisation"
    order = 60
    counter = None
    icon = None
    aside = False

    def __init__(self, context, request):
        self.context = context

    def available(self):
        return bool(getSecurityManager().checkPermission("czest.qms: Manage organisation", self.context))
