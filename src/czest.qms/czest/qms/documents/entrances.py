"""Since when something has been in its state, and in which months it entered which: for the catalog.

The workflow history tells it, whose times come from the one clock (``operations.moments``). It lies on the object that is
being indexed, so nothing else is read for it.
"""

from Acquisition import aq_base
from czest.qms.clock import OFFICE_ZONE
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.rules import entrances as rules
from czest.qms.operations.interfaces import IWrittenByOperations
import datetime
from plone.indexer import indexer


#: Indexes that follow every change of state.
INDEXES = ("state_since", "states_entered")


def steps_of(content):
    """Return the steps of the workflow history of an object, oldest first."""
    histories = getattr(aq_base(content), "workflow_history", None) or {}
    # Our types have one workflow each.
    lines = next(iter(histories.values()), ())
    return [rules.Step(line["review_state"], line["action"], office_day(line["time"])) for line in lines]


def office_day(time):
    """Return the date in the office of a Zope DateTime."""
    return datetime.datetime.fromtimestamp(time.timeTime(), OFFICE_ZONE).date()


def of_edition(edition):
    """Return the entrances of an edition, oldest first."""
    taken_over_from = edition.in_force_from if edition.taken_over else None
    return rules.of_edition(steps_of(edition), taken_over_from, edition.in_force_to)


def of_document(document):
    """Return the entrances of a document, oldest first."""
    first = next(reversed(document.editions()), None)
    is_taken_over = first is not None and first.taken_over
    return rules.of_document(steps_of(document), first.in_force_from if is_taken_over else None)


def _since(content, found):
    """Return the day since which an object has been in its state as ISO text; empty where that is not known."""
    steps = steps_of(content)
    day = rules.since(found, steps[-1].state) if steps else None
    return day.isoformat() if day is not None else ""


@indexer(IWrittenByOperations)
def state_since(content):
    return _since(content, rules.entrances(steps_of(content)))


@indexer(IWrittenByOperations)
def states_entered(content):
    return rules.by_month(rules.entrances(steps_of(content)))


@indexer(IEditionMarker)
def state_since_of_edition(edition):
    return _since(edition, of_edition(edition))


@indexer(IEditionMarker)
def states_entered_of_edition(edition):
    return rules.by_month(of_edition(edition))


@indexer(IControlledDocumentMarker)
def state_since_of_document(document):
    return _since(document, of_document(document))


@indexer(IControlledDocumentMarker)
def states_entered_of_document(document):
    return rules.by_month(of_document(document))
