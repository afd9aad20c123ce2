"""Bringing an edition into force: the one place where a document changes what it tells its readers."""

from czest.qms.documents.access import apply_access
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.lifecycle import document_state
from czest.qms.documents.searchable import searchable_text
from czest.qms.documents.snapshots import CONTROL_DATA
from czest.qms.documents.transitions import move
import datetime


def bring_into_force(edition, day, transition="release"):
    """Supersede the edition in force and put this one in its place, in one transaction.

    Parameters:
        edition: an approved edition, or a draft that is being taken over.
        day: date from which it is in force.
        transition: ``release`` or ``take-over``.
    """
    document = edition.document
    supersede(document.edition_in_force(), day)
    edition.in_force_from = day
    edition.in_force_to = None
    edition.searchable_text = searchable_text(edition)
    move(edition, transition)
    for name in CONTROL_DATA:
        setattr(document, name, getattr(edition, name))
    settle(document)
    edition.reindexObject()
    apply_access(document)
    document.reindexObject()


#: State of a document → the transition of its workflow that leads there.
DOCUMENT_MOVES = {"in_force": "release", "withdrawn": "withdraw"}


def settle(document):
    """Bring the state of a document in line with its editions."""
    due = document_state(state_of(edition) for edition in document.editions())
    if due != state_of(document):
        move(document, DOCUMENT_MOVES[due])


def supersede(edition, day):
    """End an edition on the eve of the day on which its successor comes into force."""
    if edition is None:
        return
    end(edition, day - datetime.timedelta(days=1), "supersede")


def end(edition, last_day, transition):
    """End the force of an edition.

    Parameters:
        last_day: the last day on which it was in force; not before its first.
        transition: ``supersede`` or ``withdraw``.
    """
    edition.in_force_to = max(last_day, edition.in_force_from)
    edition.searchable_text = ""
    move(edition, transition)
    edition.reindexObject()
