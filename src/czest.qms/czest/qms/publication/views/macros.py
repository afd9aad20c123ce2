"""The macros of the pages about publication, as ``context/@@publication-macros/NAME``."""

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Macros(BrowserView):
    """Gives macros by name."""

    template = ViewPageTemplateFile("templates/macros.pt")

    def __getitem__(self, name):
        """Return the macro of this name.

        Raises:
            KeyError: when there is none.
        """
        return self.template.macros[name]
