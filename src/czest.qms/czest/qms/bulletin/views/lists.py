"""Pages that list: home, sections, the register of documents, the register of changes, answers of the search."""

from czest.qms import _
from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import CHANGES
from czest.qms.bulletin.addresses import REGISTER
from czest.qms.bulletin.addresses import SEARCH
from czest.qms.bulletin.facts import ListedEntry
from czest.qms.bulletin.sections import BY_ID
from czest.qms.bulletin.views.rendering import Head
from czest.qms.bulletin.views.rendering import render
from czest.qms.language.numerals import counted
from dataclasses import dataclass
import datetime


#: Changes on the home page.
CHANGES_AT_HOME = 5

_MONTHS = (
    *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
    *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
)


@dataclass(frozen=True)
class Hit:
    """An answer of the search.

    Parameters:
        entry: ListedEntry.
        title, quote: its title, and the passage that answers, as ``(piece, is_hit)``; the second may be empty.
    """

    entry: ListedEntry
    title: list
    quote: list


@dataclass(frozen=True)
class Month:
    """A month of the register of changes: ``2026-04`` and a Message such as *kwiecień 2026*."""

    value: str
    title: str


def month(value):
    """Return the Month written ``YYYY-MM``, or None for anything else."""
    try:
        day = datetime.date.fromisoformat(f"{value}-01")
    except ValueError:
        return None
    if f"{day:%Y-%m}" != value:
        return None
    name = _MONTHS[day.month - 1]
    return Month(value, _("${month} ${year}", mapping={"month": name, "year": str(day.year)}))


def home_page(site, changes):
    """Return the home page as bytes.

    Parameters:
        site: SiteFacts.
        changes: the newest ListedChanges, newest first.
    """
    head = Head(title="", canonical=Addresses(site.address).home, bare=True)
    return render("home", site, head, changes=changes)


def section_page(site, section_id, entries, batch):
    """Return the page of a section of the menu as bytes.

    Parameters:
        site: SiteFacts.
        section_id: a known id of a section.
        entries: the ListedEntries of this part.
        batch: Batch.
    """
    section = BY_ID[section_id]
    address = Addresses(site.address).section(section_id)
    head = Head(title=section.title, canonical=_canonical(address, batch), section=section_id)
    values = {"title": section.title, "entries": entries}
    return render("list", site, head, **values, **_part(batch, address, [], _documents(batch.total)))


def register_page(site, entries, batch):
    """Return the register of documents as bytes; see :func:`section_page`."""
    address = Addresses(site.address).named(REGISTER)
    head = Head(title=_("Register of documents"), canonical=_canonical(address, batch), section=REGISTER)
    return render("register", site, head, entries=entries, **_part(batch, address, [], _documents(batch.total)))


def changes_page(site, changes, batch, months, chosen=""):
    """Return the consolidated register of changes as bytes.

    Parameters:
        site: SiteFacts.
        changes: the ListedChanges of this part, newest first.
        batch: Batch.
        months: the Months in which something was changed, newest first.
        chosen: the value of the Month shown, or empty for all.
    """
    address = Addresses(site.address).named(CHANGES)
    query = [("miesiac", chosen)] if chosen else []
    head = Head(title=_("Register of changes"), canonical=_canonical(address, batch, query), section=CHANGES)
    values = {"changes": changes, "months": months, "month": chosen}
    return render("changes", site, head, **values, **_part(batch, address, query, _changes(batch.total)))


def search_page(site, query, with_archived, hits, batch):
    """Return the page of the search as bytes; engines do not keep answers.

    Parameters:
        site: SiteFacts.
        query: what was asked, or empty.
        with_archived: True where archived versions were searched too.
        hits: the Hits of this part.
        batch: Batch.
    """
    address = Addresses(site.address).named(SEARCH)
    pairs = [("q", query), *([("archiwalne", "1")] if with_archived else [])]
    title = _("Search: ${words}", mapping={"words": query}) if query else _("Search")
    values = {"query": query, "with_archived": with_archived, "hits": hits}
    head = Head(title=title, noindex=True)
    return render("search", site, head, **values, **_part(batch, address, pairs, _documents(batch.total)))


def _canonical(address, batch, query=()):
    pairs = [*query, *([("b_start", batch.start)] if batch.start else [])]
    return _link(address, pairs)


def _part(batch, address, query, words):
    def page_link(page):
        start = batch.start_of(page)
        return _link(address, [*query, *([("b_start", start)] if start else [])])

    return {"batch": batch, "page_link": page_link, "counted": words}


def _link(address, pairs):
    site, _slash, name = address.rpartition("/")
    return Addresses(site).named(name, pairs)


def _documents(count):
    if not count:
        return _("No documents.")
    return counted(count, _("${count} document"), _("${count} documents (few)"), _("${count} documents (many)"))


def _changes(count):
    if not count:
        return _("No changes.")
    return counted(count, _("${count} change"), _("${count} changes (few)"), _("${count} changes (many)"))
