"""Verification of released editions: what is stored is still what was signed."""

from Acquisition import aq_base
from czest.qms import _
from czest.qms.documents.history import entries_about
from czest.qms.documents.history import traced_digest
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.documents.snapshots import computed_digest
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.jobs.interfaces import IVerification
from czest.qms.outside_signatures.verification import broken_files
from plone import api
from zope.interface import provider


WORKFLOW = "qms_edition_workflow"


def stored_state(edition):
    """Return the state that an edition itself remembers, even where its workflow was deleted; None where it has none."""
    history = getattr(aq_base(edition), "workflow_history", None) or {}
    steps = history.get(WORKFLOW, ())
    return steps[-1]["review_state"] if steps else None


def released_editions():
    """Yield the released editions.

    The objects are asked, not the catalog: an emptied catalog must not hide them.
    """
    portal = api.portal.get()
    for library in portal.objectValues():
        if library.portal_type == "Library":
            for document in library.objectValues():
                yield from (found for found in document.editions() if stored_state(found) in RELEASED_STATES)
                portal._p_jar.cacheGC()


@provider(IVerification)
def verify_editions():
    """Yield the released editions whose content, or a file signed outside, is not what the trail remembers."""
    for edition in released_editions():
        try:
            seq, digest = traced_digest(edition)
        except UnreadableEntry:
            # The chain itself is named by the verification of the trail.
            continue
        if computed_digest(edition) != digest:
            yield edition.document.symbol, seq, _("The content of the edition is not what was signed.")
        for seq, message in broken_files(edition, entries_about(edition)):
            yield edition.document.symbol, seq, message
