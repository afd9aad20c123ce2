"""What the trail tells of a record."""

from czest.qms.documents.history import entries_backwards
from czest.qms.documents.making import uid_of
from czest.qms.language.dates import day_of
from czest.qms.records.rules.lifecycle import RECORD_LIFE


def in_state_since(record, state_id):
    """Return the day on which a record entered its state for the last time, or None where the trail does not say.

    A record that was taken off a disposal list counts as filed since the day on which it was filed.
    """
    uid = uid_of(record)
    return next((day_of(entry.time) for entry in entries_backwards(uid, uid) if enters(entry, state_id)), None)


def enters(entry, state_id):
    """Tell whether an entry of the trail is the one by which a record entered a state."""
    if entry.operation == "capture":
        return state_id == ("filed" if entry.details.get("filed") else "open")
    known = RECORD_LIFE.get(entry.operation)
    return known is not None and known.target == state_id and entry.operation != "take-off-list"


def traced_digest(record):
    """Return the last digest that the trail noted of a record, or None."""
    uid = uid_of(record)
    return next((entry.digest for entry in entries_backwards(uid, uid) if entry.digest), None)
