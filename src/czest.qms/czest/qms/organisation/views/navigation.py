"""The page of settings."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.interfaces import INavigationItem
from zope.interface import implementer


@implementer(INavigationItem)
class OrganisationSetting:
    """Leads those who keep the organisation to it."""

    title = _("Organisation")
    description = _("Units, posts, people and their deputies.")
    address = "@@organisation"
    order = 60
    counter = None
    icon = "people"
    aside = False
    is_setting = True

    def __init__(self, context, request):
        self.context = context

    def available(self):
        return bool(getSecurityManager().checkPermission("czest.qms: Manage organisation", self.context))
