"""The macros that pages are put together from, as ``context/@@qms-macros/NAME``."""

from czest.qms.appearance.forms import correction
from czest.qms.appearance.forms import form_errors
from czest.qms.appearance.icons import icon
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Macros(BrowserView):
    """Gives macros by name, whatever file they are written in."""

    states = ViewPageTemplateFile("macros/states.pt")
    titleblock = ViewPageTemplateFile("macros/titleblock.pt")
    parts = ViewPageTemplateFile("macros/parts.pt")
    forms = ViewPageTemplateFile("macros/forms.pt")

    def __getitem__(self, name):
        """Return the macro of this name.

        Raises:
            KeyError: when there is none.
        """
        for template in (self.states, self.titleblock, self.parts, self.forms):
            macros = template.macros
            if name in macros.names:
                return macros[name]
        raise KeyError(name)

    def icon(self, name, css_class="", label=None):
        return icon(name, css_class, label)

    def form_errors(self, form):
        """Return what is wrong in a z3c.form form."""
        return form_errors(form)

    def correction(self, errors):
        """Return the sentence that says how many fields to correct."""
        return correction([error for error in errors if error["target"]])
