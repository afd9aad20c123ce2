"""A purge: afterwards nothing of what was destroyed is in the files of the database or of this process."""

import contextlib
from czest.qms import _
from czest.qms import clock
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.interfaces import IPurge
from czest.qms.jobs.refusals import Refusal
from czest.qms.jobs.transactions import in_transaction
from czest.qms.language.unused_words import forget_unused_words
from czest.qms.purging.blobs import remove_unknown_blobs
from czest.qms.purging.caches import clear_caches
from czest.qms.purging.record import made_record_of
from czest.qms.purging.record import record_of
from czest.qms.purging.rules import is_due
import os
from persistent.timestamp import TimeStamp
from Products.CMFCore.utils import getToolByName
import time
import transaction
import zc.lockfile
from zope.component.hooks import getSite
from zope.interface import implementer


LOCK = "purge.lock"


class AlreadyPurging(Refusal):
    """Somebody else is purging the same database."""


@implementer(IPurge)
class Purge:
    """See IPurge. Each step may be repeated, so one that was killed is made good by the next."""

    def __call__(self):
        site = getSite()
        connection = site._p_jar
        database = connection.db()
        transaction.abort()
        with alone(database.storage):
            words = in_transaction(lambda: forget_unused_words(getToolByName(site, "portal_catalog")))
            number = in_transaction(lambda: made_record_of(connection).begin())
            database.pack(time_of_packing(database.storage))
            files = remove_unknown_blobs(database.storage)
            in_transaction(lambda: made_record_of(connection).finish(number))
            connection.cacheMinimize()
            clear_caches(database)
        return _(
            "Purged: ${words} words that no document has left the lexicons, ${files} abandoned files were removed, and "
            "the database was packed.",
            mapping={"words": words, "files": files},
        )


@contextlib.contextmanager
def alone(storage):
    """Keep others from purging meanwhile; the system frees the lock even if this process is killed.

    Raises:
        AlreadyPurging: when somebody else is at it.
    """
    folder = storage.temporaryDirectory()
    os.makedirs(folder, exist_ok=True)
    try:
        lock = zc.lockfile.LockFile(os.path.join(folder, LOCK))
    except zc.lockfile.LockError:
        raise AlreadyPurging("The database is being purged already.") from None
    try:
        yield
    finally:
        lock.close()


def time_of_packing(storage):
    """Return the present time in seconds since 1970; that of the last transaction where the clock was set back."""
    return max(time.time(), TimeStamp(storage.lastTransaction()).timeTime() + 0.001)


@implementer(IJob, IOwnTransactions)
class PurgeWhenDestroyed:
    """Purges at night after something was destroyed; the last of all jobs, because it takes longest."""

    order = 200

    def __init__(self):
        self.failed = None

    def run(self):
        if not in_transaction(self._is_due):
            return None
        try:
            return Purge()()
        except AlreadyPurging:
            return None
        except Exception:
            self.failed = clock.now()
            raise

    def _is_due(self):
        record = record_of(getSite()._p_jar)
        now = clock.now().astimezone(clock.OFFICE_ZONE)
        return record is not None and record.is_needed and is_due(record.requested_at, self.failed, now)
