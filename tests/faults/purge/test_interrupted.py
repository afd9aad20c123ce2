"""A purge that is killed at any of its writes harms nothing, and the next one makes it good."""

from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IPurge
from czest.qms.jobs.interfaces import IVerification
import pytest
from support.crashing import CLEARED
from support.crashing import copy_of
from support.crashing import FINISHED
from support.crashing import FINISHING
from support.crashing import in_child
from support.crashing import INTRANET
from support.crashing import opened_office
from support.crashing import PACKED
from support.crashing import PACKING
from support.crashing import REPLACED
from support.filestorage import move_to_file_storage
from support.office import file_named
from support.office import Office
from support.office import text
from support.people import hire_everybody
from support.stored_words import places
import transaction
from zope.component import getUtility


WORDS = TITLE, BODY, ATTACHMENT = [f"zwqxkanarek{letter}" for letter in "tba"]

#: Further steps tried in the daily run, besides those in which something is made final.
DAILY = 4
TELLING = {FINISHING, FINISHED, PACKING, PACKED, REPLACED, CLEARED}

_ready = []


def destroy_something(office):
    kept = office.in_force(office.register(title="Zachowany"), attachments=[file_named("zachowana.txt")])
    draft = office.draft(
        kept.document, title=TITLE, body=text(f"<p>{BODY}</p>"), attachments=[file_named("a.txt", ATTACHMENT.encode())]
    )
    transaction.commit()
    office.do("autor", draft, "discard", reason="Próba")
    transaction.commit()


@pytest.fixture
def fresh(functional, tmp_path, tmp_path_factory):
    """Return a function that gives a fresh copy of an office that destroyed something, in place of the one before."""
    if not _ready:
        folder = tmp_path_factory.mktemp("purge")
        (folder / INTRANET).mkdir()
        move_to_file_storage(functional, folder / INTRANET)
        hire_everybody()
        destroy_something(Office(functional["portal"]))
        _ready.append(copy_of(folder, tmp_path_factory.mktemp("ready") / "office"))
    return lambda: copy_of(_ready[0], tmp_path / "office")


def purge(_office):
    getUtility(IPurge)()


def picture(folder):
    """Return what an office has that must outlive a purge."""
    with opened_office(folder) as office:
        trail = getUtility(ITrail)
        documents = {
            document.symbol: (
                [(edition.id, [file.data for file in edition.attachments]) for edition in document.objectValues()],
                [entry.hash for entry in trail.entries(document.UID())],
            )
            for document in office.library.objectValues()
        }
        assert list(getUtility(IVerification, "evidence.trail")()) == []
        return documents


def test_killed_at_any_write(fresh, sampled):
    folder = fresh()
    before = picture(folder)
    assert all(places(WORDS, folder / INTRANET, []).values())
    steps = [step for _folder, step in in_child(folder, purge).steps]
    assert [step for step in steps if step in TELLING - {FINISHING, FINISHED}] == [PACKING, PACKED, REPLACED, CLEARED]
    rest = [place for place, step in enumerate(steps) if step not in TELLING]
    telling = [place for place, step in enumerate(steps) if step in TELLING]
    for place in [*telling, *sampled(rest, DAILY)]:
        folder = fresh()
        assert in_child(folder, purge, place).killed
        assert picture(folder) == before, steps[place]
        assert (in_child(folder, purge).killed, picture(folder)) == (False, before), steps[place]
        assert places(WORDS, folder / INTRANET, []) == {word: [] for word in WORDS}, steps[place]
