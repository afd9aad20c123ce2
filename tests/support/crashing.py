"""An office and its bulletin in files, opened as a deployment does, and children that are killed at any of its writes.

A step is a call by which a transaction is written: ``("1", "store")`` before a record goes into the intranet's storage,
``("bip", "finishing")`` before and ``("bip", "finished")`` after a transaction of the bulletin's is made final. Packing is
told in steps, too.
"""

from collections.abc import Callable
import contextlib
from czest.qms.jobs.site import opened_site
from czest.qms.publication.databases import DATABASE
from czest.qms.purging import packer
from dataclasses import dataclass
import itertools
import os
from pathlib import Path
from plone.app.testing import PLONE_SITE_ID
import shutil
import signal
from support.office import Office
import transaction
from ZODB import DB
from ZODB.FileStorage import FileStorage


#: Folders of the two databases; storages finish a common transaction in the order of their names, as in profiles/base.cfg.
INTRANET, BULLETIN = "1", "bip"

STORE, BLOB, VOTE, FINISHING, FINISHED = "store", "blob", "vote", "finishing", "finished"
#: A packing begins; has written the packed database, and then put it in place; has removed files of blobs.
PACKING, PACKED, REPLACED, CLEARED = "packing", "packed", "replaced", "cleared"

#: What the report of a child calls the exception by which it ended.
ERROR = "error"


class Refused(OSError):
    """What a storage raises that cannot write."""


class WatchedStorage(FileStorage):
    """A storage that tells each step before it is taken.

    Parameters:
        folder: Path of its folder.
        tell: function called with ``(name of the folder, name of the step)``.
    """

    def __init__(self, folder, tell):
        folder.mkdir(exist_ok=True)
        files = {"blob_dir": str(folder / "blobs"), "pack_keep_old": False, "packer": self._pack}
        super().__init__(str(folder / "Data.fs"), **files)
        self._tell = lambda step: tell((folder.name, step))

    def store(self, *arguments, **options):
        self._tell(STORE)
        return super().store(*arguments, **options)

    def storeBlob(self, *arguments, **options):
        self._tell(BLOB)
        return super().storeBlob(*arguments, **options)

    def tpc_vote(self, *arguments, **options):
        self._tell(VOTE)
        return super().tpc_vote(*arguments, **options)

    def tpc_finish(self, *arguments, **options):
        self._tell(FINISHING)
        number = super().tpc_finish(*arguments, **options)
        self._tell(FINISHED)
        return number

    def _pack(self, *arguments):
        self._tell(PACKING)
        packed = packer.pack(*arguments)
        self._tell(PACKED)
        return packed

    def _remove_blob_files_tagged_for_removal_during_pack(self):
        self._tell(REPLACED)
        super()._remove_blob_files_tagged_for_removal_during_pack()
        self._tell(CLEARED)


@contextlib.contextmanager
def opened_databases(folder, tell=lambda step: None):
    """Open both databases of a folder, committed together and without references between them; give the intranet's."""
    databases = {}
    try:
        main = DB(WatchedStorage(folder / INTRANET, tell), databases=databases, xrefs=False)
        DB(WatchedStorage(folder / BULLETIN, tell), database_name=DATABASE, databases=databases, xrefs=False)
        yield main
    finally:
        transaction.abort()
        for database in databases.values():
            database.close()


@contextlib.contextmanager
def opened_office(folder, tell=lambda step: None):
    """Give the Office whose two databases lie in a folder."""
    with (
        opened_databases(folder, tell) as main,
        opened_site(lambda: main.open().root()["Application"], PLONE_SITE_ID) as portal,
    ):
        yield Office(portal)


@dataclass(frozen=True)
class Ended:
    """How a child ended.

    Parameters:
        killed: True where it did not come to the end.
        steps: the steps that it came to, as ``(name of the folder, name of the step)``.
        error: the exception that the act raised, in words, or empty.
    """

    killed: bool
    steps: list
    error: str


def kill(_step):
    """End this process as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def refuse(step):
    """Fail as a disk that is full."""
    raise Refused(f"{step}: no space left")


def in_child(folder: Path, act: Callable[[Office], None], at: int | None = None, happens: Callable = kill) -> Ended:
    """Perform and commit an act in a process of its own.

    How many records a transaction stores differs a little from run to run: the catalog numbers its rows at random.

    Parameters:
        folder: with the two databases.
        act: function of the Office.
        at: ordinal of the step, from 0, at which something happens; None: nothing does.
        happens: function called with that step, in its place.
    """
    with (folder / "report").open("w", encoding="utf-8") as report:
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                _act(folder, act, at, happens, lambda line: print(*line, sep="\t", file=report, flush=True))
            # What belongs to the parent is not to be tidied up here.
            os._exit(0)
        _number, status = os.waitpid(child, 0)
    lines = [tuple(line.split("\t")) for line in (folder / "report").read_text("utf-8").splitlines()]
    errors = [" ".join(words) for kind, *words in lines if kind == ERROR]
    return Ended(os.WIFSIGNALED(status), [line for line in lines if line[0] != ERROR], "".join(errors))


def killed_in(act, step, time):
    """Return an act that does the same and is killed when it comes to a step for the given time, from 1.

    An ordinal of the step would not do: how many records are stored before it differs from run to run.
    """

    def killed(office):
        storage = office.portal._p_jar.db().storage
        tell_parent, times = storage._tell, itertools.count(1)

        def tell(present):
            tell_parent(present)
            if present == step and next(times) == time:
                kill(present)

        storage._tell = tell
        act(office)

    return killed


def _act(folder, act, at, happens, tell_parent):
    steps = itertools.count()

    def tell(step):
        tell_parent(step)
        if next(steps) == at:
            happens(step)

    try:
        with opened_office(folder, tell) as office:
            act(office)
            transaction.commit()
    except Exception as raised:
        tell_parent((ERROR, f"{type(raised).__name__}: {raised}"))


def copy_of(folder, place):
    """Return a copy of the two databases of a folder, without what tells that they are in use."""
    if place.exists():
        shutil.rmtree(place)
    shutil.copytree(folder, place, ignore=shutil.ignore_patterns("*.lock", "report"))
    return place
