"""What is known of the entries of the bulletin: how many stand in each state. Since when, its catalog does not keep."""

from czest.qms.bulletin.content import WORKFLOW
from czest.qms.bulletin.reading import ENTRY
from czest.qms.bulletin.reading import found
from czest.qms.publication.databases import BulletinUnavailable
from czest.qms.publication.databases import opened_bulletin
from plone import api
from Products.CMFCore.utils import getToolByName


def counts():
    """Return ``{state: number of entries}`` in the order of the definition; empty where the bulletin cannot be reached."""
    try:
        with opened_bulletin(api.portal.get()) as site:
            states = getToolByName(site, "portal_workflow")[WORKFLOW].states.objectIds()
            return {state: len(found(site, portal_type=ENTRY, review_state=state)) for state in states}
    except BulletinUnavailable:
        return {}


def entries(state):
    """Return the entries in a state in the order of their symbols, each a dict with ``symbol``, ``number``,
    ``title`` and ``path``.

    Parameters:
        state: id of the state.

    Raises:
        BulletinUnavailable: the bulletin cannot be reached.
    """
    with opened_bulletin(api.portal.get()) as site:
        root = len(site.getPhysicalPath())
        return [
            {
                "symbol": brain.symbol,
                "number": brain.number,
                "title": brain.Title,
                "path": "/".join(brain.getPath().split("/")[root:]),
            }
            for brain in found(site, portal_type=ENTRY, review_state=state, sort_on="symbol")
        ]
