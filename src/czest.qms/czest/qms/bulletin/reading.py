"""Reading the bulletin's site into the facts of its pages; nothing is written, and nothing depends on the time of day."""

from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import PAGES
from czest.qms.bulletin.facts import Edition
from czest.qms.bulletin.facts import Editors
from czest.qms.bulletin.facts import EntryFacts
from czest.qms.bulletin.facts import ListedChange
from czest.qms.bulletin.facts import ListedEntry
from czest.qms.bulletin.facts import NATIONAL_PAGE
from czest.qms.bulletin.facts import PageFacts
from czest.qms.bulletin.facts import SiteFacts
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.sections import SECTIONS
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.writing import path_in_site
from Products.CMFCore.utils import getToolByName


#: The page whose facts name the office and its editors.
EDITORS = "redakcja"

ENTRY, PAGE = "BulletinEntry", "BulletinPage"


def found(site, **query):
    """Return the brains of a query; all that the catalog of the bulletin holds is public."""
    return getToolByName(site, "portal_catalog").unrestrictedSearchResults(**query)


def site_facts(site, address=None, stated=None):
    """Return the SiteFacts.

    Parameters:
        site: the bulletin's site.
        address: its public address, without a slash at the end; else the one of the request.
        stated: the data of the editors; else those of their page.
    """
    stated = _facts_of_editors(site) if stated is None else stated
    newest = register_of(site).newest(0, 1)
    return SiteFacts(
        address=address or site.absolute_url(),
        office=stated.get("office") or site.title,
        editors=Editors(
            address=tuple((stated.get("address") or "").splitlines()),
            **{name: stated.get(name) or "" for name in ("name", "phone", "fax", "email")},
        ),
        national_page=stated.get("national_page") or NATIONAL_PAGE,
        counts=_counts(site),
        titles={brain.getId: brain.Title for brain in found(site, portal_type=PAGE, sort_on="getId")},
        changed_at=newest[0].change.at if newest else "",
    )


def _facts_of_editors(site):
    page = site[PAGES].get(EDITORS)
    return (page.facts or {}) if page is not None else {}


def _counts(site):
    counts = {}
    for section in SECTIONS:
        number = len(found(site, portal_type=ENTRY, review_state=PUBLISHED, section=section.id))
        if number:
            counts[section.id] = number
    return counts


def entry_facts(entry):
    """Return the EntryFacts of an entry."""
    subject = entry.subject
    return EntryFacts(
        snapshot=entry.snapshot,
        id=entry.getId(),
        state=entry.state,
        version=entry.version,
        in_force_to=entry.in_force_to,
        withdrawal=entry.withdrawal,
        editions=tuple(edition_of(each) for each in reversed(subject.entries())),
        changes=changes_below(subject),
    )


def changes_below(content):
    """Return rejestr zmian of a document or page, oldest first."""
    register = register_of(getToolByName(content, "portal_url").getPortalObject())
    return tuple(row.change for row in register.below(path_in_site(content)))


def edition_of(entry):
    """Return the Edition of an entry."""
    facts = entry.facts
    return Edition(
        entry.getId(), facts["number"], entry.version, entry.state, facts["in_force_from"], entry.in_force_to
    )


def page_facts(page):
    """Return the PageFacts of a page of the bulletin's own."""
    return PageFacts(page.getId(), page.title, page.body, page.facts or {}, changes_below(page))


def listed_entry(brain, addresses):
    """Return the ListedEntry of a brain.

    Parameters:
        addresses: Addresses of the site.
    """
    address = addresses.entry(brain.symbol, brain.getId)
    if brain.review_state == PUBLISHED:
        address = addresses.subject(brain.symbol)
    return ListedEntry(
        symbol=brain.symbol,
        number=brain.number,
        title=brain.Title,
        kind_title=brain.kind_title,
        summary=brain.summary,
        section=brain.section,
        address=address,
        state=brain.review_state,
        in_force_from=brain.in_force_from,
        published_at=brain.published_at,
    )


def listed_changes(site, start, size):
    """Return the ListedChanges of a part of the register, newest first.

    Parameters:
        start: rows that are passed over.
        size: rows at most.
    """
    return [_listed_change(site, row) for row in register_of(site).newest(start, size)]


def _listed_change(site, row):
    content = site.unrestrictedTraverse(row.path)
    address = Addresses(site.absolute_url()).placed(row.path)
    if row.path.startswith(f"{DOCUMENTS}/"):
        facts = content.facts
        return ListedChange(row.change, facts["title"], facts["symbol"], facts["kind_title"], address, content.state)
    return ListedChange(row.change, content.title, "", "", address, "")


def newest_entries(site, most):
    """Return the EntryFacts of what now stands under the symbols last changed, newest first.

    Parameters:
        most: how many symbols at most.
    """
    register = register_of(site)
    subjects = {}
    for start in range(0, len(register), most):
        for row in register.newest(start, most):
            folder, _slash, rest = row.path.partition("/")
            if folder == DOCUMENTS:
                subjects.setdefault(rest.partition("/")[0])
            if len(subjects) == most:
                break
        if len(subjects) == most:
            break
    documents = site[DOCUMENTS]
    return [entry_facts(documents[name].current()) for name in subjects]


def published_subjects(site):
    """Yield (symbol, time of publication) of everything now published, by symbol."""
    for brain in found(site, portal_type=ENTRY, review_state=PUBLISHED, sort_on="symbol"):
        yield brain.symbol, brain.published_at


def listed(site, batch_of, **query):
    """Return the ListedEntries of a part of a list, and its Batch.

    Parameters:
        batch_of: function from the number of all rows to the Batch.
        query: for the catalog, beside the type.
    """
    brains = found(site, portal_type=ENTRY, sort_on="symbol", **query)
    batch = batch_of(len(brains))
    addresses = Addresses(site.absolute_url())
    return [listed_entry(brain, addresses) for brain in brains[batch.start : batch.stop]], batch
