"""Who prepared an edition and when: no signature tells it, so the trail is asked."""

from czest.qms.clock import OFFICE_ZONE
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
import datetime
from functools import lru_cache
from zope.component import getUtility


#: Entries read at a time from the end of a chain, which may hold hundreds of acknowledgements after the submission.
BATCH = 50


def prepared_on(edition):
    """Return the day on which a released edition was submitted for the last time, or None.

    It is part of what was signed, so it does not change as long as the signatures stand.
    """
    return _submitted_on(uid_of(edition.document), uid_of(edition), edition.digest, len(edition.signatures))


@lru_cache(maxsize=4096)
def _submitted_on(document_uid, edition_uid, digest, signatures):
    trail = getUtility(ITrail)
    stop = trail.length(document_uid)
    while stop > 0:
        batch = trail.stored(document_uid, max(1, stop - BATCH + 1), stop)
        for _number, entry in reversed(batch):
            if entry is not None and entry.operation == "submit" and entry.object_uid == edition_uid:
                return day_of(entry.time)
        stop -= BATCH
    return None


def moves_of(edition):
    """Return pairs ``(operation id, aware datetime)`` of an edition from the trail, oldest first."""
    uid = uid_of(edition)
    stored = getUtility(ITrail).stored(uid_of(edition.document))
    return [
        (entry.operation, moment_of(entry.time))
        for _number, entry in stored
        if entry is not None and entry.object_uid == uid
    ]


def moment_of(text):
    """Return the aware datetime of a time stored as text."""
    return datetime.datetime.fromisoformat(text)


def day_of(text):
    """Return the day in the office of a time stored as text."""
    return moment_of(text).astimezone(OFFICE_ZONE).date()
