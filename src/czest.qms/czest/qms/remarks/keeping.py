"""Where remarks are kept: by the UID of the edition, outside its content, its digest and its signatures."""

from BTrees.OOBTree import OOBTree
from czest.qms.documents.making import uid_of
from czest.qms.remarks.interfaces import IRemarks
from persistent import Persistent
from zope.component import queryUtility
from zope.interface import implementer


class Discussion(Persistent):
    """The threads of one edition; an object of its own, so that remarks on two editions do not conflict."""

    def __init__(self):
        self.threads = ()


@implementer(IRemarks)
class Remarks(Persistent):
    """Discussions by UID of the edition."""

    def __init__(self):
        self._editions = OOBTree()

    def threads(self, uid):
        discussion = self._editions.get(uid)
        return discussion.threads if discussion is not None else ()

    def keep(self, uid, threads):
        if uid not in self._editions:
            self._editions[uid] = Discussion()
        self._editions[uid].threads = threads

    def forget(self, uid):
        self._editions.pop(uid, None)


def threads_of(edition):
    """Return the threads of an edition, without regard to who may read them."""
    kept = queryUtility(IRemarks)
    return kept.threads(uid_of(edition)) if kept is not None else ()


def forget_removed(edition, event):
    """Forget the remarks of an edition that is removed; a site that is being taken away may have none kept any more."""
    kept = queryUtility(IRemarks)
    if kept is not None:
        kept.forget(uid_of(edition))
