"""Values for the catalog; nothing personal or confidential (DESIGN §8)."""

from czest.qms.documents.content import running_consultation
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.making import uid_of
from czest.qms.documents.rules.access import principals
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.rules.lifecycle import STATES_BEFORE_ROUTE
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.language.collation import natural_key
from czest.qms.language.collation import sort_key
from plone.indexer import indexer


@indexer(IControlledDocumentMarker)
def symbol(document):
    return document.symbol


@indexer(IControlledDocumentMarker)
def sort_symbol(document):
    return natural_key(document.symbol)


@indexer(IControlledDocumentMarker)
def sort_title(document):
    return sort_key(document.title)


@indexer(IControlledDocumentMarker)
def edition_number(document):
    edition = document.edition_in_force()
    return edition.number if edition is not None else ""


@indexer(IEditionMarker)
def in_force_from_of_edition(edition):
    return edition.in_force_from.isoformat() if edition.in_force_from is not None else ""


@indexer(IControlledDocumentMarker)
def in_force_from(document):
    edition = document.edition_in_force()
    return in_force_from_of_edition.callable(edition) if edition is not None else ""


@indexer(IControlledDocumentMarker)
def searchable_text(document):
    edition = document.edition_in_force()
    text = edition.searchable_text if edition is not None else ""
    return " ".join([document.symbol, document.title, document.description or "", text])


@indexer(IEditionMarker)
def document_uid(edition):
    return uid_of(edition.document)


@indexer(IEditionMarker)
def waiting_for(edition):
    """Return the logins and groups for whom the edition waits now: those asked, or the authors of a draft."""
    asked = waiting_now(edition)
    if not asked and state_of(edition) in STATES_BEFORE_ROUTE:
        return list(edition.authors)
    kind = edition.document.portal_type
    return [principal for participant in asked for principal in principals(participant, kind)]


def waiting_now(edition):
    """Return the participants whose turn it is, as a tuple: of the running stage, or of an optional state."""
    consultation, stage = running_consultation(edition), running_stage(edition)
    if consultation is not None:
        return consultation.waiting
    return edition.course.waiting(stage) if stage is not None else ()


def due_now(edition):
    """Return the last day of what runs: a stage, or an optional state; None where it has none or nothing runs."""
    running = running_consultation(edition) or running_stage(edition)
    return running.due if running is not None else None


def running_stage(edition):
    """Return the stage of an edition that somebody has to sign, or None."""
    stage = edition.course.current
    return stage if stage is not None and state_of(edition) in SIGNED_IN else None


@indexer(IEditionMarker)
def not_waiting_for(edition):
    """Return the logins for whom an edition does not wait though they hold a post that is asked: four eyes."""
    stage, consultation = running_stage(edition), running_consultation(edition)
    if consultation is not None and consultation.waiting:
        return sorted(edition.authors)
    return [] if stage is None else sorted({*edition.authors, *edition.course.behind(stage)})


@indexer(IEditionMarker)
def written_by(edition):
    """Return the logins of the authors of an edition that is not in force yet."""
    return list(edition.authors) if state_of(edition) in OPEN_STATES else []


@indexer(IEditionMarker)
def stage_due(edition):
    """Return the last day of what runs, empty where there is none."""
    due = due_now(edition)
    return due.isoformat() if due is not None else ""


@indexer(IEditionMarker)
def nothing_of_edition(edition):
    """Say that an edition has no such value, before it is looked for in all that lies around the edition."""
    raise AttributeError("Editions have no such value.")


@indexer(IEditionMarker)
def number_of_edition(edition):
    return edition.number


@indexer(IEditionMarker)
def searchable_text_of_edition(edition):
    return " ".join([edition.document.symbol, edition.title, edition.number])
