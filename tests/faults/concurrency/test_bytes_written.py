"""What a registration writes does not grow with the library, or an office slows down with the years."""

from czest.qms.documents.interfaces import INumbering
from czest.qms.operations import gate
from plone.dexterity.utils import createContent
from Products.CMFPlone.CatalogTool import CatalogTool
import pytest
import statistics
import transaction
from zope.component import getUtility


SMALL, LARGE = 1_000, 10_000
#: Each registration meets buckets that are more or less full: one alone says little.
SAMPLES = 15
GROWTH = 1.3
#: The trail and the table of numbers of objects are new in a new site: their first buckets must have divided before.
WARM_UP = 130


@pytest.fixture
def without_catalog(monkeypatch):
    """Leave the catalog out: its trees grow with what it has ever indexed, until their nodes divide."""
    for method in ("_indexObject", "_reindexObject"):
        monkeypatch.setattr(CatalogTool, method, lambda *arguments, **options: None)


def fill(library, first, last):
    """Put minimal documents into the library and the numbering."""
    numbering = getUtility(INumbering)
    with gate.opened("test"):
        for number in range(first, last):
            document = createContent("Procedure")
            document.id = f"P-{number:06}"
            library._setOb(document.id, document)
            numbering.reserve(document.id, f"uid-{number}")
    transaction.commit()


def written_by(storage, since):
    """Return the bytes that the transactions after ``since`` wrote."""
    return sum(len(record.data) for stored in storage.changes.iterator() if stored.tid > since for record in stored)


def bytes_of_registrations(office, ending):
    """Return the median of the bytes that one registration writes."""
    database = office.portal._p_jar.db()
    sizes = []
    for number in range(SAMPLES):
        since = database.lastTransaction()
        office.register(login="pelnomocnik", symbol=f"P-{number * 66:06}-{ending}")
        transaction.commit()
        sizes.append(written_by(database.storage, since))
    return statistics.median(sizes)


def test_a_registration_writes_as_much_into_a_large_library_as_into_a_small_one(office, without_catalog):
    fill(office.library, 0, SMALL)
    for number in range(WARM_UP):
        office.register(login="pelnomocnik", symbol=f"R-{number:03}")
    transaction.commit()
    small = bytes_of_registrations(office, "A")
    fill(office.library, SMALL, LARGE)
    large = bytes_of_registrations(office, "B")
    assert small > 0
    assert large <= small * GROWTH, f"{small} bytes at {SMALL} documents, {large} at {LARGE}"
