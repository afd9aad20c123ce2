"""Legal holds on records, on series and on what a search finds."""

from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.records.holds import hold_ledger
from czest.qms.records.holds import holds_in_force
from czest.qms.records.holds import is_held
from czest.qms.records.retaining import keeping_of
import datetime
import pytest
from zope.component import getUtility


TODAY = datetime.date(2026, 11, 30)
LATER = TODAY + datetime.timedelta(days=400)


def entries(content, operation):
    return [entry for entry in getUtility(ITrail).entries(uid_of(content)) if entry.operation == operation]


@pytest.mark.parametrize("login", ["archiwista", "pelnomocnik"])
def test_arch_4_a_hold_stops_the_disposal_of_a_record(office, hand_in, login):
    record = hand_in()
    due = keeping_of(record).disposable_from
    assert due < TODAY
    office.do(login, record, "hold", reason="Kontrola NIK", requested_by="Skarbnik Miasta", until=LATER)
    (hold,) = holds_in_force(record)
    assert (hold["who"], hold["since"], hold["until"], hold["group"]) == (login, TODAY, LATER, None)
    assert hold["who_post"] and hold["who_name"] and hold["requested_by"] == "Skarbnik Miasta"
    assert keeping_of(record).disposable_from == LATER + datetime.timedelta(days=1)
    (entry,) = entries(record, "hold")
    assert (entry.actor, entry.reason) == (login, "Kontrola NIK")
    assert entry.details["hold"] == hold["id"] and entry.details["until"] == LATER.isoformat()
    office.do(login, record, "hold", reason="Postępowanie sądowe")
    assert keeping_of(record).disposable_from is None
    office.do(login, record, "lift-hold", reason="Umorzono", hold=holds_in_force(record)[1]["id"])
    assert [held["reason"] for held in holds_in_force(record)] == ["Kontrola NIK"]
    office.do(login, record, "lift-hold", reason="Kontrola skończona")
    assert not is_held(record)
    assert keeping_of(record).disposable_from == due
    assert [(held["lifted"], held["lifted_by"]) for held in record.holds] == [(TODAY, login)] * 2
    assert getUtility(ITrail).verify(uid_of(record)).valid


@pytest.mark.parametrize("login", ["pracownik", "autor", "auditor", "manager", "administrator", "radca"])
def test_nobody_else_holds_or_lifts(office, portal, hand_in, login):
    record = hand_in()
    office.do("archiwista", record, "hold", reason="Kontrola")
    office.do("archiwista", record.series, "hold", reason="Kontrola")
    for content in (record, record.series):
        for operation in ("hold", "extend-hold", "lift-hold"):
            with pytest.raises(NotPermitted):
                office.do(login, content, operation, reason="Nie wolno", until=LATER)
    with pytest.raises(NotPermitted):
        office.do(login, portal["zapisy"], "hold-found", reason="Nie wolno", year=record.created_on.year)
    assert len(holds_in_force(record)) == 2


def test_the_end_of_a_hold_has_not_passed_and_a_reason_is_given(office, hand_in):
    record = hand_in()
    with pytest.raises(InvalidInput) as refused:
        office.do("archiwista", record, "hold", reason="Kontrola", until=TODAY - datetime.timedelta(days=1))
    assert [field for field, _message in refused.value.errors] == ["until"]
    with pytest.raises(InvalidInput) as refused:
        office.do("archiwista", record, "hold", until=LATER)
    assert [field for field, _message in refused.value.errors] == ["reason"]
    office.do("archiwista", record, "hold", reason="Kontrola", until=TODAY)
    assert is_held(record)
    assert not is_held(record, TODAY + datetime.timedelta(days=1))


def test_an_open_record_under_hold_is_not_changed_but_filed(office, hand_in):
    record = hand_in(closed_on=None)
    office.do("archiwista", record, "hold", reason="Kontrola")
    with pytest.raises(ObjectMovedOn):
        office.do("pracownik", record, "save", title="Inny")
    assert record.title == "Protokół"
    office.do("pracownik", record, "file", closed_on=TODAY)
    office.do("archiwista", record, "lift-hold", reason="Po kontroli")
    assert not is_held(record)


def test_a_hold_on_a_series_covers_its_records_and_those_to_come(office, hand_in):
    record = hand_in()
    series = record.series
    before = record._p_serial
    office.do("pelnomocnik", series, "hold", reason="Kontrola RIO", until=LATER)
    assert is_held(record) and record.holds == () and record._p_serial == before
    assert is_held(hand_in("Późniejszy"))
    assert [entry.reason for entry in entries(series, "hold")] == ["Kontrola RIO"]
    with pytest.raises(ObjectMovedOn):
        office.do("pelnomocnik", record, "lift-hold", reason="Nie tu")
    office.do("pelnomocnik", series, "extend-hold", reason="Kontrola trwa")
    assert keeping_of(record).disposable_from is None
    office.do("pelnomocnik", series, "close-series", reason="Koniec")
    office.do("pelnomocnik", series, "lift-hold", reason="Po kontroli")
    assert not is_held(record)
    assert hold_ledger().on_series() == []


