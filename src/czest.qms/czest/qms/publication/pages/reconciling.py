"""Where the bulletin's own pages are not what the ledger says, and mending them."""

from czest.qms.bulletin import writing
from czest.qms.bulletin.addresses import PAGES
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.snapshot import Person
from czest.qms.publication.differences import CHANGED
from czest.qms.publication.differences import Difference
from czest.qms.publication.differences import MISSING
from czest.qms.publication.differences import OUTDATED
from czest.qms.publication.differences import UNKNOWN
from czest.qms.publication.pages.rules.versions import Draft


def page_differences(pages, site):
    """Yield every Difference of a page.

    Parameters:
        pages: the Pages of the ledger.
        site: the bulletin's site, entered.
    """
    folder = site[PAGES]
    known, present = pages.ids(), sorted(folder.objectIds())
    for page_id in present:
        if page_id not in known:
            yield Difference(UNKNOWN, path_of(page_id))
    for page_id in known:
        if page_id not in present:
            yield Difference(MISSING, path_of(page_id))
            continue
        found, drafts = shown(folder[page_id]), [version.draft for version in pages.versions(page_id)]
        if found != drafts[-1]:
            yield Difference(OUTDATED if found in drafts else CHANGED, path_of(page_id))


def shown(page):
    """Return what a page of the bulletin says, as a Draft."""
    return Draft(page.title, page.body, dict(page.facts or {}))


def path_of(page_id):
    """Return the address of a page below the bulletin's site."""
    return f"{PAGES}/{page_id}"


def is_page(path):
    """Tell whether an address below the bulletin's site is that of a page."""
    return path.startswith(f"{PAGES}/")


def write_page(site, page_id, version, at):
    """Write a version of a page into the bulletin.

    Parameters:
        site: the bulletin's site, entered.
        version: PageVersion.
        at: when the register of changes says that it was written, ISO 8601 in UTC.
    """
    draft, by = version.draft, Person(version.name, version.post)
    writing.put_page(site, page_id, draft.title, draft.body, dict(draft.facts), by, at, version.what)


def mend_page(pages, site, difference, now):
    """Make the bulletin show what the ledger says of a page; what it does not know is taken down.

    Parameters:
        now: the time of the server as it is written in the bulletin.
    """
    page_id = difference.path.rpartition("/")[2]
    if difference.kind == UNKNOWN:
        site[PAGES]._delObject(page_id, suppress_events=False)
        register_of(site).take_out(difference.path)
        return
    version = pages.newest(page_id)
    newest = register_of(site).newest(0, 1)
    # The times of the register do not go back.
    in_order = not newest or newest[0].change.at <= version.at
    write_page(site, page_id, version, version.at if in_order else now)
