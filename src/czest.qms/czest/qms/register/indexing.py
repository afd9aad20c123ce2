"""What the register keeps of a running edition in the catalog, so that lists need not wake it."""

from czest.qms.documents.content import state_of
from czest.qms.documents.history import moves_of
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.views.reading.rules.steps import last_entrance
from czest.qms.language.dates import iso_date
from czest.qms.operations.interfaces import IOperationPerformed
from plone.indexer import indexer
from zope.component import adapter


@indexer(IEditionMarker)
def state_since(edition):
    """Return the day on which a running edition entered its state, rrrr-mm-dd; the trail knows it."""
    state = state_of(edition)
    entered = last_entrance(moves_of(edition), state) if state in OPEN_STATES else None
    return iso_date(entered) if entered else ""


@indexer(IEditionMarker)
def effective_from(edition):
    """Return the planned first day in force, rrrr-mm-dd; an empty string where there is none, or an act will say it."""
    day = None if edition.awaits_act else edition.effective_from
    return day.isoformat() if day else ""


@adapter(IOperationPerformed)
def index_state_since(event):
    """Index the day again once the operation stands in the trail: it is traced after it has been done."""
    if IEditionMarker.providedBy(event.object):
        event.object.reindexObject(idxs=["state_since"])
