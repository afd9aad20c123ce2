"""Verification of legal acts: what is stored is still what was recorded."""

from czest.qms import _
from czest.qms.acts.snapshots import computed_digest
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.jobs.interfaces import IVerification
from czest.qms.outside_signatures.verification import broken_files
from plone import api
from zope.component import getUtility
from zope.interface import provider


@provider(IVerification)
def verify_acts():
    """Yield the acts that are not what the trail remembers."""
    trail = getUtility(ITrail)
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="LegalAct"):
        act = brain._unrestrictedGetObject()
        try:
            last = trail.head(uid_of(act))
        except UnreadableEntry:
            # The chain itself is named by the verification of the trail.
            continue
        if last is None or computed_digest(act) != last.digest:
            yield act.number, last and last.seq, _("The act is not what was recorded.")
            continue
        for seq, message in broken_files(act, trail.entries(uid_of(act))):
            yield act.number, seq, message
