"""Moving an object along its DCWorkflow definition; called by operations only."""

from czest.qms.documents.entrances import INDEXES
from plone import api


def move(content, transition_id):
    """Make a transition of the object's workflow."""
    api.portal.get_tool("portal_workflow").doActionFor(content, transition_id)
    content.reindexObject(idxs=list(INDEXES))
