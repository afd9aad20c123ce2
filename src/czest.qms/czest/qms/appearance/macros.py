"""The macros that pages are put together from, as ``context/@@qms-macros/NAME``."""

from czest.qms.appearance.icons import icon
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Macros(BrowserView):
    """Gives macros by name, whatever file they are written in."""

    states = ViewPageTemplateFile("macros/states.pt")
    titleblock = ViewPageTemplateFile("macros/titleblock.pt")
    parts = ViewPageTemplateFile("macros/parts.pt")

    def __getitem__(self, name):
        """Return the macro of this name.

        Raises:
            KeyError: when there is none.
        """
        for template in (self.states, self.titleblock, self.parts):
            macros = template.macros
            if name in macros.names:
                return macros[name]
        raise KeyError(name)

    def icon(self, name, css_class="", label=None):
        return icon(name, css_class, label)
