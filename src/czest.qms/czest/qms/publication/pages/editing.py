"""Changing a page of the bulletin: a new version in the ledger, the page itself, journal and trail, in one transaction."""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.declaration import missing
from czest.qms.bulletin.views.pages import DECLARATION
from czest.qms.bulletin.views.pages import EDITORS
from czest.qms.documents.conversion import sanitise
from czest.qms.operations.base import actor
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.organisation.rules.model import Refused
from czest.qms.publication import ledger as ledgers
from czest.qms.publication.carrying_out import now
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.intents import announce_page
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal.keeping import EDITED
from czest.qms.publication.pages.reconciling import path_of
from czest.qms.publication.pages.reconciling import write_page
from czest.qms.publication.pages.rules.declaring import AREAS
from czest.qms.publication.pages.rules.declaring import DAYS
from czest.qms.publication.pages.rules.declaring import declaration_problems
from czest.qms.publication.pages.rules.declaring import LINES
from czest.qms.publication.pages.rules.editors import editors_problems
from czest.qms.publication.pages.rules.editors import FIELDS
from czest.qms.publication.pages.rules.editors import with_name
from czest.qms.publication.pages.rules.versions import Draft
from czest.qms.publication.pages.rules.versions import draft_problems
from czest.qms.publication.people import person
from czest.qms.publication.purging import note_outdated
from czest.qms.publication.trail import trace
from dataclasses import replace
from plone import api
from zope.component import getUtility


#: What the trail calls a change of a page.
EDIT, RESTORE, REVIEW = "edit-bulletin-page", "restore-bulletin-page", "review-declaration"

#: Names of the facts that the form of a page asks for.
FACTS = {DECLARATION: (*LINES, *DAYS, *AREAS), EDITORS: FIELDS}


def pages():
    """Return the Pages of the ledger."""
    return getUtility(IPublicationLedger).pages


def draft_of(page_id, values):
    """Return the Draft that a page would have; what ``values`` does not name stays as it is.

    Parameters:
        page_id: of the page.
        values: any of ``title``, ``body`` (HTML from anywhere) and ``facts`` (texts by name; unknown names are left out).
    """
    present = pages().newest(page_id).draft
    facts = dict(present.facts)
    given = values.get("facts") or {}
    facts.update({name: tidied(given[name]) for name in FACTS.get(page_id, ()) if name in given})
    if page_id == EDITORS and given:
        facts = with_name(facts)
    title = values.get("title", present.title).strip()
    body = sanitise(values["body"]) if "body" in values else present.body
    return Draft(title, body, facts)


def tidied(text):
    """Return a text with the line breaks of the office and no blanks around its lines."""
    return "\n".join(line.strip() for line in text.strip().splitlines())


def problems_of(page_id, draft, what):
    """Return the problems of a Draft of a page."""
    found = []
    if page_id == DECLARATION:
        found = declaration_problems(draft.facts, missing(draft.facts), clock.today())
    elif page_id == EDITORS:
        found = editors_problems(draft.facts)
    more = draft_problems(draft, what, pages().newest(page_id).draft)
    return [*found, *(problem for problem in more if problem.field or not found)]


def save(page_id, draft, what, *, seen=None, operation=EDIT, details=None):
    """Make a Draft the public version of a page and return its PageVersion.

    Parameters:
        page_id: of the page.
        draft: Draft.
        what: words for the public register of changes.
        seen: number of the version that the editor saw, or None.
        operation: what the trail calls it.
        details: plain values for the trail.

    Raises:
        KeyError: there is no such page.
        ObjectMovedOn: somebody has changed the page meanwhile.
        Refused: naming every field that is wrong.
        BulletinUnavailable: when this process may not publish.
    """
    kept = pages()
    newest = kept.newest(page_id)
    if seen is not None and seen != newest.number:
        message = _("Not saved: somebody has changed the page meanwhile; its version is ${number} by now.")
        raise ObjectMovedOn(_(message, mapping={"number": str(newest.number)}))
    problems = problems_of(page_id, draft, what)
    if problems:
        raise Refused(problems)
    login, at, path = actor(), now(), path_of(page_id)
    by = person(login)
    announce_page(page_id, ledgers.Intent(ledgers.EDIT, path, draft.digest, at))
    version = kept.add(page_id, draft, by=login, name=by.name, post=by.post, at=at, what=what)
    with opened_bulletin(api.portal.get()) as site:
        write_page(site, page_id, version, at)
    ledger = getUtility(IPublicationLedger)
    note_outdated(ledger, path)
    ledger.journal.note(at, EDITED, login, page_id, path)
    facts = {"page": page_id, "version": version.number, **(details or {})}
    trace(operation, reason=what, digest=draft.digest, details=facts)
    return version


def restore(page_id, number, what, seen=None):
    """Make an earlier version public again, as a new one; raises as :func:`save`.

    Parameters:
        number: of the earlier version.
    """
    earlier = version_of(page_id, number)
    return save(page_id, earlier.draft, what, seen=seen, operation=RESTORE, details={"restored": number})


def version_of(page_id, number):
    """Return a version of a page.

    Raises:
        KeyError: there is no such page, or no such version.
    """
    versions = pages().versions(page_id)
    if not 1 <= number <= len(versions):
        raise KeyError(number)
    return versions[number - 1]


def confirm_review(reviewed_on, what, seen=None):
    """Note on which day the accessibility declaration was reviewed without a change (A11Y-6); raises as :func:`save`.

    Parameters:
        reviewed_on: day ``YYYY-MM-DD``, as typed.
    """
    present = pages().newest(DECLARATION).draft
    draft = replace(present, facts={**present.facts, "reviewed_on": reviewed_on})
    return save(DECLARATION, draft, what, seen=seen, operation=REVIEW, details={"reviewed_on": reviewed_on})
