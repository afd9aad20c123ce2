"""The catalog's answer to which records are held is that of the records themselves, whatever stands on them."""

from BTrees.IIBTree import IISet
from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.records import spreading
from czest.qms.records.holds import held_among
from czest.qms.records.holds import held_brains
from czest.qms.records.holds import hold_ledger
from czest.qms.records.holds import holds_in_force
from czest.qms.records.holds import is_held
import datetime
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
import transaction
from zope.globalrequest import getRequest


DAYS = st.one_of(st.none(), st.integers(0, 4))
#: On what: one of the records, one of the series, or several records at once.
PLACES = st.one_of(
    st.tuples(st.just("record"), st.integers(0, 3)),
    st.tuples(st.just("series"), st.integers(0, 1)),
    st.tuples(st.just("found"), st.sets(st.integers(0, 3), min_size=1)),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("hold"), PLACES, DAYS),
        st.tuples(st.just("lift"), st.integers(0, 5), st.booleans()),
        st.tuples(st.just("write"), st.none(), st.none()),
    ),
    max_size=6,
)


@pytest.fixture
def records(hand_in):
    classes = ("0142", "0142", "1431", "1431")
    found = [hand_in(f"Protokół {number}", jrwa_class=name) for number, name in enumerate(classes)]
    # What waits to be indexed would be lost when a savepoint is gone back to.
    processQueue()
    return found


def day_after(days):
    return None if days is None else clock.today() + datetime.timedelta(days=days)


def take(step, office, records):
    kind, place, value = step
    series = list(dict.fromkeys(record.series.getId() for record in records))
    container = office.portal["zapisy"]
    if kind == "write":
        for decision in hold_ledger().at_work():
            spreading.write_step(decision, 1)
    elif kind == "hold" and place[0] == "found":
        names = [records[number].symbol for number in sorted(place[1])]
        office.do("archiwista", container, "hold-found", reason="R", until=day_after(value), records=names)
    elif kind == "hold":
        content = records[place[1]] if place[0] == "record" else container[series[place[1] % len(series)]]
        office.do("archiwista", content, "hold", reason="R", until=day_after(value))
    else:
        content = [*records, *(container[name] for name in series)][place % (len(records) + len(series))]
        pending = {uid for decision in hold_ledger().at_work() for uid in decision.uids}
        if uid_of(content) not in pending and any(hold["lifted"] is None for hold in content.holds):
            office.do("archiwista", content, "lift-hold", reason="R", whole_group=value)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, later=st.integers(0, 5))
def test_the_catalog_agrees_with_the_records(office, records, monkeypatch, steps, later):
    monkeypatch.setattr(spreading, "AT_ONCE", 1)
    day = clock.today() + datetime.timedelta(days=later)
    before = transaction.savepoint()
    try:
        for step in steps:
            take(step, office, records)
        brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Record")
        rids = {brain.UID: brain.getRID() for brain in brains}
        expected = {uid_of(record) for record in records if is_held(record, day)}
        assert held_brains(brains, day) == expected
        assert set(held_among(IISet(rids.values()), day)) == {rids[uid] for uid in expected}
        assert all(bool(holds_in_force(record, day)) == (uid_of(record) in expected) for record in records)
    finally:
        before.rollback()
        # Indexes keep answers with the request and tell a change by a counter, which the rollback has set back.
        getRequest().other.pop("__catalog_cache__", None)
