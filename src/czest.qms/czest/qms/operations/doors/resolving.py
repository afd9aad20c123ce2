"""``resolveuid``, which Plone opens to everybody: it would tell a stranger the address, hence the symbol, of a draft."""

from plone import api
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from zExceptions import NotFound


class ResolveVisible(ResolveUIDView):
    """Leads to the address of an object that this person may see.

    Raises:
        NotFound: there is no such object, or it is not for this person.
    """

    def __call__(self):
        if not self.uuid or not api.content.find(UID=self.uuid):
            raise NotFound(self.uuid)
        return super().__call__()
