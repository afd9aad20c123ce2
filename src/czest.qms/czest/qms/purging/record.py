"""What was destroyed since the last purge, and how many purges there were: kept at the root of the database.

Packing concerns a whole database, not one site, so this lies beside the sites and no profile makes it.
"""

from czest.qms import clock
from persistent import Persistent
from zope.component.hooks import getSite


KEY = "czest.qms.purging"


class PurgeRecord(Persistent):
    """Requests are numbered, because clocks of several machines are not comparable."""

    def __init__(self):
        #: Number of the last request; of the last that a purge was begun for; of the last that was wholly purged.
        self.requests = self.begun = self.served = 0
        #: Number of the purges that came to their end; caches of every process are cleared when it has changed.
        self.purges = 0
        #: When the oldest request was made that was not purged, and when the last purge came to its end.
        self.requested_at = self.purged_at = None

    @property
    def is_needed(self):
        """Whether something was destroyed that was not wholly purged."""
        return self.requests > self.served

    def request(self):
        """Ask for a purge after the current transaction.

        Nothing is written where one is asked for already and not begun, so thousands of destructions in a row do not
        conflict with one another; one that is committed while a purge begins does, and is repeated.
        """
        if self._p_jar is not None:
            self._p_jar.readCurrent(self)
        if self.requests > self.begun:
            return
        self.requests = self.begun + 1
        if self.requested_at is None:
            self.requested_at = clock.now()

    def begin(self):
        """Note that a purge begins and return the number of the last request that it serves."""
        self.begun = self.requests
        return self.begun

    def finish(self, number):
        """Note that the purge of a request came to its end."""
        self.served = max(self.served, number)
        self.purges += 1
        self.purged_at = clock.now()
        self.requested_at = self.purged_at if self.is_needed else None


def record_of(connection):
    """Return the PurgeRecord of a database, or None where nothing was ever destroyed or purged."""
    return connection.root().get(KEY)


def made_record_of(connection):
    """Return the PurgeRecord of a database, made where there is none."""
    root = connection.root()
    if KEY not in root:
        root[KEY] = PurgeRecord()
        connection.add(root[KEY])
    return root[KEY]


def request_purge():
    """Ask for a purge of the current site's database, in the transaction in which content is destroyed.

    It begins in the night after the commit, or is made at once by ``bin/qms purge``.
    """
    made_record_of(getSite()._p_jar).request()