def test_a_hold_is_extended_to_a_later_day_only(office, hand_in):
    record = hand_in()
    with pytest.raises(ObjectMovedOn):
        office.do("archiwista", record, "extend-hold", reason="Nic", until=LATER)
    office.do("archiwista", record, "hold", reason="Kontrola", until=LATER)
    for day in (LATER, TODAY - datetime.timedelta(days=3)):
        with pytest.raises(InvalidInput):
            office.do("archiwista", record, "extend-hold", reason="Wcześniej", until=day)
    office.do("archiwista", record, "extend-hold", reason="Dłużej", until=LATER + datetime.timedelta(days=9))
    assert record.holds[0]["until"] == LATER + datetime.timedelta(days=9)
    office.do("archiwista", record, "hold", reason="Druga")
    with pytest.raises(InvalidInput) as refused:
        office.do("archiwista", record, "extend-hold", reason="Która", until=None)
    assert [field for field, _message in refused.value.errors] == ["hold"]
    with pytest.raises(InvalidInput):
        office.do("archiwista", record, "extend-hold", reason="Bez końca", hold=record.holds[1]["id"])


def test_a_hold_on_what_is_found_is_one_decision(office, portal, hand_in):
    found = [hand_in(f"Protokół {number}") for number in range(3)]
    other = hand_in("Inny", created_on=datetime.date(2014, 1, 2), closed_on=datetime.date(2014, 2, 2))
    office.do("archiwista", portal["zapisy"], "hold-found", reason="Proces", until=LATER, year=2015, query="protokół")
    holds = [holds_in_force(record)[0] for record in found]
    assert {hold["group"] for hold in holds} == {holds[0]["id"]}
    assert not is_held(other)
    assert all(entries(record, "hold")[0].actor == "archiwista" for record in found)
    (entry,) = entries(portal["zapisy"], "hold-found")
    assert entry.details["records"] == 3 and entry.details["asked"] == {"year": 2015}
    decision = hold_ledger().get(holds[0]["id"])
    assert set(decision.uids) == {uid_of(record) for record in found}
    office.do("archiwista", found[0], "lift-hold", reason="Tylko ten")
    assert [is_held(record) for record in found] == [False, True, True]
    assert len(decision.uids) == 2
    office.do("archiwista", found[1], "extend-hold", reason="Wszystkie", whole_group=True)
    assert [held["until"] for record in found[1:] for held in holds_in_force(record)] == [None, None]
    office.do("archiwista", found[2], "lift-hold", reason="Koniec procesu", whole_group=True)
    assert not any(is_held(record) for record in found)
    assert decision.hold["lifted"] == TODAY
    assert [entry.reason for entry in entries(found[1], "lift-hold")] == ["Koniec procesu"]
    assert all(getUtility(ITrail).verify(uid_of(record)).valid for record in found)


def test_a_record_extended_alone_leaves_the_decision(office, portal, hand_in):
    found = [hand_in(f"Protokół {number}") for number in range(2)]
    names = [found[0].symbol, found[1].absolute_url()]
    office.do("archiwista", portal["zapisy"], "hold-found", reason="Proces", until=LATER, records=names)
    group = found[0].holds[0]["id"]
    office.do("archiwista", found[0], "extend-hold", reason="Dłużej")
    (own,) = found[0].holds
    assert own["group"] is None and own["id"] != group and own["until"] is None
    assert found[1].holds[0]["until"] == LATER
    assert list(hold_ledger().get(group).uids) == [uid_of(found[1])]
    assert list(hold_ledger().get(own["id"]).uids) == [uid_of(found[0])]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({}, "query"),
        ({"query": "nieobecne"}, "query"),
        ({"query": "nie"}, "query"),
        ({"series": "Z-NIEMA"}, "query"),
        ({"records": ["Z-NIEMA-2020/01", ".."]}, "records"),
    ],
)
def test_what_finds_nothing_is_refused(office, portal, hand_in, asked, field):
    hand_in()
    with pytest.raises(InvalidInput) as refused:
        office.do("archiwista", portal["zapisy"], "hold-found", reason="Proces", **asked)
    assert {name for name, _message in refused.value.errors} == {field}
    assert hold_ledger().in_force(TODAY) == []
