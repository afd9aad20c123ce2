"""The life of a record until it is filed, and what is added afterwards."""

from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.performing import perform
from czest.qms.records.retaining import keeping_of
from czest.qms.records.snapshots import computed_digest
import datetime
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from support.office import file_named
from support.people import add_account
from zExceptions import Forbidden
from zope.component import getUtility
from zope.globalrequest import getRequest


TODAY = datetime.date(2026, 11, 30)
CLOSED_ON = datetime.date(2026, 3, 4)


def indexed(record):
    """Return what the catalog knows of a record."""
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    (brain,) = catalog.unrestrictedSearchResults(UID=record.UID())
    return catalog.getIndexDataForRID(brain.getRID())


def test_an_open_record_is_saved_and_filed(office, capture):
    record = capture(case_sign="OR.2110.3.2026")
    assert (state_of(record), record.closed_on, record.created_on) == ("open", None, TODAY)
    office.do("pracownik", record, "save", title="Protokół poprawiony", files=[file_named("nowy.txt")])
    assert (record.title, [file.filename for file in record.files]) == ("Protokół poprawiony", ["nowy.txt"])
    office.do("pracownik", record, "file", closed_on=CLOSED_ON)
    assert (state_of(record), record.closed_on, record.digest) == ("filed", CLOSED_ON, computed_digest(record))
    assert [entry.operation for entry in getUtility(ITrail).entries(record.UID())] == ["capture", "save", "file"]


def test_arch_4_with_the_day_of_the_end_it_is_filed_at_once(filed):
    assert state_of(filed) == "filed"
    found = keeping_of(filed)
    assert found.retention_until == datetime.date(2031, 12, 31)
    assert found.disposable_from == datetime.date(2032, 1, 1)


def test_the_catalog_knows_its_days(filed):
    found = indexed(filed)
    assert {
        name: found[name]
        for name in (
            "symbol", "review_state", "archival_category", "jrwa_class", "closed_on", "created_on", "record_year",
            "retention_until", "disposable_from", "transferable_from", "held_until", "record_series",
        )
    } == {
        "symbol": "Z-OR-K2110-2026/01",
        "review_state": "filed",
        "archival_category": "B5",
        "jrwa_class": "2110",
        "closed_on": "2026-03-04",
        "created_on": "2026-03-04",
        "record_year": 2026,
        "retention_until": "2031-12-31",
        "disposable_from": "2032-01-01",
        "transferable_from": "",
        "held_until": "",
        "record_series": filed.series.UID(),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("category", "retained", "due", "transferred"),
    [
        ("A", "", "", "2052-01-01"),
        ("Bc", "", "2026-03-05", ""),
        ("BE5", "2031-12-31", "2032-01-01", ""),
        ("B10", "2036-12-31", "2037-01-01", ""),
    ],
)
def test_arch_3_and_4_days_of_each_category(capture, category, retained, due, transferred):
    found = indexed(capture(archival_category=category, closed_on=CLOSED_ON))
    assert (found["retention_until"], found["disposable_from"], found["transferable_from"]) == (
        retained,
        due,
        transferred,
    )


def test_arch_4_an_open_record_has_no_clock(capture):
    found = indexed(capture())
    assert (found["closed_on"], found["retention_until"], found["disposable_from"]) == ("", "", "")


@pytest.mark.parametrize("day", [None, datetime.date(2026, 12, 1), datetime.date(1899, 1, 1)])
def test_filing_needs_the_day_on_which_the_case_was_closed(office, capture, day):
    record = capture()
    with pytest.raises(InvalidInput) as refused:
        office.do("pracownik", record, "file", closed_on=day)
    assert [name for name, _message in refused.value.errors] == ["closed_on"]
    assert (state_of(record), record.closed_on) == ("open", None)


def test_a_day_saved_before_suffices(office, capture):
    record = capture()
    office.do("pracownik", record, "save", closed_on=CLOSED_ON)
    assert state_of(record) == "open"
    office.do("pracownik", record, "file")
    assert (state_of(record), record.closed_on) == ("filed", CLOSED_ON)


