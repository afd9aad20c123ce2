"""A long list that is killed at any of its commits goes on where it stood: nothing is lost and nothing is done twice."""

from czest.qms import clock
from czest.qms.disposal import job
from czest.qms.disposal import work
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IPurge
from czest.qms.jobs.interfaces import IVerification
import pytest
from support.archive_office import ArchiveOffice
from support.crashing import copy_of
from support.crashing import FINISHED
from support.crashing import FINISHING
from support.crashing import in_child
from support.crashing import INTRANET
from support.crashing import killed_in
from support.crashing import opened_office
from support.crashing import VOTE
from support.filestorage import move_to_file_storage
from support.office import file_named
from support.office import Office
from support.people import hire_everybody
from support.stored_words import places
import transaction
from zope.component import getUtility


#: Each record tells of itself by a word that stands nowhere else; the title stays, and is not among them.
WORDS = [f"zwqxzniszczony{letter}" for letter in "abcde"]
CORRECTION, EVIDENCE = "zwqxpoprawka", "zwqxdowod"

HEAD_LOG = "trail-heads.jsonl"

_ready = {}


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch):
    """Let five records be too many for a request, and two as many as go into a transaction."""
    monkeypatch.setattr(work, "AT_ONCE", 2)
    monkeypatch.setattr(job, "PIECE", 2)


def ordered_to_be_made(office):
    archive_office = ArchiveOffice(office)
    for word in WORDS:
        files = [file_named(f"{word}.txt", f"{word} ".encode() * 200)]
        record = archive_office.record(files=files, evidence_of=f"{EVIDENCE} {word}")
        office.do("pracownik", record, "add-addendum", text=CORRECTION, file=file_named("p.txt", CORRECTION.encode()))
        transaction.commit()
    archive_office.do(archive_office.records, "propose", category="B")
    transaction.commit()


def ordered_to_be_destroyed(office):
    ordered_to_be_made(office)
    do_the_work(office)
    archive_office = ArchiveOffice(office)
    (content,) = archive_office.archive.objectValues()
    archive_office.do(content, "record-consent", consent_no="AP.1", consent_date=clock.today())
    archive_office.do(content, "destroy")
    transaction.commit()


def do_the_work(_office):
    job.DisposalWork().run()


@pytest.fixture
def fresh(functional, tmp_path, tmp_path_factory, monkeypatch):
    """Return a function that gives a fresh copy of an office in which something was ordered, with its log of heads."""

    def fresh(order):
        if order not in _ready:
            folder = tmp_path_factory.mktemp("disposal")
            monkeypatch.setenv("QMS_HEAD_LOG", str(folder / HEAD_LOG))
            (folder / INTRANET).mkdir()
            move_to_file_storage(functional, folder / INTRANET)
            hire_everybody()
            order(Office(functional["portal"]))
            _ready[order] = copy_of(folder, tmp_path_factory.mktemp("ready") / "office")
        monkeypatch.setenv("QMS_HEAD_LOG", str(tmp_path / "office" / HEAD_LOG))
        return copy_of(_ready[order], tmp_path / "office")

    return fresh


def picture(folder):
    """Return where the list and its records stand, and what the trail tells of each; everything verifies."""
    with opened_office(folder) as office:
        trail = getUtility(ITrail)
        (content,) = office.portal["archiwum"].objectValues()
        (series,) = office.portal["zapisy"].objectValues()
        for name in ("evidence.trail", "czest.qms.records", "czest.qms.disposal"):
            assert list(getUtility(IVerification, name)()) == []
        return {
            "list": (state_of(content), list(content.rows), list(content.done), list(content.skipped)),
            "records": [
                (record.symbol, state_of(record), [entry.operation for entry in trail.entries(record.UID())])
                for record in series.objectValues()
            ],
        }


@pytest.mark.parametrize("order", [ordered_to_be_made, ordered_to_be_destroyed])
@pytest.mark.parametrize("step", [VOTE, FINISHING, FINISHED])
@pytest.mark.parametrize("time", [1, 2, 3])
def test_killed_while_a_transaction_is_made_final(fresh, order, step, time):
    whole = fresh(order)
    assert not in_child(whole, do_the_work).killed
    expected = picture(whole)
    interrupted = fresh(order)
    assert in_child(interrupted, killed_in(do_the_work, step, time)).killed
    ended = in_child(interrupted, do_the_work)
    assert (ended.killed, ended.error) == (False, "")
    assert picture(interrupted) == expected
    assert in_child(interrupted, do_the_work).steps == []


def test_what_is_destroyed_is_gone_from_the_storage(fresh):
    folder = fresh(ordered_to_be_destroyed)
    gone = [*WORDS, CORRECTION, EVIDENCE]
    assert all(places(gone, folder / INTRANET, []).values())
    assert not in_child(folder, do_the_work).killed
    assert not in_child(folder, lambda _office: getUtility(IPurge)()).killed
    assert places(gone, folder / INTRANET, []) == {word: [] for word in gone}
