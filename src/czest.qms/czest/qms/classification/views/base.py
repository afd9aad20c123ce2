"""What the pages of the control panel share."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.messages import SCHEME_TITLES
from czest.qms.classification.rules.schemes import SCHEMES
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.component import getUtility


class ClassificationView(BrowserView):
    """A page about one scheme, named in the request; the first scheme where none is named.

    A page that is shown also says its ``title``, a message.
    """

    is_wide = True

    @property
    def page_name(self):
        """The last step of the breadcrumbs, asked by the shell."""
        return self.title

    @property
    def classification(self):
        return getUtility(IClassification)

    @property
    def scheme(self):
        """The ``Scheme`` asked for. Raises NotFound for an unknown name."""
        name = self.asked("scheme", next(iter(SCHEME_TITLES)))
        if name not in SCHEMES:
            raise NotFound(name)
        return SCHEMES[name]

    def asked(self, name, default=""):
        """Return a text of the request; the default where it is missing or given twice."""
        value = self.request.form.get(name, default)
        return value if isinstance(value, str) else default

    @property
    def scheme_title(self):
        return SCHEME_TITLES[self.scheme.name]

    @property
    def panel_url(self):
        """Address of the panel, showing the scheme."""
        return f"{self.context.absolute_url()}/@@qms-classification?scheme={self.scheme.name}"

    def require_sincere_post(self):
        """Raise Forbidden unless the request is a POST from a form of ours."""
        PostOnly(self.request)
        CheckAuthenticator(self.request)