def test_a_filed_record_is_neither_saved_nor_filed_again(office, filed):
    for operation, data in (("save", {"title": "Inny"}), ("file", {"closed_on": CLOSED_ON})):
        for login in ("pracownik", "pelnomocnik", "archiwista"):
            with pytest.raises(ObjectMovedOn):
                office.do(login, filed, operation, **data)
    assert filed.title == "Protokół z kontroli"


@pytest.mark.parametrize("login", ["informatyk", "manager", "administrator", "auditor"])
def test_others_neither_save_nor_file_nor_add(office, capture, filed, login):
    record = capture()
    for content, operation, data in (
        (record, "save", {"title": "Inny"}),
        (record, "file", {"closed_on": CLOSED_ON}),
        (filed, "add-addendum", {"text": "Inaczej"}),
    ):
        with pytest.raises(NotPermitted):
            office.do(login, content, operation, **data)
    assert (record.title, state_of(record), filed.addenda) == ("Protokół z kontroli", "open", ())


def test_nobody_else_decides_openness_by_saving(office, capture):
    record = capture()
    with pytest.raises(NotPermitted):
        office.do("pracownik", record, "save", openness="bip")
    office.do("archiwista", record, "save", openness="bip", openness_basis="udip-6-1-3-d")
    office.do("pracownik", record, "save", title="Inny", openness="bip")
    assert (record.openness, record.title) == ("bip", "Inny")


@pytest.mark.parametrize("login", ["manager", "pracownik", "archiwista"])
@pytest.mark.parametrize("name", ["title", "files", "typed", "addenda", "digest", "holds", "closed_on", "nowy"])
def test_no_attribute_is_set_from_code_outside_operations(office, filed, login, name):
    with office.acting_as(login), pytest.raises(Forbidden):
        setattr(filed, name, None)


def test_a_correction_stands_beside_what_was_filed(office, filed):
    before = filed.digest
    office.do("pracownik", filed, "add-addendum", text="Data w pkt 2: 5 marca.", file=file_named("sprostowanie.txt"))
    office.do("pelnomocnik", filed, "add-addendum", text="Uzupełniono załącznik.")
    first, second = filed.addenda
    assert (first["number"], first["login"], first["post"]) == (1, "pracownik", "Inspektor ds. kancelarii")
    assert (first["text"], first["file"].filename) == ("Data w pkt 2: 5 marca.", "sprostowanie.txt")
    assert (second["number"], second["file"], second["name"]) == (2, None, "Pełnomocnik ds. SZJ")
    assert filed.digest == before == computed_digest(filed)
    traced = getUtility(ITrail).entries(filed.UID())[1:]
    assert [entry.details["addendum_digest"] for entry in traced] == [first["digest"], second["digest"]]
    assert {entry.digest for entry in traced} == {before}


def test_a_correction_needs_a_text_and_a_sound_file(office, filed):
    for data in ({}, {"text": ""}, {"text": "x", "file": file_named("x.exe", b"MZ", "x/y")}):
        with pytest.raises(InvalidInput):
            office.do("pracownik", filed, "add-addendum", **data)
    assert filed.addenda == ()


def test_an_open_record_has_no_corrections(office, capture):
    record = capture()
    with pytest.raises(ObjectMovedOn):
        office.do("pracownik", record, "add-addendum", text="Za wcześnie")


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("OR.2110.3.2026", 0),
        ("OR-I.2110.3.2026.AK", 0),
        ("", 0),
        ("IT.2110.3.2026", 1),
        ("OR.131.3.2026", 1),
        ("IT.131.3.2026", 2),
        ("Sprawa nr 5", 1),
    ],
)
def test_arch_1_an_unusual_case_sign_is_said_and_let_in(office, records, sign, expected):
    with office.acting_as("pracownik"):
        operation = operation_named(records, getRequest(), "capture")
        done = perform(operation, {"title": "Protokół", "jrwa_class": "2110", "case_sign": sign})
    assert done.changed.case_sign == sign
    assert len(done.warnings) == expected


def test_name_and_post_stay_those_of_the_moment(filed):
    api.user.get(userid="pracownik").setMemberProperties({"fullname": "Ktoś inny"})
    add_account("nowy", "Nowy")
    assert (filed.author_name, filed.author_post) == ("Inspektor ds. kancelarii", "Inspektor ds. kancelarii")
