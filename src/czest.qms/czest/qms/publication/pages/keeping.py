"""The versions of the bulletin's own pages; kept in the ledger, each for ever."""

from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.bulletin.making import FIRST_TEXT
from czest.qms.bulletin.making import MAKER
from czest.qms.bulletin.ready_pages import ready_pages
from czest.qms.publication.pages.rules.versions import Draft
from czest.qms.publication.pages.rules.versions import PageVersion
from persistent import Persistent


class Pages(Persistent):
    """Versions by page; the first of each is the text with which the bulletin is made.

    Attributes:
        intents: ``{page id: Intent}``: what was begun in the bulletin, see ``publication.intents``.
    """

    def __init__(self):
        self._versions = OOBTree()
        self.intents = OOBTree()
        at = clock.now().replace(microsecond=0).isoformat()
        for page in ready_pages():
            draft = Draft(page.title, page.body, dict(page.facts))
            self._versions[page.id] = (PageVersion(1, draft, "", MAKER.name, MAKER.post, at, FIRST_TEXT),)

    def ids(self):
        """Return the ids of the pages, sorted."""
        return list(self._versions.keys())

    def versions(self, page_id):
        """Return the versions of a page, oldest first.

        Raises:
            KeyError: there is no such page.
        """
        return self._versions[page_id]

    def newest(self, page_id):
        """Return the version that is public.

        Raises:
            KeyError: there is no such page.
        """
        return self._versions[page_id][-1]

    def add(self, page_id, draft, **who_when_what):
        """Keep a new version of a page and return it.

        Parameters:
            page_id: of the page.
            draft: what it says.
            who_when_what: the other parameters of PageVersion but its number.
        """
        before = self._versions[page_id]
        version = PageVersion(len(before) + 1, draft, **who_when_what)
        self._versions[page_id] = (*before, version)
        return version
