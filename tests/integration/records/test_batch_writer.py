"""A record written for benchmarks: nothing tells it from one that was handed in."""

from benchmarks.copying import names_asked
from benchmarks.records.office import hand_in
from benchmarks.records.office import open_series
from benchmarks.records.writing import RecordPattern
from benchmarks.records.writing import Said
from czest.qms.documents.content import state_of
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
import datetime
from Products.CMFCore.indexing import processQueue
import pytest
from support.office import file_named
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


FIRST = Said("Protokół nr 1", "OR.131.1.2019", datetime.date(2019, 5, 6), datetime.date(2019, 6, 1))
SECOND = Said("Żądanie nr 2", "OR.131.2.2020", datetime.date(2020, 1, 7), datetime.date(2020, 12, 31))
OPEN = Said("Protokół nr 3", "OR.131.3.2026", datetime.date(2026, 1, 7), None)

#: What differs between any two records.
OF_ITS_OWN = {"UID", "symbol", "sort_symbol", "id", "getId", "created", "modified", "Date", "CreationDate"}
OF_ITS_OWN |= {"ModificationDate", "path", "getPhysicalPath", "SearchableText", "cmf_uid", "end", "start"}
#: Attributes that are.
ATTRIBUTES_OF_ITS_OWN = {"symbol", "id", "_plone.uuid", "digest", "creation_date", "modification_date"}
ATTRIBUTES_OF_ITS_OWN |= {"workflow_history", "files"}


@pytest.fixture
def series(portal, office):
    return open_series(portal["zapisy"], ["OR"])[1][0]


def row(portal, record):
    """Return what each index and each column of the catalog has about a record."""
    processQueue()
    catalog = portal.portal_catalog
    rid = catalog.getrid("/".join(record.getPhysicalPath()))
    return {**catalog.getMetadataForRID(rid), **catalog.getIndexDataForRID(rid)}


@pytest.mark.parametrize("said", [SECOND, OPEN])
def test_a_written_record_is_as_one_handed_in(portal, series, said):
    files = [file_named("zał. 1.txt")]
    pattern = hand_in(series, FIRST if said.closed_on else OPEN, files)
    written = RecordPattern(pattern).write(said)
    handed_in = hand_in(series, said, [file_named("zał. 1.txt")])
    found, expected = row(portal, written), row(portal, handed_in)
    assert found.keys() == expected.keys() >= {"review_state", "disposable_from", "allowedRolesAndUsers"}
    assert {name for name in found if found[name] != expected[name]} <= OF_ITS_OWN
    assert set(names_asked(portal.portal_catalog)) & {"held_until", "record_year"}
    assert written.__dict__.keys() == handed_in.__dict__.keys()
    differing = {name for name in written.__dict__ if written.__dict__[name] != handed_in.__dict__[name]}
    assert differing <= ATTRIBUTES_OF_ITS_OWN
    assert [file.sha256 for file in written.files] == [file.sha256 for file in handed_in.files]
    assert state_of(written) == state_of(handed_in)
    assert written.symbol.rpartition("/")[0] == handed_in.symbol.rpartition("/")[0]
    assert portal["zapisy"].numbering.uid_of(written.symbol) == uid_of(written)
    assert getUtility(IIntIds).queryId(written) is not None


def test_its_trail_says_the_same(series):
    written = RecordPattern(hand_in(series, FIRST)).write(SECOND)
    handed_in = hand_in(series, SECOND)
    trail = getUtility(ITrail)
    (found,), (expected,) = trail.entries(uid_of(written)), trail.entries(uid_of(handed_in))
    assert (found.operation, found.actor, found.details) == (expected.operation, expected.actor, expected.details)
    assert found.digest == written.digest
    assert found.object_uid == uid_of(written)


def test_text_search_finds_it(portal, series):
    written = RecordPattern(hand_in(series, FIRST)).write(SECOND)
    found = portal.portal_catalog.unrestrictedSearchResults(SearchableText="żądania")
    assert [brain.UID for brain in found] == [uid_of(written)]
