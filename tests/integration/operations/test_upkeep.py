"""The trail is checked by ``bin/qms verify``, gets its daily checkpoint, and shows titles of operations."""

from czest.qms import clock
from czest.qms.evidence import checkpoint_files
from czest.qms.evidence import head_log
from czest.qms.evidence.interfaces import IOperationTitles
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IVerification
import datetime
from zope.component import getUtility


def test_the_checkpoint_of_a_day_is_taken_once(portal):
    job = getUtility(IJob, "evidence.checkpoint")
    with clock.stopped_at(datetime.date(2026, 11, 24)):
        assert job.run().mapping == {"file": "2026-11-24.json"}
        assert job.run() is None
    with clock.stopped_at(datetime.date(2026, 11, 25)):
        assert job.run() is not None
    assert [path.name for path in checkpoint_files.paths()] == ["2026-11-24.json", "2026-11-25.json"]


def test_a_logged_entry_that_is_not_there_is_found(portal):
    verify = getUtility(IVerification, "evidence.trail")
    assert list(verify()) == []
    head_log.write([head_log.Head("2026-11-24T08:00:00.000000Z", "u1", "PS-01", 4, "ab" * 32)])
    assert [(symbol, seq) for symbol, seq, _message in verify()] == [("PS-01", 1)]


def test_an_operation_has_its_title(portal):
    titles = getUtility(IOperationTitles)
    assert titles.title("register") == "Register a document"
    assert titles.title("unheard-of") is None
