"""Verification of filed records: what is stored is still what was filed."""

from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.documents.making import uid_of
from czest.qms.documents.snapshots import digest_of_file
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.rules.sealing import UnreadableEntry
from czest.qms.jobs.interfaces import IVerification
from czest.qms.records.destroying import digest_of_stub
from czest.qms.records.destroying import is_emptied
from czest.qms.records.hold_verification import broken_holds
from czest.qms.records.operations.add_addendum import digest_of_addendum
from czest.qms.records.rules.lifecycle import FROZEN_STATES
from czest.qms.records.snapshots import computed_digest
from plone import api
from zope.component import getUtility
from zope.interface import provider


#: Records looked at before the cache of the connection is told to let go of them.
IN_MEMORY = 500

#: The operation after which the trail vouches for what is left of a record; all others leave the content as it is.
DESTRUCTION = "destroy"


def filed_records(portal):
    """Yield the records of a site that nothing may change any more.

    The objects are asked, not the catalog: an emptied catalog must not hide them.
    """
    count = 0
    for container in portal.objectValues():
        if container.portal_type != "Records":
            continue
        for series in container.objectValues():
            for record in series.objectValues():
                if state_of(record) in FROZEN_STATES:
                    yield record
                count += 1
                if count % IN_MEMORY == 0:
                    portal._p_jar.cacheGC()


@provider(IVerification)
def verify_records():
    """Yield the filed records and their corrections that are not what the trail remembers."""
    trail = getUtility(ITrail)
    for record in filed_records(api.portal.get()):
        try:
            entries = trail.entries(uid_of(record))
        except UnreadableEntry:
            # The chain itself is named by the verification of the trail.
            continue
        traced = [entry for entry in entries if entry.digest]
        seq = traced[-1].seq if traced else None
        known = traced[-1].digest if traced else None
        yield from broken_holds(record, entries)
        yield from vouched_anew(record, entries)
        if state_of(record) == "disposed":
            yield from broken_stub(record, seq, known)
            continue
        if computed_digest(record) != known:
            yield record.symbol, seq, _("The record is not what was filed.")
        yield from broken_addenda(record, entries)


def broken_stub(record, seq, known):
    """Yield a destroyed record whose stub is not what the trail remembers, or that has content again.

    Parameters:
        record: the record.
        seq: number of the entry that tells of the destruction, or None.
        known: the digest in that entry, or None.
    """
    if digest_of_stub(record) != known:
        yield record.symbol, seq, _("What was kept of a destroyed record is not what it was.")
    if not is_emptied(record):
        yield record.symbol, seq, _("A destroyed record has content.")


def broken_addenda(record, entries):
    """Yield the corrections of a record that are not what the trail remembers."""
    traced = {entry.details["addendum"]: entry for entry in entries if entry.operation == "add-addendum"}
    for addendum in record.addenda:
        entry = traced.pop(addendum["number"], None)
        known = entry and entry.details["addendum_digest"]
        if digest_of_addendum(addendum, digest_of_file) != known:
            yield record.symbol, entry and entry.seq, _("A correction of the record is not what was added.")
    for entry in traced.values():
        yield record.symbol, entry.seq, _("A correction of the record is not what was added.")


def vouched_anew(record, entries):
    """Yield a record for which a later entry, or its stub, vouches with another digest than the one of its filing.

    Whoever changes a stored record and its digest with it must not have the change vouched for by the next correction.
    """
    filed = next((at for at, entry in enumerate(entries) if is_filing(entry)), len(entries))
    for entry in entries[filed:]:
        vouched = record.digest if entry.operation == DESTRUCTION else entry.digest
        if vouched != entries[filed].digest:
            yield record.symbol, entry.seq, _("The record is not what was filed.")


def is_filing(entry):
    """Tell whether with this entry of the trail a record was filed."""
    return entry.operation == "file" or bool(entry.details.get("filed"))
