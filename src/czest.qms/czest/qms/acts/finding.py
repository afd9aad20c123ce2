"""Finding acts by number, and editions by what a client calls them."""

from AccessControl import getSecurityManager
from czest.qms.acts.rules.numbers import address_of
from czest.qms.acts.setup import ACTS
from czest.qms.documents.interfaces import ILegalActs
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from plone import api
from zope.interface import implementer


RELEASED = sorted(RELEASED_STATES)


def act_numbered(number):
    """Return the act with a number, whoever may see it, or None."""
    acts = api.portal.get().get(ACTS)
    return None if acts is None else acts.get(address_of(number))


@implementer(ILegalActs)
class LegalActs:
    """Tells lower rooms where an act is."""

    def address(self, number):
        """Return the address of the act with a number, or None where there is none that this person may see."""
        act = act_numbered(number)
        if act is None or not getSecurityManager().checkPermission("View", act):
            return None
        return act.absolute_url()


def edition_called(name):
    """Return the edition with this address or UID, or None where there is none that this person may see.

    Parameters:
        name: a whole address, one relative to the site, or a UID.
    """
    edition = _found(UID=name) or _found(path={"query": _path(name), "depth": 0})
    return edition if edition is not None and getSecurityManager().checkPermission("View", edition) else None


def _path(name):
    portal = api.portal.get()
    return "/".join([*portal.getPhysicalPath(), name.removeprefix(portal.absolute_url()).strip("/")])


def _found(**query):
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Edition", **query)
    return brains[0]._unrestrictedGetObject() if len(brains) == 1 else None


def editions_of(acts):
    """Return the catalog entries of the editions that this person may see, by UID, of several acts at once.

    An edition whose approval was revoked before its day is left out: no act brought it into force.
    """
    uids = [uid for act in acts for uid in act.editions]
    found = (
        api.portal.get_tool("portal_catalog")(portal_type="Edition", review_state=RELEASED, UID=uids) if uids else ()
    )
    return {brain.UID: brain for brain in found}
