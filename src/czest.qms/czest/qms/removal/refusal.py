"""The product is not taken away while it holds editions that somebody relied on (ISO 9001, 7.5.3.2)."""

from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.operations.errors import OperationRefused
from czest.qms.records.verification import filed_records
from zope.i18n import interpolate


class MustBeKept(OperationRefused):
    """Uninstalling was refused; nothing has been changed.

    Parameters:
        count: how many objects must be kept.
    """

    status = 409
    sentence = ""

    def __init__(self, count):
        super().__init__(_(self.sentence, mapping={"count": count}))

    def __str__(self):
        """Return the sentence with its count, for the log."""
        return interpolate(str(self.message), self.message.mapping)


class ReleasedEditionsExist(MustBeKept):
    """There are released editions."""

    sentence = _(
        "Not uninstalled: released editions must be kept, and there are ${count} of them. Keep the product"
        " installed; or file a copy of the database and of the evidence as a whole, and begin a new site."
    )


class LegalActsExist(MustBeKept):
    """There are recorded legal acts."""

    sentence = _(
        "Not uninstalled: recorded legal acts must be kept, and there are ${count} of them. Keep the product"
        " installed; or file a copy of the database and of the evidence as a whole, and begin a new site."
    )


class FiledRecordsExist(MustBeKept):
    """There are filed records."""

    sentence = _(
        "Not uninstalled: filed records must be kept, and there are ${count} of them. Keep the product"
        " installed; or file a copy of the database and of the evidence as a whole, and begin a new site."
    )


def libraries(portal):
    """Return the libraries of a site."""
    return [child for child in portal.objectValues() if child.portal_type == "Library"]


def containers_of_acts(portal):
    """Return the containers of legal acts of a site."""
    return [child for child in portal.objectValues() if child.portal_type == "Acts"]


def containers_of_records(portal):
    """Return the containers of series of records of a site."""
    return [child for child in portal.objectValues() if child.portal_type == "Records"]


def archives(portal):
    """Return the archives of a site: a list never outlives its records, which stand in the way themselves."""
    return [child for child in portal.objectValues() if child.portal_type == "Archive"]


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
        LegalActsExist: when recorded legal acts would be lost.
        FiledRecordsExist: when filed records, or the stubs of those disposed of, would be lost.
    """
    count = released_editions(portal)
    if count:
        raise ReleasedEditionsExist(count)
    acts = sum(len(container) for container in containers_of_acts(portal))
    if acts:
        raise LegalActsExist(acts)
    filed = sum(1 for record in filed_records(portal))
    if filed:
        raise FiledRecordsExist(filed)
