"""The queue of publications: the cases of a state in their order, a page of them at a time."""

from czest.qms import clock
from czest.qms.operations.base import actor
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.rules import cases
from czest.qms.register.catalog_sets import for_current_user
import datetime
from plone import api
from zope.component import getUtility


#: Days before the last day in the bulletin in which an entry is shown as ending.
DAYS_BEFORE_END = 30
#: Days for which what ended is shown.
DAYS_AFTER = 30

#: Lists of the queue, in the order of the page.
LISTS = ("requested", "no_longer_open", "corrected", "unreplaced", "scheduled", "ending", "ended", "refused")


def may_see_queue():
    """Tell whether the person sees what everybody asked for: the BIP editors and the quality officer."""
    return may_decide() or api.user.has_permission("czest.qms: Amend control data")


def may_decide():
    """Tell whether the person is a BIP editor."""
    return api.user.has_permission(EDITOR_PERMISSION)


def count_of_waiting():
    """Return how many cases wait for an editor; no case is loaded."""
    ledger = getUtility(IPublicationLedger)
    lists = ledger.lists
    waiting = (lists.unreplaced(), lists.no_longer_open(), lists.corrected())
    return ledger.count(cases.REQUESTED) + sum(map(len, waiting))


def numbers_of(name):
    """Return the numbers of the cases of a list, in its order; no case is loaded.

    Parameters:
        name: one of LISTS.
    """
    lists, today = getUtility(IPublicationLedger).lists, clock.today()
    if name == "requested":
        return lists.due(cases.REQUESTED)
    if name == "scheduled":
        return lists.due(cases.SCHEDULED)
    if name == "no_longer_open":
        return lists.no_longer_open()
    if name == "corrected":
        return lists.corrected()
    if name == "unreplaced":
        return lists.unreplaced()
    if name == "ending":
        last = today + datetime.timedelta(days=DAYS_BEFORE_END)
        return lists.due(cases.PUBLISHED, cases.ARCHIVED, since=today.isoformat(), until=last.isoformat())
    since = (today - datetime.timedelta(days=DAYS_AFTER)).isoformat()
    return lists.latest({cases.REFUSED} if name == "refused" else {cases.ARCHIVED, cases.WITHDRAWN}, since)


def own_numbers():
    """Return the numbers of the cases that the person asked for, the newest first."""
    return getUtility(IPublicationLedger).lists.asked_by(actor())


def loaded(numbers):
    """Return the cases with these numbers."""
    ledger = getUtility(IPublicationLedger)
    return [ledger.case(number) for number in numbers]


def addresses_of(found, sets=None):
    """Return ``{uid: address}`` of the editions of cases that a person may see, from the catalog alone.

    Parameters:
        found: the cases.
        sets: CatalogSets of the person; of who is signed in by default.
    """
    if not found:
        return {}
    sets = sets or for_current_user()
    records = sets.permitted(sets.matching("UID", [case.uid for case in found]))
    return {brain.UID: brain.getURL() for brain in sets.brains(records)}
