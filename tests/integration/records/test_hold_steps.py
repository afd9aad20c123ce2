"""A hold on many records binds all of them at once and is written on them in steps that may be interrupted."""

from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.records import spreading
from czest.qms.records.holds import held_brains
from czest.qms.records.holds import hold_ledger
from czest.qms.records.holds import is_held
from czest.qms.records.retaining import keeping_of
import datetime
from plone import api
import pytest
from zope.component import getUtility


LATER = datetime.date(2026, 11, 30) + datetime.timedelta(days=400)


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(spreading, "AT_ONCE", 2)


@pytest.fixture
def held(office, portal, hand_in, small_steps):
    """Five records under one decision that is written on none yet."""
    records = [hand_in(f"Protokół {number}") for number in range(5)]
    office.do("archiwista", portal["zapisy"], "hold-found", reason="Proces", until=LATER, year=2015)
    return records


def present_decision():
    (decision,) = hold_ledger().at_work()
    return decision


def written(records):
    return [record for record in records if record.holds]


def found_held():
    return held_brains(api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Record"))


def test_every_record_is_held_before_it_is_written(office, held):
    uids = {uid_of(record) for record in held}
    assert written(held) == []
    assert all(is_held(record) for record in held)
    assert {keeping_of(record).disposable_from for record in held} == {LATER + datetime.timedelta(days=1)}
    assert found_held() == uids
    assert spreading.write_step(present_decision()) == 2
    assert len(written(held)) == 2 and len(present_decision().pending) == 3
    assert found_held() == uids and all(is_held(record) for record in held)


def test_the_job_goes_on_where_it_was_interrupted(office, held, monkeypatch):
    spreading.write_step(present_decision())
    job, write = spreading.SpreadHolds(), spreading._write
    count = len(present_decision().pending)

    def broken(record, decision):
        raise RuntimeError("interrupted")

    monkeypatch.setattr(spreading, "in_transaction", lambda step: step())
    monkeypatch.setattr(spreading, "_write", broken)
    with pytest.raises(RuntimeError):
        job.run()
    assert len(present_decision().pending) == count
    monkeypatch.setattr(spreading, "_write", write)
    assert job.run().mapping == {"count": 3}
    assert job.run() is None
    assert len(written(held)) == 5 and hold_ledger().at_work() == []
    trail = getUtility(ITrail)
    for record in held:
        (entry,) = [entry for entry in trail.entries(uid_of(record)) if entry.operation == "hold"]
        assert (entry.actor, entry.reason) == ("archiwista", "Proces")
        assert trail.verify(uid_of(record)).valid


def test_what_is_being_written_is_not_changed_meanwhile(office, held):
    spreading.write_step(present_decision())
    on, off = written(held)[0], next(record for record in held if not record.holds)
    for record, whole in ((off, False), (off, True), (on, True)):
        with pytest.raises(ObjectMovedOn):
            office.do("archiwista", record, "lift-hold", reason="Za wcześnie", whole_group=whole)
    office.do("archiwista", on, "lift-hold", reason="Tylko ten")
    assert not is_held(on) and is_held(off)


def finish():
    while hold_ledger().at_work():
        spreading.write_step(present_decision())


def test_an_extension_binds_at_once_and_a_lifted_hold_until_it_is_written(office, held):
    finish()
    day = LATER + datetime.timedelta(days=1)
    office.do("archiwista", held[0], "extend-hold", reason="Dłużej", whole_group=True)
    assert len(present_decision().pending) == 4
    assert all(is_held(record, day) for record in held)
    assert len(found_held()) == 5
    finish()
    assert [record.holds[0]["until"] for record in held] == [None] * 5
    office.do("archiwista", held[0], "lift-hold", reason="Koniec", whole_group=True)
    assert [is_held(record) for record in held] == [False, True, True, True, True]
    assert present_decision().hold["lifted"] is None
    finish()
    assert not any(is_held(record) for record in held)
    assert found_held() == set()
