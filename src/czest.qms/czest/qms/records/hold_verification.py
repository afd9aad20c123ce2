"""Verification of holds: those that stand on records and series are those that the trail tells of."""

from czest.qms import _
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.jobs.interfaces import IVerification
from czest.qms.records.rules.traced_holds import standing
from czest.qms.records.rules.traced_holds import traced
from plone import api
from zope.component import getUtility
from zope.interface import provider


def broken_holds(content, entries):
    """Yield ``(symbol, seq, message)`` where the holds on a record or a series are not those of its trail.

    Parameters:
        content: the record or series.
        entries: of its chain, oldest first.
    """
    told = traced(entries)
    if standing(content.holds) != {hold_id: until for hold_id, (until, _seq) in told.items()}:
        seq = max((seq for _until, seq in told.values()), default=None)
        yield content.symbol, seq, _("The holds are not those that were decided.")


@provider(IVerification)
def verify_holds_of_series():
    """Yield the series whose holds are not those of their trail; records are looked at with what was filed."""
    trail = getUtility(ITrail)
    for container in api.portal.get().objectValues():
        if container.portal_type != "Records":
            continue
        for series in container.objectValues():
            try:
                entries = trail.entries(uid_of(series))
            except UnreadableEntry:
                # The chain itself is named by the verification of the trail.
                continue
            yield from broken_holds(series, entries)
