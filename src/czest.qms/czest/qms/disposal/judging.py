"""What the rules ask of the site's records and lists."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.disposal.rules.candidates import Candidate
from czest.qms.disposal.rules.listing import Consent
from czest.qms.disposal.rules.listing import Listing
from czest.qms.documents.content import state_of
from czest.qms.documents.making import uid_of
from czest.qms.records.interfaces import IDisposalObstacle
from czest.qms.records.retaining import holds_on
from czest.qms.records.rules.retention import Category
from plone import api
from Products.CMFCore.indexing import processQueue
from zope.component import getUtilitiesFor
from zope.component import getUtility


def record_with(uid):
    """Return the record with a UID, whoever asks, or None."""
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    # Thousands are asked for in a row: a search for each would take most of the time.
    number = catalog._catalog.getIndex("UID")._index.get(uid)
    found = None if number is None else api.portal.get().unrestrictedTraverse(catalog.getpath(number))
    return found if getattr(found, "portal_type", None) == "Record" else None


def is_published(uid):
    """Tell whether a record is shown outside the office."""
    return any(uid in obstacle.published([uid]) for _name, obstacle in getUtilitiesFor(IDisposalObstacle))


def has_schedule(record):
    """Tell whether the class of a record stands in the office's JRWA, and its series has class and category still."""
    series = record.series
    known = getUtility(IClassification).term("jrwa", record.jrwa_class) if record.jrwa_class else None
    return known is not None and all((record.archival_category, series.jrwa_class, series.archival_category))


def candidate(record, appraised_on=None):
    """Return the ``Candidate`` that a record is at this moment.

    Parameters:
        record: the record.
        appraised_on: day on which the archive appraised it, or None.
    """
    uid = uid_of(record)
    scheduled = has_schedule(record)
    return Candidate(
        record=uid,
        state=state_of(record),
        category=Category.parse(record.archival_category) if scheduled else None,
        jrwa_class=record.jrwa_class if scheduled else "",
        closed_on=record.closed_on,
        holds=tuple(holds_on(record)),
        appraised_on=appraised_on,
        is_published=is_published(uid),
        on_list=record.disposal_list,
    )


def listing_of(content):
    """Return the ``Listing`` of a list of the site."""
    return Listing(
        uid=uid_of(content),
        selection=content.selection,
        drawn_up_on=content.made_on,
        consent=Consent(content.consent_no, content.consent_date),
        is_refused=content.is_refused,
        excluded=frozenset(content.rows[number].record for number in content.excluded),
    )
