"""What is destroyed is gone, what stays verifies, and a hold wins."""

from czest.qms import clock
from czest.qms.disposal.verification import verify_lists
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations import gate
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.performing import perform
from czest.qms.records.verification import verify_records
import datetime
from plone import api
import pytest
from support.office import file_named
from zope.component import getUtility
from zope.globalrequest import getRequest


SECRET = "Tajemnicza"


def found(text):
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(SearchableText=text)


def destroyed(archive_office, record):
    archive_office.do(archive_office.consented(record), "destroy")
    return record


@pytest.fixture
def record(archive_office):
    """A record with everything that one can have."""
    record = archive_office.record(title="Protokół kontroli pieców", case_sign="OR.0142.7.2015")
    addendum = {"text": f"{SECRET} poprawka", "file": file_named("poprawka.txt", f"{SECRET} druga".encode())}
    archive_office.office.do("pracownik", record, "add-addendum", **addendum)
    return record


def test_the_content_is_gone_and_the_stub_stays(archive_office, record):
    digest = record.digest
    assert found(SECRET)
    destroyed(archive_office, record)
    assert (record.files, record.typed, record.evidence_of, record.searchable_text) == ([], {}, "", "")
    assert [(one["text"], one["file"]) for one in record.addenda] == [("", None)]
    assert not found(SECRET)
    assert [brain.symbol for brain in found("pieców")] == [record.symbol]
    assert (record.digest, record.files_destroyed, record.disposed_on) == (digest, 2, clock.today())
    assert (record.title, record.case_sign) == ("Protokół kontroli pieców", "OR.0142.7.2015")
    assert record.disposal_list_symbol == f"Z-AR-{clock.today().year}/1"


def test_no_history_keeps_what_is_gone(archive_office, record):
    destroyed(archive_office, record)
    assert not api.portal.get_tool("portal_repository").isVersionable(record)
    assert not api.portal.get_tool("portal_historiesstorage")._getShadowStorage(autoAdd=False)
    assert not any(entry["comments"] for entry in record.workflow_history["qms_record_workflow"])
    assert SECRET not in repr(list(getUtility(ITrail).entries(record.UID())))


def test_the_stub_verifies(archive_office, record):
    destroyed(archive_office, record)
    assert not list(verify_records())
    assert getUtility(ITrail).head(record.UID()).digest == record.stub_digest


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Inny"),
        ("digest", "0" * 64),
        ("files_destroyed", 0),
        ("disposed_on", datetime.date(2000, 1, 1)),
        ("evidence_of", "Znowu treść"),
        ("searchable_text", "Znowu treść"),
    ],
)
def test_a_stub_that_was_changed_is_named(archive_office, record, name, value):
    destroyed(archive_office, record)
    with gate.opened("test"):
        setattr(record, name, value)
    assert {symbol for symbol, _seq, _message in verify_records()} == {record.symbol}


def test_records_on_their_way_verify(archive_office, record):
    archive_office.proposed(record)
    assert not list(verify_records())
    archive_office.record("A", closed_on=datetime.date(1990, 1, 1))
    content = archive_office.do(archive_office.records, "propose", category="A")
    archive_office.do(content, "transfer")
    assert not list(verify_records())
    assert not list(verify_lists())


def test_a_list_whose_rows_were_changed_is_named(archive_office, record):
    content = archive_office.proposed(record)
    assert not list(verify_lists())
    with gate.opened("test"):
        del content.rows[1]
    assert [symbol for symbol, _seq, _message in verify_lists()] == [content.symbol]


@pytest.mark.parametrize("on_series", [False, True])
def test_a_hold_between_consent_and_destruction_wins(archive_office, record, on_series):
    content = archive_office.consented(record)
    archive_office.hold(record.series if on_series else record)
    with pytest.raises(ObjectMovedOn) as refused:
        archive_office.do(content, "destroy")
    assert len(refused.value.errors) == 1
    assert (state_of(content), state_of(record)) == ("consented", "disposal_pending")
    assert record.files


def test_a_row_on_hold_is_skipped_and_may_follow_later(archive_office, record):
    other = archive_office.record(title="Drugi")
    content = archive_office.consented(record, other)
    archive_office.hold(record)
    with archive_office.office.acting_as("archiwista"):
        performed = perform(operation_named(content, getRequest(), "destroy"), {})
    assert [warning.mapping["subject"] for warning in performed.warnings] == [f"1 ({record.symbol})"]
    assert (state_of(record), state_of(other), state_of(content)) == ("disposal_pending", "disposed", "destroyed")
    assert content.skipped[1] == ("on_hold",)
    archive_office.lift(record)
    archive_office.do(content, "destroy")
    assert (state_of(record), list(content.skipped)) == ("disposed", [])


def test_the_protocol_lets_go_of_what_was_not_destroyed(archive_office, record):
    other = archive_office.record(title="Drugi")
    content = archive_office.consented(record, other)
    archive_office.hold(record)
    archive_office.do(content, "destroy", method="wymazanie", commission=["A. A.", "B. B."], witnesses=["C. C."])
    archive_office.do(content, "record-protocol", sign="AR.1")
    assert (state_of(content), state_of(record), record.disposal_list) == ("closed", "filed", None)
    assert content.papers["protocol"]["units"] == 1
