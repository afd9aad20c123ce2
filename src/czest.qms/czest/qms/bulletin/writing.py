"""Writing into the bulletin; called by ``publication`` only, with the bulletin's site as the current one.

Whoever calls decides and is responsible for the evidence; here only plain, whitelisted values are written.
"""

from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import PAGES
from czest.qms.bulletin.addresses import subject_id
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import digest_of
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import WITHDRAWN
from dataclasses import replace
import hashlib
import itertools
from plone import api
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile


#: Title of an entry whose title had to go, too (BIP-7).
REMOVED_TITLE = "Treść usunięta"


class WrongContent(ValueError):
    """A snapshot and what is written with it do not belong together."""


def entry_id(number, version):
    """Return the last part of the address of a new entry.

    Parameters:
        number: of the edition, such as ``6/1``; empty for a record.
        version: ordinal of this publication among those of the same edition, from 1.
    """
    if not number:
        return f"wersja-{version}"
    name = f"wydanie-{number.replace('/', '-')}"
    return name if version == 1 else f"{name}-wersja-{version}"


def next_path(site, snapshot):
    """Return the address below the site that the entry of a snapshot is going to have: the first one that is free."""
    folder, name = site[DOCUMENTS], subject_id(snapshot.symbol)
    taken = folder.get(name, ())
    ids = (entry_id(snapshot.number, version) for version in itertools.count(1))
    return f"{DOCUMENTS}/{name}/{next(each for each in ids if each not in taken)}"


def next_version(entries):
    """Return the ordinal of the next entry under a symbol."""
    return 1 + max((entry.version for entry in entries), default=0)


def publish(site, snapshot, contents, text="", what=""):
    """Write a new entry and return it; the one published before under the same symbol is archived.

    Parameters and errors as of :func:`write`.
    """
    return write(site, next_path(site, snapshot), snapshot, contents, text, what)


def write(site, path, snapshot, contents, text="", what="", replacing=True):
    """Write an entry at its address and return it: a new one, or one that was there before.

    Parameters:
        site: the bulletin's site.
        path: of the entry below the site.
        snapshot: Snapshot with its digest.
        contents: ``{public name: bytes}`` of its files.
        text: plain text of the public files, for the search.
        what: words for the register of changes.
        replacing: True where what is published under the same symbol is archived by it.

    Raises:
        WrongContent: when the digest is not that of the snapshot, the files are not those that it names, or the address
            is not one of its symbol.
        NotPlain: when something in the snapshot is not a plain value.
    """
    require_whole(snapshot, contents)
    subject, register = _subject(site, snapshot.symbol), register_of(site)
    parent, _slash, name = path.rpartition("/")
    if parent != path_in_site(subject):
        raise WrongContent("The address is not one of the symbol.")
    before = [entry for entry in subject.entries() if entry.state == PUBLISHED and replacing]
    again = any(each.snapshot.number == snapshot.number for each in subject.entries())
    act = "republished" if again else "published"
    known = register.versions_of(path)
    entry = createContent("BulletinEntry")
    entry.id = name
    entry.title = snapshot.title
    entry.facts = as_plain(snapshot)
    entry.version = known[0] if known else next_version(subject.entries())
    entry.searchable_text = text
    entry.files = {each.name: _blob(each, contents[each.name]) for each in snapshot.files}
    subject._setObject(name, entry, set_owner=False)
    for older in before:
        _move(older, "archive")
    if not known:
        metadata = snapshot.metadata
        change = Change(metadata.published_at, metadata.entered_by, act, snapshot.number, entry.version, what)
        register.append(path, change)
    return subject[name]


def require_whole(snapshot, contents):
    """Check that a snapshot and the bytes of its files belong together.

    Raises:
        WrongContent: when they do not.
    """
    if snapshot.digest != digest_of(snapshot):
        raise WrongContent("The digest is not that of the snapshot.")
    if {each.name for each in snapshot.files} != set(contents):
        raise WrongContent("The files are not those that the snapshot names.")
    for each in snapshot.files:
        data = contents[each.name]
        if hashlib.sha256(data).hexdigest() != each.sha256 or len(data) != each.size:
            raise WrongContent("A file is not the one that the snapshot names.")


