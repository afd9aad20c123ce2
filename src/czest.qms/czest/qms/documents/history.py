"""The history of a document: its editions as a person may see them, and what the trail tells of each.

The trail is the only witness of who changed, submitted or moved an edition; these are its readers in this room.
"""

from czest.qms import _
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.language.dates import day_of
from czest.qms.language.dates import hour
from czest.qms.language.dates import long_date
from czest.qms.language.dates import moment_of
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from functools import lru_cache
from itertools import takewhile
from plone import api
from zope.component import getUtility


#: Entries read at a time from the end of a chain, which may hold hundreds of acknowledgements after the submission.
BATCH = 50


def visible_editions(document):
    """Return the editions this person may see, newest first."""
    return [edition for edition in document.editions() if api.user.has_permission("View", obj=edition)]


def entries_backwards(document_uid, edition_uid):
    """Yield the readable entries about an edition, the last one first."""
    trail = getUtility(ITrail)
    stop = trail.length(document_uid)
    while stop > 0:
        batch = trail.stored(document_uid, max(1, stop - BATCH + 1), stop)
        for _number, entry in reversed(batch):
            if entry is not None and entry.object_uid == edition_uid:
                yield entry
        stop -= BATCH


def who_changed(edition):
    """Return the sentence that says who changed an edition last and when: asked when two people's work meets.

    What leaves the content as it is, such as a remark, is no change.
    """
    entries = entries_backwards(uid_of(edition.document), uid_of(edition))
    *_later, entry = takewhile(lambda entry: entry.digest == edition.digest, entries)
    moment = moment_of(entry.time)
    post = getUtility(IDirectory).post_title(entry.actor)
    return _(
        "Changed by ${person}, ${day}, ${hour}.",
        mapping={
            "person": ", ".join(part for part in (post, full_name(entry.actor)) if part),
            "day": long_date(moment),
            "hour": hour(moment),
        },
    )


def prepared_on(edition):
    """Return the day on which a released edition was submitted for the last time, or None.

    No signature tells it. It is part of what was signed, so it does not change as long as the signatures stand.
    """
    return _submitted_on(uid_of(edition.document), uid_of(edition), edition.digest, len(edition.signatures))


@lru_cache(maxsize=4096)
def _submitted_on(document_uid, edition_uid, digest, signatures):
    entries = entries_backwards(document_uid, edition_uid)
    return next((day_of(entry.time) for entry in entries if entry.operation == "submit"), None)


def moves_of(edition):
    """Return pairs ``(operation id, aware datetime)`` of an edition from the trail, oldest first."""
    entries = list(entries_backwards(uid_of(edition.document), uid_of(edition)))
    return [(entry.operation, moment_of(entry.time)) for entry in reversed(entries)]


def entries_about(edition):
    """Return the entries of the trail about an edition, oldest first.

    Raises:
        UnreadableEntry: when the trail of its document was damaged.
    """
    uid = uid_of(edition)
    return [entry for entry in getUtility(ITrail).entries(uid_of(edition.document)) if entry.object_uid == uid]


def traced_digest(edition):
    """Return ``(seq, digest)`` of the last entry about an edition that has a digest; ``(None, None)`` without one.

    Raises:
        UnreadableEntry: when the trail of its document was damaged.
    """
    entries = getUtility(ITrail).entries(uid_of(edition.document))
    about = [entry for entry in entries if entry.edition == edition.number and entry.digest]
    return (about[-1].seq, about[-1].digest) if about else (None, None)
