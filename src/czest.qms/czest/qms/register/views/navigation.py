"""The tab of the register in the main navigation."""

from czest.qms import _
from czest.qms.appearance.navigation import NavigationItem


#: Id of the library that every site has; made by the default profile.
LIBRARY = "dokumenty"


class Register(NavigationItem):
    """The library."""

    title = _("Register of documents")
    address = LIBRARY
    order = 20

    def available(self):
        return LIBRARY in self.context
