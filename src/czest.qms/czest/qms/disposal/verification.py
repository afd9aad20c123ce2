"""Verification of lists: head and rows are still what the trail remembers."""

from czest.qms import _
from czest.qms.disposal.rows import computed_digest
from czest.qms.disposal.setup import ARCHIVE
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.jobs.interfaces import IVerification
from plone import api
from zope.component import getUtility
from zope.interface import provider


@provider(IVerification)
def verify_lists():
    """Yield the lists whose head or rows are not what the trail remembers."""
    trail = getUtility(ITrail)
    archive = api.portal.get().get(ARCHIVE)
    for content in archive.objectValues() if archive is not None else ():
        try:
            traced = [entry for entry in trail.entries(uid_of(content)) if entry.digest]
        except UnreadableEntry:
            # The chain itself is named by the verification of the trail.
            continue
        if traced and computed_digest(content) != traced[-1].digest:
            yield content.symbol, traced[-1].seq, _("The disposal list is not what it was.")
