"""A batch of records whose worker is killed at any write: it goes on, nothing is handed in twice and nothing is lost."""

from czest.qms import clock
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IVerification
from czest.qms.records.batches.job import LoadBatches
from czest.qms.records.batches.working import take_in
import datetime
import pytest
from support.bulletin import end_beside
from support.bulletin import opened_beside
from support.bulletin import storage_with_site
from support.crashing import BULLETIN
from support.crashing import copy_of
from support.crashing import FINISHED
from support.crashing import FINISHING
from support.crashing import in_child
from support.crashing import INTRANET
from support.crashing import opened_office
from support.filestorage import copy_transactions
from support.filestorage import move_to_file_storage
from support.office import Office
from support.people import hire_everybody
import transaction
from ZODB.FileStorage import FileStorage
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.globalrequest import getRequest


NOW = datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)
HEAD_LOG = "trail-heads.jsonl"
ROWS = 3
TABLE = "tytul;data_zakonczenia;pliki\r\n" + "".join(
    f"Protokół {n};2024-05-0{n};p{n}.txt\r\n" for n in range(1, ROWS + 1)
)
#: Steps tried in the daily run: around the ends of transactions, and others.
DAILY_ENDS, DAILY = 3, 1


@pytest.fixture
def fresh(functional, tmp_path, monkeypatch):
    """Return a function that gives a fresh copy of an office with a batch that waits for the worker, and its log of heads."""
    folder = tmp_path / "ready"
    monkeypatch.setenv("QMS_HEAD_LOG", str(folder / HEAD_LOG))
    for name in (INTRANET, BULLETIN):
        (folder / name).mkdir(parents=True)
    made = storage_with_site(functional)
    move_to_file_storage(functional, folder / INTRANET)
    storage = FileStorage(str(folder / BULLETIN / "Data.fs"), blob_dir=str(folder / BULLETIN / "blobs"))
    copy_transactions(made, storage)
    database = opened_beside(functional["zodbDB"], storage)
    with clock.stopped_at(NOW):
        hire_everybody()
        transaction.commit()
        send(Office(functional["portal"]))
        transaction.commit()
    end_beside(functional["zodbDB"], database)

    def fresh(name):
        monkeypatch.setenv("QMS_HEAD_LOG", str(tmp_path / name / HEAD_LOG))
        return copy_of(folder, tmp_path / name)

    return fresh


def send(office):
    values = {"symbol": "Z-OR-1", "title": "Protokoły", "owner_unit": "OR", "jrwa_class": "131"}
    series = office.do("pelnomocnik", office.portal["zapisy"], "make-series", **values)
    files = [(f"p{number}.txt", f"Treść {number}".encode()) for number in range(1, ROWS + 1)]
    with office.acting_as("pracownik"):
        take_in(series, getRequest(), "zapisy.csv", TABLE.encode(), files, is_trial=False)


def load(office):
    """Do what the worker does, one row in each transaction."""
    LoadBatches(step=0).run()


def picture(folder):
    """Return what is handed in, and what the batch knows of it."""
    with opened_office(folder) as office:
        trail = getUtility(ITrail)
        (batch,) = office.portal["zapisy"].batches.all()
        found = office.portal["zapisy"]["Z-OR-1"].objectValues()
        return {
            "records": sorted((each.symbol, each.title, each.files[0].data) for each in found),
            "trail": sorted((each.symbol, [entry.operation for entry in trail.entries(each.UID())]) for each in found),
            "known": sorted(result["symbol"] for result in batch.results.values()),
            "state": batch.state,
            "files": len(batch.files),
            "breaks": [each for _name, verify in getUtilitiesFor(IVerification) for each in verify()],
        }


def test_killed_at_any_write(fresh, sampled):
    with clock.stopped_at(NOW):
        whole = fresh("whole")
        steps = in_child(whole, load).steps
        expected = picture(whole)
        assert [title for _symbol, title, _data in expected["records"]] == [f"Protokół {n}" for n in range(1, ROWS + 1)]
        assert (expected["state"], expected["files"], expected["breaks"]) == ("done", 0, [])
        ends = [place for place, (_folder, step) in enumerate(steps) if step in (FINISHING, FINISHED)]
        assert len(ends) >= 2 * ROWS
        rest = [place for place in range(len(steps)) if place not in ends]
        for place in sorted([*sampled(ends, DAILY_ENDS), *sampled(rest, DAILY)]):
            folder = fresh("office")
            ended = in_child(folder, load, place)
            assert ended.killed, steps[place]
            between = picture(folder)
            # Whatever is handed in is known to be, and the other way round.
            assert between["known"] == [symbol for symbol, _title, _data in between["records"]], (place, steps[place])
            ended = in_child(folder, load)
            assert (ended.killed, ended.error) == (False, "")
            assert picture(folder) == expected, (place, steps[place])
