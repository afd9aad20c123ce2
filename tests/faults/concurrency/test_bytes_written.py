"""What a registration writes does not grow with the library, or an office slows down with the years."""

from czest.qms.documents.interfaces import INumbering
from czest.qms.operations import gate
from plone import api
from plone.dexterity.utils import createContent
import statistics
import transaction
from zope.component import getUtility


SMALL, LARGE = 1_000, 10_000
#: A bucket of a BTree holds 30 to 120 entries: as many registrations meet it at every degree of fullness.
SAMPLES = 60
#: The trail and the catalog's words are new in a new site: their first buckets must have divided before.
WARM_UP = 60
GROWTH = 1.3
BATCH = 500


def fill(library, first, last):
    """Put documents into the library, the numbering and the catalog, without the trail and the events."""
    numbering = getUtility(INumbering)
    catalog = api.portal.get_tool("portal_catalog")
    with gate.opened("test"):
        for number in range(first, last):
            document = createContent("Procedure", title=f"Obieg korespondencji {number}", owner_unit="PJ")
            document.id = document.symbol = f"P-{number:06}"
            library._setOb(document.id, document)
            numbering.reserve(document.id, f"uid-{number}")
            added = library[document.id]
            catalog.catalog_object(added, "/".join(added.getPhysicalPath()))
            if number % BATCH == BATCH - 1:
                transaction.commit()
    transaction.commit()


def written_by(storage, since):
    """Return the bytes that the transactions after ``since`` wrote."""
    return sum(len(record.data) for stored in storage.changes.iterator() if stored.tid > since for record in stored)


def bytes_of_registrations(office, ending):
    """Return the mean of the bytes that one registration writes."""
    database = office.portal._p_jar.db()
    sizes = []
    for number in range(SAMPLES):
        since = database.lastTransaction()
        office.register(login="pelnomocnik", symbol=f"P-{number * 16:06}-{ending}")
        transaction.commit()
        sizes.append(written_by(database.storage, since))
    return statistics.mean(sizes)


def test_a_registration_writes_as_much_into_a_large_library_as_into_a_small_one(office):
    fill(office.library, 0, SMALL)
    for number in range(WARM_UP):
        office.register(login="pelnomocnik", symbol=f"R-{number:03}")
    transaction.commit()
    small = bytes_of_registrations(office, "A")
    fill(office.library, SMALL, LARGE)
    large = bytes_of_registrations(office, "B")
    print(f"{small:.0f} bytes at {SMALL} documents, {large:.0f} at {LARGE}")
    assert small > 0
    assert large <= small * GROWTH
    catalog = api.portal.get_tool("portal_catalog")
    assert len(catalog.unrestrictedSearchResults(portal_type="Procedure")) == LARGE + WARM_UP + 2 * SAMPLES
