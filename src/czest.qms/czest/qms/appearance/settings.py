"""The page that leads to everything that a person may set up."""

from AccessControl import Unauthorized
from czest.qms.appearance.navigation import Settings
from czest.qms.appearance.navigation import settings
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SettingsPage(BrowserView):
    """Lists the pages of settings.

    Raises:
        Unauthorized: the person may set up nothing.
    """

    template = ViewPageTemplateFile("templates/settings.pt")
    title = page_name = Settings.title

    def __call__(self):
        self.pages = settings(self.context, self.request)
        if not self.pages:
            raise Unauthorized
        return self.template()
