"""Pieces that the pages with a search share."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SearchParts:
    """Mixin of views: the macros ``find`` and ``facts`` as ``view/parts/NAME``."""

    _parts = ViewPageTemplateFile("parts.pt")

    @property
    def parts(self):
        return self._parts.macros
