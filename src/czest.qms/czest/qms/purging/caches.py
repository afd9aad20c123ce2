"""Clearing the caches of this process after a purge, wherever it was made.

A client of the database server keeps records, past ones too, in a temporary file. The server does not tell it of objects
that are gone, so every process looks by itself, again and again, whether there was a purge.
"""

from czest.qms.purging.record import record_of
import logging
import threading
import transaction
from ZEO.ClientStorage import ClientStorage
from ZODB.Connection import resetCaches


logger = logging.getLogger(__name__)

#: Seconds between two looks.
INTERVAL = 10


def clear_caches(database):
    """Clear the file in which this process keeps records, and let each connection begin with an empty cache."""
    if isinstance(database.storage, ClientStorage):
        # There is no other way to it.
        database.storage._cache.clear()
    resetCaches()


class CacheKeeper(threading.Thread):
    """Clears the caches of this process after each purge, also while nobody asks it for anything.

    Parameters:
        database: the ``ZODB.DB``.
        interval: seconds between two looks.
    """

    def __init__(self, database, interval=INTERVAL):
        super().__init__(name="cache keeper", daemon=True)
        self.database = database
        self.interval = interval
        self.seen = 0
        self.ending = threading.Event()

    def run(self):
        """Look until told to end."""
        while not self.ending.is_set():
            try:
                self.look()
            except Exception as error:
                # The server restarts; the next look meets it again.
                logger.warning("It is not known whether there was a purge: %s", error)
            self.ending.wait(self.interval)

    def end(self):
        """End after the present look."""
        self.ending.set()

    def look(self):
        """Clear the caches where there was a purge since the last look; return whether there was."""
        connection = self.database.open(transaction.TransactionManager())
        try:
            record = record_of(connection)
            purges = record.purges if record is not None else 0
        finally:
            connection.close()
        if purges == self.seen:
            return False
        clear_caches(self.database)
        self.seen = purges
        return True


def keep_caches(event):
    """Begin to keep the caches when the database was opened."""
    CacheKeeper(event.database).start()
