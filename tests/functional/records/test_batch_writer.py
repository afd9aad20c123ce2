"""An office filled for benchmarks: every verification finds it whole, and its lists agree with its records."""

from benchmarks.records.office import fill
from czest.qms.documents.making import uid_of
from czest.qms.jobs.interfaces import IVerification
from zope.component import getUtilitiesFor


def test_a_filled_office_is_whole_and_its_lists_agree_with_its_records(portal, office, head_log_outside_the_tree):
    fill(portal, ["OR", "IT"], 300)
    records = [record for series in portal["zapisy"].objectValues() for record in series.objectValues()]
    assert len(records) == 300
    assert [found for _name, verification in getUtilitiesFor(IVerification) for found in verification()] == []
    lines = head_log_outside_the_tree.read_text(encoding="utf-8").splitlines()
    assert sum("Z-OR-K" in line for line in lines) > 100
    found = portal.portal_catalog.unrestrictedSearchResults(portal_type="Record", sort_on="sort_symbol")
    assert {brain.UID for brain in found} == {uid_of(record) for record in records}
    assert {brain.review_state for brain in found} == {"open", "filed"}
    day = "2026-11-30"
    due = portal.portal_catalog.unrestrictedSearchResults(
        portal_type="Record", disposable_from={"query": ("0", day), "range": "minmax"}
    )
    assert {brain.UID for brain in due} == {uid_of(each) for each in records if is_due(each, day)}
    assert len(due) > 50


def is_due(record, day):
    """Tell whether a record is due, counted anew: 1 January after so many years (ARCH-4)."""
    category = record.archival_category
    if record.closed_on is None or category == "A":
        return False
    if category == "Bc":
        return True
    return f"{record.closed_on.year + int(category.strip('BE')) + 1}-01-01" <= day
