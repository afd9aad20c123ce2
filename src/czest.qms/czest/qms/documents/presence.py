"""Who is editing a draft at this moment: short-lived notes, kept apart from the draft itself."""

from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.documents.interfaces import IPresence
from czest.qms.jobs.interfaces import IJob
import datetime
from persistent import Persistent
from zope.component import getUtility
from zope.interface import implementer


#: For how long a note counts.
PRESENT_FOR = datetime.timedelta(seconds=60)
#: A note younger than this is not written anew: pages tell more often than the database need know.
RENEWED_AFTER = datetime.timedelta(seconds=20)
#: After this a note is thrown away.
KEPT_FOR = datetime.timedelta(days=1)


class Editors(Persistent):
    """The notes of one edition, by login; an object of its own, so that editions do not conflict."""

    def __init__(self):
        self.seen = {}


@implementer(IPresence)
class Presence(Persistent):
    """Notes by UID of the edition."""

    def __init__(self):
        self._editions = OOBTree()

    def note(self, uid, login):
        """Note that a person is editing an edition now."""
        if uid not in self._editions:
            self._editions[uid] = Editors()
        editors = self._editions[uid]
        noted = editors.seen.get(login)
        if noted is None or clock.now() - noted > RENEWED_AFTER:
            editors.seen = {**editors.seen, login: clock.now()}

    def others(self, uid, login):
        """Return the logins of the others who are editing an edition now, sorted."""
        editors = self._editions.get(uid)
        seen = editors.seen if editors is not None else {}
        limit = clock.now() - PRESENT_FOR
        return sorted(other for other, moment in seen.items() if other != login and moment >= limit)

    def prune(self):
        """Forget editions that nobody has edited for a day; return how many."""
        limit = clock.now() - KEPT_FOR
        old = [uid for uid, editors in self._editions.items() if max(editors.seen.values()) < limit]
        for uid in old:
            del self._editions[uid]
        return len(old)


@implementer(IJob)
class PrunePresence:
    """Throws old notes away; nothing worth telling."""

    order = 95

    def run(self):
        getUtility(IPresence).prune()
