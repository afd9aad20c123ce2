"""What the workflow definitions ask for the time of a step."""

from czest.qms.operations.moments import zope_moment
from Products.Five.browser import BrowserView


class PresentMoment(BrowserView):
    """Gives the time of the one clock to workflow histories; asked as ``object/@@qms-moment``."""

    def __call__(self):
        """Return a Zope DateTime, which Plone's own lists of histories need."""
        return zope_moment()
