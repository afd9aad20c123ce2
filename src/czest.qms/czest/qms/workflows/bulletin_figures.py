"""What is known of the entries of the bulletin: how many stand in each state. Since when, its catalog does not keep."""

from czest.qms.bulletin.content import WORKFLOW
from czest.qms.bulletin.reading import ENTRY
from czest.qms.bulletin.reading import found
from czest.qms.publication.databases import BulletinUnavailable
from czest.qms.publication.databases import opened_bulletin
from czest.qms.workflows.live import shipped_bulletin
from plone import api
from Products.CMFCore.utils import getToolByName


def counts():
    """Return ``{state: number of entries}`` in the order of the definition; empty where the bulletin cannot be reached."""
    try:
        with opened_bulletin(api.portal.get()) as site:
            return {state: len(_entries(site, state)) for state in _definition(site).states.objectIds()}
    except BulletinUnavailable:
        return {}


def titles():
    """Return ``(title of the workflow, {state: its title})``, msgids; ``("", {})`` where the bulletin cannot be reached.

    The words are those shipped: a bulletin that was made before keeps those of its time.
    """
    try:
        with opened_bulletin(api.portal.get()) as site:
            kept = {state.getId(): state.title for state in _definition(site).states.objectValues()}
    except BulletinUnavailable:
        return "", {}
    shipped = shipped_bulletin()
    return shipped.title, kept | {name: state.title for name, state in shipped.states.items() if name in kept}


def entries(state, start, size):
    """Return a part of the entries in a state, in the order of their symbols.

    Parameters:
        state: id of a state.
        start: entries before the part.
        size: entries of the part, at most; each is a dict with ``symbol``, ``number``, ``title`` and ``path``.

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
            for brain in _entries(site, state)[start : start + size]
        ]


def _definition(site):
    return getToolByName(site, "portal_workflow")[WORKFLOW]


def _entries(site, state):
    return found(site, portal_type=ENTRY, review_state=state, sort_on="symbol")
