"""Which holds bind a record: its own and those of its series, and which records of many are held (ARCH-4)."""

from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.records.finding import records_container
from czest.qms.records.rules import holding
from czest.qms.register.catalog_sets import CatalogSets
from plone import api


def hold_ledger():
    """Return the ledger of decisions."""
    return records_container().holds


def own_holds(record):
    """Return the holds on a record itself, those included that are decided and not written on it yet."""
    own = {hold["id"]: hold for hold in record.holds}
    for decision in hold_ledger().at_work():
        awaited = decision.awaited(uid_of(record))
        if awaited is not None:
            own[awaited["id"]] = awaited
    return list(own.values())


def holds_over(record):
    """Return every hold on a record and on its series, lifted ones included."""
    return [*own_holds(record), *record.series.holds]


def holds_in_force(record, day=None):
    """Return the holds that forbid the disposal of a record on a day, its own before those of its series.

    Parameters:
        record: the record.
        day: today by default.
    """
    return holding.in_force(holds_over(record), day or clock.today())


def is_held(record, day=None):
    """Tell whether a hold forbids the disposal of a record on a day, today by default."""
    return bool(holds_in_force(record, day))


def held_among(records, day=None, sets=None):
    """Return those record ids of the catalog whose records are held; no object is woken.

    Parameters:
        records: set of record ids of the catalog (``IISet``), of any content.
        day: today by default, or a later day; holds that ended before today are not asked for.
        sets: the ``CatalogSets`` to ask with.
    """
    sets = sets or CatalogSets(api.portal.get_tool("portal_catalog"), api.user.get_current())
    day = (day or clock.today()).isoformat()
    held = sets.narrowed(records, "held_until", {"query": day, "range": "min"})
    for name, uids in (("record_series", held_series(day)), ("UID", awaiting(day))):
        if uids:
            held = sets.either(held, sets.narrowed(records, name, uids))
    return held


def held_brains(brains, day=None):
    """Return the set of the UIDs of those brains of records whose records are held; see :func:`held_among`.

    Parameters:
        brains: brains of records.
        day: today by default, or a later day.
    """
    day = (day or clock.today()).isoformat()
    series, awaited = set(held_series(day)), set(awaiting(day))
    return {
        brain.UID
        for brain in brains
        if (brain.held_until or "") >= day or brain.record_series in series or brain.UID in awaited
    }


def held_series(day):
    """Return the UIDs of the series that are held as a whole on a day (ISO text)."""
    return [uid for decision in hold_ledger().on_series() if is_until(decision.hold, day) for uid in decision.uids]


def awaiting(day):
    """Return the UIDs of the records held on a day (ISO text) by what is not written on them yet."""
    decisions = [(decision, decision.awaited()) for decision in hold_ledger().at_work()]
    return [uid for decision, hold in decisions if hold is not None and is_until(hold, day) for uid in decision.pending]


def is_until(hold, day):
    """Tell whether a hold that is not lifted lasts on a day (ISO text)."""
    return hold["until"] is None or hold["until"].isoformat() >= day


def number_of_records(hold):
    """Return how many records one decision holds; 1 for a hold that was set on one record alone."""
    decision = hold_ledger().get(hold["group"]) if hold["group"] else None
    return len(decision.uids) if decision is not None else 1
