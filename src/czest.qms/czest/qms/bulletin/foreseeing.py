"""The page that a publication is going to give, before anything is written: the editor sees exactly what will be public."""

from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import subject_id
from czest.qms.bulletin.facts import Edition
from czest.qms.bulletin.facts import EntryFacts
from czest.qms.bulletin.reading import changes_below
from czest.qms.bulletin.reading import edition_of
from czest.qms.bulletin.reading import site_facts
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.views.entry import entry_page
from czest.qms.bulletin.writing import next_path
from czest.qms.bulletin.writing import next_version
from dataclasses import replace


def foreseen_page(site, snapshot, what="", address=None):
    """Return the page of an entry as bytes, as it will be once the snapshot is published.

    The menu counts what is published now, and the time and the digest are those of the snapshot.

    Parameters:
        site: the bulletin's site.
        snapshot: Snapshot.
        what: words for the register of changes.
        address: public address of the site, without a slash at the end; else the one of the request.
    """
    return entry_page(site_facts(site, address), foreseen_facts(site, snapshot, what))


def foreseen_facts(site, snapshot, what=""):
    """Return the EntryFacts that ``reading.entry_facts`` gives once ``writing.publish`` has written the snapshot."""
    subject = site[DOCUMENTS].get(subject_id(snapshot.symbol))
    entries = list(reversed(subject.entries())) if subject is not None else []
    name = next_path(site, snapshot).rpartition("/")[2]
    version = next_version(entries)
    again = any(entry.facts["number"] == snapshot.number for entry in entries)
    metadata = snapshot.metadata
    act = "republished" if again else "published"
    change = Change(metadata.published_at, metadata.entered_by, act, snapshot.number, version, what)
    own = Edition(name, snapshot.number, version, PUBLISHED, snapshot.in_force_from)
    return EntryFacts(
        snapshot=snapshot,
        id=name,
        version=version,
        editions=(*map(_as_it_will_be, entries), own),
        changes=(*(changes_below(subject) if subject is not None else ()), change),
    )


def _as_it_will_be(entry):
    edition = edition_of(entry)
    return replace(edition, state=ARCHIVED) if edition.state == PUBLISHED else edition
