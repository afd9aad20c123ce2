"""Which of many records are on hold, asked of the catalog by sets."""

from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.records.finding import records_container
from czest.qms.records.rules.retention import Hold
from czest.qms.records.rules.retention import holds_in_force


def held_among(records, sets):
    """Return those record ids of the catalog whose records are on hold today."""
    held = sets.narrowed(records, "held_until", {"query": clock.today().isoformat(), "range": "min"})
    series = held_series()
    return sets.either(held, sets.narrowed(records, "record_series", series)) if series else held


def held_series():
    """Return the UIDs of the series that are on hold as a whole today."""
    found = []
    for series in records_container().objectValues():
        holds = [Hold(hold["since"], hold["until"], hold["lifted"]) for hold in series.holds]
        if holds_in_force(holds, clock.today()):
            found.append(uid_of(series))
    return found
