"""What the catalog of the bulletin knows of an entry: public values only."""

from czest.qms.bulletin.interfaces import IBulletinEntry
from czest.qms.bulletin.interfaces import IBulletinPage
from czest.qms.bulletin.snapshot import WITHDRAWN
from lxml import html
from plone.indexer import indexer


@indexer(IBulletinEntry)
def symbol(entry):
    """Return the symbol."""
    return entry.facts["symbol"]


@indexer(IBulletinEntry)
def kind(entry):
    """Return the id of the kind."""
    return entry.facts["kind"]


@indexer(IBulletinEntry)
def kind_title(entry):
    """Return the kind in words."""
    return entry.facts["kind_title"]


@indexer(IBulletinEntry)
def section(entry):
    """Return the id of the section of the menu."""
    return entry.facts["section"]


@indexer(IBulletinEntry)
def number(entry):
    """Return the number of the edition."""
    return entry.facts["number"]


@indexer(IBulletinEntry)
def summary(entry):
    """Return the summary in plain language."""
    return entry.facts["summary"]


@indexer(IBulletinEntry)
def in_force_from(entry):
    """Return the day on which it came into force."""
    return entry.facts["in_force_from"]


@indexer(IBulletinEntry)
def published_at(entry):
    """Return when it was published, ISO 8601 in UTC."""
    return entry.facts["metadata"]["published_at"]


@indexer(IBulletinEntry)
def searchable_text_of_entry(entry):
    """Return the public words of an entry; of one withdrawn only its symbol."""
    facts = entry.facts
    if entry.state == WITHDRAWN:
        return facts["symbol"]
    return " ".join([facts["symbol"], facts["title"], facts["summary"], words(facts["body"]), entry.searchable_text])


@indexer(IBulletinPage)
def searchable_text_of_page(page):
    """Return the words of a page."""
    return f"{page.title} {words(page.body)}"


def words(markup):
    """Return the text of HTML."""
    return " ".join(html.fromstring(markup).itertext()) if markup.strip() else ""