def archive(site, path, in_force_to, by, at):
    """Show an entry as no longer in force (BIP-6) and return it.

    Parameters:
        path: of the entry below the site.
        in_force_to: last day on which it was in force, ``YYYY-MM-DD``; empty where it was only replaced, which the register
            of changes says by what replaced it.
        by: Person.
        at: ISO 8601 in UTC.
    """
    entry = site.restrictedTraverse(path)
    entry.in_force_to = in_force_to
    if entry.state == PUBLISHED:
        _move(entry, "archive")
        if in_force_to:
            change = Change(at, by, ARCHIVED, entry.snapshot.number, entry.version)
            register_of(site).append_once(path, change)
    else:
        entry.reindexObject()
    return entry


def withdraw(site, path, withdrawal):
    """Take an entry off the bulletin and leave its stub (BIP-7); return it.

    The content and the files are destroyed; the title and the dates stay, unless the title has to go, too.

    Parameters:
        path: of the entry below the site.
        withdrawal: Withdrawal.
    """
    entry = site.restrictedTraverse(path)
    snapshot = entry.snapshot
    stub = stub_of(snapshot, withdrawal.title_removed)
    entry.title = stub.title
    entry.facts = as_plain(stub)
    entry.withdrawn = as_plain(withdrawal)
    entry.files = {}
    entry.searchable_text = ""
    if entry.state != WITHDRAWN:
        _move(entry, "withdraw")
    entry.reindexObject()
    register = register_of(site)
    if withdrawal.title_removed:
        register.forget_words(path)
    register.append_once(path, Change(withdrawal.at, withdrawal.by, WITHDRAWN, snapshot.number, entry.version))
    return entry


def stub_of(snapshot, title_removed=False):
    """Return what is left of a snapshot once its entry is withdrawn (BIP-7).

    Parameters:
        title_removed: True where the title itself has to go (RODO).
    """
    return replace(
        snapshot,
        title=REMOVED_TITLE if title_removed else snapshot.title,
        summary="",
        what_changed="",
        body="",
        files=(),
        exclusions=(),
        relations=(),
        case_sign="",
    )


def write_stub(site, path, snapshot):
    """Write an entry anew of which only the note is left, before :func:`withdraw` leads it there."""
    whole = replace(snapshot, files=(), body="")
    write(site, path, replace(whole, digest=digest_of(whole)), {}, replacing=False)


def put_page(site, page_id, title, body, facts, by, at, what=""):
    """Write a page of the bulletin and return it.

    Parameters:
        page_id: last part of its address.
        title: title.
        body: clean HTML.
        facts: dict of plain values, or None.
        by: Person.
        at: ISO 8601 in UTC.
        what: words for the register of changes.
    """
    folder = site[PAGES]
    if page_id not in folder:
        page = createContent("BulletinPage")
        page.id = page_id
        folder._setObject(page_id, page, set_owner=False)
    page = folder[page_id]
    page.title, page.body, page.facts = title, body, facts
    page.reindexObject()
    register_of(site).append(path_in_site(page), Change(at, by, "edited", "", 0, what))
    return page


def path_in_site(content):
    """Return the address of something below the site, such as ``dokumenty/PS-01/wydanie-6``."""
    site = api.portal.get_tool("portal_url")
    return "/".join(site.getRelativeContentPath(content))


def _subject(site, symbol):
    folder = site[DOCUMENTS]
    name = subject_id(symbol)
    if name not in folder:
        subject = createContent("BulletinSubject")
        subject.id = name
        subject.title = subject.symbol = symbol
        folder._setObject(name, subject, set_owner=False)
    return folder[name]


def _blob(public_file, data):
    return NamedBlobFile(data=data, contentType=public_file.media_type, filename=public_file.name)


def _move(entry, transition):
    api.portal.get_tool("portal_workflow").doActionFor(entry, transition)
    entry.reindexObject()
