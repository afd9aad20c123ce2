"""What the register keeps of a running edition in the catalog, so that lists need not wake it."""

from czest.qms.documents.interfaces import IEditionMarker
from plone.indexer import indexer


@indexer(IEditionMarker)
def effective_from(edition):
    """Return the planned first day in force, rrrr-mm-dd; an empty string where there is none, or an act will say it."""
    day = None if edition.awaits_act else edition.effective_from
    return day.isoformat() if day else ""
