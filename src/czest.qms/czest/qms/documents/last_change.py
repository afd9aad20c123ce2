"""Who changed an edition last, and when: asked when two people's work meets."""

from czest.qms import _
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.language.dates import hour
from czest.qms.language.dates import long_date
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
import datetime
from zope.component import getUtility


def last_entry(edition):
    """Return the last entry of the trail about an edition, or None."""
    document_uid, edition_uid = uid_of(edition.document), uid_of(edition)
    trail = getUtility(ITrail)
    for number in range(trail.length(document_uid), 0, -1):
        ((_number, entry),) = trail.stored(document_uid, number, number)
        if entry is not None and entry.object_uid == edition_uid:
            return entry
    return None


def who_changed(edition):
    """Return the sentence that says who changed an edition last and when."""
    entry = last_entry(edition)
    moment = datetime.datetime.fromisoformat(entry.time)
    post = getUtility(IDirectory).post_title(entry.actor)
    return _(
        "Changed by ${person}, ${day}, ${hour}.",
        mapping={
            "person": ", ".join(part for part in (post, full_name(entry.actor)) if part),
            "day": long_date(moment),
            "hour": hour(moment),
        },
    )
