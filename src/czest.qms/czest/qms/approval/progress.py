"""Leading an edition along its route: called by operations after whatever changes how far it has come."""

from czest.qms import clock
from czest.qms.documents.access import apply_access
from czest.qms.documents.cataloguing import index_step
from czest.qms.documents.content import state_of
from czest.qms.documents.rules import route
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.transitions import move


def advance(edition):
    """Begin the stage that the signatures have reached, if one is left, and refresh rights and index."""
    stage = edition.course.current
    if stage is not None:
        edition.route = route.begun(edition.route, stage.id, clock.today())
        if stage.act == APPROVAL and state_of(edition) == "in_review":
            move(edition, "review")
    refresh(edition)


def refresh(edition):
    """Give everybody the rights of the present state, and index it."""
    apply_access(edition.document)
    index_step(edition)
