"""Plone's form of a document, which nobody uses."""

from czest.qms import _
from czest.qms.operations.errors import NotPermitted
from Products.Five import BrowserView


class DocumentEdit(BrowserView):
    """Says how a registered document changes."""

    def __call__(self):
        """Refuse.

        Raises:
            NotPermitted: always.
        """
        raise NotPermitted(
            _("Not opened: a registered document changes by a new edition or by amending its control data.")
        )
