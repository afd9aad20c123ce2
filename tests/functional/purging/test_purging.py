"""A purge is asked for with the destruction, and made by the scheduler at night or from a terminal at once."""

from czest.qms import clock
from czest.qms.jobs import commandline
from czest.qms.jobs import site
from czest.qms.jobs.tick import run_due_jobs
from czest.qms.purging.purge import alone
from czest.qms.purging.record import made_record_of
from czest.qms.purging.record import record_of
from czest.qms.purging.record import request_purge
import datetime
from functools import partial
import os
from plone.app.testing import PLONE_SITE_ID
import pytest
from support.filestorage import move_to_file_storage
import transaction
from transaction.interfaces import TransientError
from ZODB.blob import Blob


EVENING = datetime.datetime(2026, 11, 24, 17, tzinfo=datetime.UTC)
NIGHT = datetime.datetime(2026, 11, 25, 1, tzinfo=datetime.UTC)


@pytest.fixture
def database(functional, tmp_path):
    """The site of the layer in a FileStorage with blobs."""
    move_to_file_storage(functional, tmp_path)
    return functional["zodbDB"]


@pytest.fixture
def portal(functional, database):
    return functional["portal"]


@pytest.fixture
def destroyed(portal):
    """Something was destroyed in the evening."""
    with clock.stopped_at(EVENING):
        request_purge()
        transaction.commit()


@pytest.fixture
def qms(monkeypatch, capsys, portal):
    """Run a command on the site of the layer; return its status, and what it printed and complained."""
    monkeypatch.setattr(site, "start_zope", lambda: None)
    monkeypatch.setattr(site, "opened_site", partial(site.opened_site, site_id=PLONE_SITE_ID))

    def run(*words):
        status = commandline.main(words)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def record(database):
    with database.transaction() as connection:
        return record_of(connection).__getstate__()


def purged(moment):
    """Return what the job says at some moment."""
    with clock.stopped_at(moment):
        (report,) = [report for report in run_due_jobs() if report.name == "purging.purge"]
    return report


def test_nothing_is_done_where_nothing_was_destroyed(portal, database):
    before = database.lastTransaction()
    assert purged(NIGHT).sentence is None
    assert (record_of(portal._p_jar), database.lastTransaction()) == (None, before)


def test_a_destruction_that_is_undone_asks_for_nothing(portal):
    request_purge()
    transaction.abort()
    assert record_of(portal._p_jar) is None


def test_purged_once_in_the_next_night(portal, database, destroyed):
    assert purged(EVENING + datetime.timedelta(minutes=1)).sentence is None
    assert purged(NIGHT).sentence.startswith("Purged: ")
    assert record(database)["purged_at"] == NIGHT
    assert purged(NIGHT + datetime.timedelta(minutes=1)).sentence is None


def test_many_destructions_are_one_request_and_write_once(portal, database, destroyed):
    before = database.lastTransaction()
    request_purge()
    transaction.commit()
    assert (database.lastTransaction(), record(database)["requests"]) == (before, 1)


def test_a_destruction_while_a_purge_begins_is_a_conflict(portal, database, destroyed):
    request_purge()
    portal.description = "one record less"
    with database.transaction() as connection:
        record_of(connection).begin()
    with pytest.raises(TransientError):
        transaction.commit()
    transaction.abort()
    request_purge()
    transaction.commit()
    assert record(database)["requests"] == 2


def test_what_is_destroyed_during_a_purge_waits_for_another(portal, database, destroyed):
    number = made_record_of(portal._p_jar).begin()
    transaction.commit()
    request_purge()
    transaction.commit()
    made_record_of(portal._p_jar).finish(number)
    transaction.commit()
    kept = record_of(portal._p_jar)
    assert (kept.is_needed, kept.requested_at == kept.purged_at) == (True, True)


def test_a_purge_that_fails_is_tried_again_after_an_hour(portal, database, destroyed, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(database.storage, "pack", lambda *_arguments: 1 / 0)
        assert isinstance(purged(NIGHT).error, ZeroDivisionError)
    assert record(database)["served"] == 0
    assert purged(NIGHT + datetime.timedelta(minutes=59)).sentence is None
    assert purged(NIGHT + datetime.timedelta(minutes=60)).sentence.startswith("Purged: ")
    assert record(database)["served"] == 1


def test_from_a_terminal_at_once(qms, database, destroyed):
    status, printed, complained = qms("purge")
    assert (status, complained) == (0, "")
    assert printed.startswith("Purged: ")
    assert record(database)["served"] == 1
    assert qms("purge")[0] == 0


def test_never_twice_at_once(qms, portal, database, destroyed):
    with alone(database.storage):
        assert purged(NIGHT) == ("purging.purge", None, None)
        assert qms("purge") == (2, "", "The database is being purged already.\n")
    assert record(database)["served"] == 0
    assert qms("purge")[0] == 0
    assert record(database)["served"] == 1


def test_files_that_the_database_does_not_know_are_removed(qms, portal, database):
    portal.blob = Blob(b"kept")
    transaction.commit()
    helper = database.storage.fshelper
    known = portal.blob.committed()
    unknown = helper.getBlobFilename(b"\0" * 7 + b"\x99", database.lastTransaction())
    coming = helper.getBlobFilename(b"\0" * 7 + b"\x99", b"\x7f" + b"\0" * 7)
    young, abandoned = os.path.join(helper.temp_dir, "young.tmp"), os.path.join(helper.temp_dir, "abandoned.tmp")
    os.makedirs(os.path.dirname(unknown))
    for path in (unknown, coming, young, abandoned):
        with open(path, "wb") as file:
            file.write(b"something")
    os.utime(abandoned, (0, 0))
    assert " 2 abandoned files were removed" in qms("purge")[1]
    assert [os.path.exists(path) for path in (known, coming, young)] == [True] * 3
    assert [os.path.exists(path) for path in (unknown, abandoned)] == [False] * 2
