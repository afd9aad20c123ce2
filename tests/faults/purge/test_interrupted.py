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
from support.crashing import killed_in
from support.crashing import opened_office
from support.crashing import PACKED
from support.crashing import PACKING
from support.crashing import REPLACED
from support.crashing import STORE
from support.crashing import VOTE
from support.filestorage import move_to_file_storage
from support.office import file_named
from support.office import Office
from support.office import text
from support.people import hire_everybody
from support.stored_words import places
import transaction
from zope.component import getUtility


WORDS = TITLE, BODY, ATTACHMENT = [f"zwqxkanarek{letter}" for letter in "tba"]

#: Records at which a purge is killed in the daily run, while it stores them.
DAILY = 2

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


@pytest.fixture
def made_good(fresh):
    """Return a function that checks that a purge, killed by an act, is made good by the next."""
    before = picture(fresh())

    def made_good(act, at=None):
        folder = fresh()
        assert all(places(WORDS, folder / INTRANET, []).values())
        killed = in_child(folder, act, at)
        assert killed.killed
        assert picture(folder) == before, killed.steps[-1]
        assert (in_child(folder, purge).killed, picture(folder)) == (False, before), killed.steps[-1]
        assert places(WORDS, folder / INTRANET, []) == {word: [] for word in WORDS}, killed.steps[-1]

    return made_good


@pytest.mark.parametrize("step", [PACKING, PACKED, REPLACED, CLEARED])
def test_killed_while_packing(made_good, step):
    made_good(killed_in(purge, step, 1))


@pytest.mark.parametrize("step", [VOTE, FINISHING, FINISHED])
@pytest.mark.parametrize("time", [1, 2, 3])
def test_killed_while_a_transaction_is_made_final(made_good, step, time):
    made_good(killed_in(purge, step, time))


def test_killed_at_any_write(made_good, fresh, sampled):
    writes = [place for place, (_folder, step) in enumerate(in_child(fresh(), purge).steps) if step == STORE]
    # The last ones may not be come to the next time.
    for place in sampled(writes[:-10], DAILY):
        made_good(purge, place)
