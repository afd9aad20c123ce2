"""Lists of more records than one request may work on: made, destroyed and given up piece by piece."""

from czest.qms import clock
from czest.qms.disposal import job
from czest.qms.disposal import work
from czest.qms.disposal.verification import verify_lists
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.tick import run_due_jobs
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.records.verification import verify_records
import datetime
import pytest
import transaction
from zope.component import getUtility


@pytest.fixture
def small_pieces(monkeypatch):
    """Let three records be too many for a request, and two for a transaction."""
    monkeypatch.setattr(work, "AT_ONCE", 2)
    monkeypatch.setattr(job, "PIECE", 2)


@pytest.fixture
def records(archive_office, small_pieces):
    made = [archive_office.record(title=f"Zapis {number}") for number in range(5)]
    transaction.commit()
    return made


@pytest.fixture
def content(archive_office, records):
    """A list of five records, of which none is on it yet."""
    made = archive_office.do(archive_office.records, "propose", category="B")
    transaction.commit()
    return made


def tick():
    # At night the job of purging would be due as well, for which this database has no file.
    noon = clock.now().astimezone(clock.OFFICE_ZONE).replace(hour=12)
    with clock.stopped_at(noon):
        reports = {report.name: report for report in run_due_jobs()}
    assert not [report for report in reports.values() if report.error]
    return reports["disposal.work"].sentence


def states(records):
    return [state_of(record) for record in records]


def test_a_long_list_is_made_by_the_job(archive_office, records, content):
    assert (state_of(content), len(content.rows)) == ("making", 0)
    assert work.progress(content) == {"kind": "making", "done": 0, "total": 5}
    job.piece(content.id)
    assert work.progress(content) == {"kind": "making", "done": 2, "total": 5}
    assert states(records).count("disposal_pending") == 2
    with pytest.raises(ObjectMovedOn):
        archive_office.do(content, "record-consent", consent_no="X", consent_date=clock.today())
    transaction.commit()
    assert tick() == "Worked on 3 records on disposal lists."
    assert (state_of(content), list(content.rows), work.progress(content)) == ("proposed", [1, 2, 3, 4, 5], None)
    assert states(records) == ["disposal_pending"] * 5
    assert tick() is None
    assert [entry.actor for entry in getUtility(ITrail).entries(records[4].UID())] == ["pracownik", "archiwista"]
    assert not list(verify_lists()) + list(verify_records())


def test_a_hold_set_while_the_list_is_made_keeps_the_record_off(archive_office, records, content):
    archive_office.hold(records[3])
    transaction.commit()
    tick()
    assert len(content.rows) == 4
    assert dict(content.left_out) == {records[3].symbol: ("on_hold",)}
    assert state_of(records[3]) == "filed"


def test_a_long_list_is_given_up_while_it_is_made(archive_office, records, content):
    job.piece(content.id)
    archive_office.do(content, "drop", reason="Pomyłka")
    transaction.commit()
    tick()
    assert state_of(content) == "dropped"
    assert states(records) == ["filed"] * 5


def test_a_long_list_is_destroyed_by_the_job(archive_office, records, content):
    tick()
    archive_office.do(content, "record-consent", consent_no="X", consent_date=clock.today())
    archive_office.do(content, "destroy")
    assert (state_of(content), states(records)) == ("destroying", ["disposal_pending"] * 5)
    transaction.commit()
    job.piece(content.id)
    assert states(records).count("disposed") == 2
    archive_office.hold(records[4])
    transaction.commit()
    tick()
    assert (state_of(content), states(records).count("disposed")) == ("destroyed", 4)
    assert (state_of(records[4]), bool(records[4].files)) == ("disposal_pending", True)
    assert not list(verify_lists()) + list(verify_records())


def test_where_all_is_held_meanwhile_the_list_stands_where_it_stood(archive_office, records, content):
    tick()
    archive_office.do(content, "record-consent", consent_no="X", consent_date=clock.today())
    archive_office.do(content, "destroy")
    archive_office.hold(records[0].series)
    transaction.commit()
    tick()
    assert (state_of(content), states(records)) == ("consented", ["disposal_pending"] * 5)
    archive_office.lift(records[0].series)
    archive_office.do(content, "destroy")
    transaction.commit()
    tick()
    assert states(records) == ["disposed"] * 5


def test_a_long_list_that_is_refused_gives_its_records_back(archive_office, records, content):
    tick()
    archive_office.do(content, "record-refusal", reason="Niepełne dane")
    transaction.commit()
    assert state_of(content) == "refused"
    tick()
    assert states(records) == ["filed"] * 5


def test_arch_6_no_clock_proposes_or_destroys(archive_office, records):
    waiting = archive_office.consented(*records[:2])
    transaction.commit()
    with clock.stopped_at(datetime.datetime(2099, 6, 1, 12, tzinfo=datetime.UTC)):
        assert tick() is None
    assert state_of(waiting) == "consented"
    assert states(records) == ["disposal_pending"] * 2 + ["filed"] * 3
    assert len(archive_office.archive.objectIds()) == 1
