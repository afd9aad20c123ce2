"""Stock pages that no controlled object opens."""

from czest.qms import _
from czest.qms.operations.errors import NotPermitted
from Products.Five.browser import BrowserView


class RefusedPage(BrowserView):
    """Refuses a stock page, whoever asks.

    Raises:
        NotPermitted: always.
    """

    def __call__(self):
        raise NotPermitted(_("A controlled document is changed by its operations only."))
