"""Verification of released editions: what is stored is still what was signed."""

from czest.qms import _
from czest.qms.documents.history import traced_digest
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.documents.snapshots import computed_digest
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.jobs.interfaces import IVerification
from plone import api
from zope.interface import provider


@provider(IVerification)
def verify_editions():
    """Yield the released editions whose content is not what the trail remembers."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Edition", review_state=sorted(RELEASED_STATES)
    )
    for brain in brains:
        edition = brain._unrestrictedGetObject()
        try:
            seq, digest = traced_digest(edition)
        except UnreadableEntry:
            # The chain itself is named by the verification of the trail.
            continue
        if computed_digest(edition) != digest:
            yield edition.document.symbol, seq, _("The content of the edition is not what was signed.")
        edition._p_deactivate()
