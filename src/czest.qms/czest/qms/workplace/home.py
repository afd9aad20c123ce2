"""The home page of the intranet: the search first, then what a quiet moment is for."""

from czest.qms import _
from czest.qms.register.views.navigation import LIBRARY
from czest.qms.register.views.parts import SearchParts
from czest.qms.workplace.panels import Panels
from Products.Five import BrowserView


class Home(SearchParts, BrowserView):
    """Draws the home page."""

    title = _("Start")
    has_own_search = True
    is_home = True

    def __call__(self):
        self.panels = Panels()
        return self.index()

    def register_address(self, scope, sort=None):
        """Return the address of the register in a scope and order."""
        order = f"&sort={sort}" if sort else ""
        return f"{self.context.absolute_url()}/{LIBRARY}?scope={scope}{order}"
