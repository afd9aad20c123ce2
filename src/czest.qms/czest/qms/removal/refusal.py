"""The product is not taken away while it holds editions that somebody relied on (ISO 9001, 7.5.3.2)."""

from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.operations.errors import OperationRefused
from zope.i18n import interpolate


class ReleasedEditionsExist(OperationRefused):
    """Uninstalling was refused; nothing has been changed.

    Parameters:
        count: how many released editions there are.
    """

    status = 409

    def __init__(self, count):
        super().__init__(
            _(
                "Not uninstalled: released editions must be kept, and there are ${count} of them. Keep the product"
                " installed; or file a copy of the database and of the evidence as a whole, and begin a new site.",
                mapping={"count": count},
            )
        )

    def __str__(self):
        """Return the sentence with its count, for the log."""
        return interpolate(str(self.message), self.message.mapping)


def libraries(portal):
    """Return the libraries of a site."""
    return [child for child in portal.objectValues() if child.portal_type == "Library"]


def released_editions(portal):
    """Count the released editions of a site.

    The objects are asked, not the catalog: an emptied catalog must not make them disposable.
    """
    count = 0
    for library in libraries(portal):
        for document in library.objectValues():
            count += sum(1 for edition in document.editions() if state_of(edition) in RELEASED_STATES)
            portal._p_jar.cacheGC()
    return count


def require_nothing_released(portal):
    """Check that the product can be taken away.

    Raises:
        ReleasedEditionsExist: when released editions would be lost.
    """
    count = released_editions(portal)
    if count:
        raise ReleasedEditionsExist(count)
