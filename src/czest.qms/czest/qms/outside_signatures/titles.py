"""Titles of what this room writes to the trail without an operation."""

from czest.qms import _
from czest.qms.evidence.interfaces import IOperationTitles
from czest.qms.outside_signatures import trust_list
from zope.interface import implementer


TITLES = {
    trust_list.ADDED: _("Add a certificate to the trust list"),
    trust_list.CHANGED: _("Change a certificate of the trust list"),
    trust_list.REMOVED: _("Remove a certificate from the trust list"),
}


@implementer(IOperationTitles)
class TrustListTitles:
    """Titles of changes of the trust list."""

    def title(self, operation):
        """Return the title of an entry by its id, or None."""
        return TITLES.get(operation)
