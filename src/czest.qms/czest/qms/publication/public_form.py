"""The public form of a case: the facts from which the bulletin makes its page, before anything is written there.

What the editor looks at is made by the template of the bulletin itself, of the very values that would be published.
"""

from czest.qms.bulletin import reading
from czest.qms.bulletin import writing
from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import subject_id
from czest.qms.bulletin.foreseeing import foreseen_facts
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.bulletin.snapshot import WITHDRAWN
from czest.qms.bulletin.views.entry import entry_page
from czest.qms.publication.carrying_out import dated
from czest.qms.publication.carrying_out import now
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.people import person
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.rules import cases
from dataclasses import replace
from plone import api


def page_of(case, login, address):
    """Return the page of a case as residents see it, or would see it if it were published now; bytes of HTML.

    Parameters:
        case: not refused and not lapsed.
        login: who would enter it into the bulletin.
        address: under which the pages of the bulletin are to lie, without a slash at the end.

    Raises:
        BulletinUnavailable: when this process may not publish, or the bulletin's site is not there.
    """
    is_public = case.state in cases.PUBLIC
    # Made before the other site is entered: people are known in this one.
    snapshot = None if is_public else dated(draft_of(case), person(login))
    with opened_bulletin(api.portal.get()) as site:
        known = reading.site_facts(site, address)
        if is_public:
            return entry_page(known, reading.entry_facts(site.restrictedTraverse(case.path)))
        return entry_page(*published_now(site, known, snapshot))


def published_now(site, known, snapshot):
    """Return SiteFacts and EntryFacts as they would be if a Snapshot were published now.

    Parameters:
        site: the bulletin's site, entered.
        known: its SiteFacts.
    """
    facts = foreseen_facts(site, snapshot, snapshot.what_changed)
    subject = site[DOCUMENTS].get(subject_id(snapshot.symbol))
    replaces = subject is not None and subject.current().state == PUBLISHED
    return with_count(known, snapshot.section, 0 if replaces else 1, snapshot.metadata.published_at), facts


def stub_of(case, login, reason, title_removed, address):
    """Return the page that would stay if a case were withdrawn now; bytes of HTML.

    Parameters:
        case: published or archived.
        login: who would withdraw it.
        reason: for the public.
        title_removed: True where even the title would go.
        address: under which the pages of the bulletin are to lie, without a slash at the end.
    """
    withdrawal = Withdrawal(now(), person(login), reason, title_removed)
    with opened_bulletin(api.portal.get()) as site:
        known = reading.site_facts(site, address)
        present = reading.entry_facts(site.restrictedTraverse(case.path))
    return entry_page(*withdrawn_now(known, present, withdrawal))


def withdrawn_now(known, present, withdrawal):
    """Return SiteFacts and EntryFacts as they would be after a Withdrawal.

    Parameters:
        known, present: the facts as they are.
    """
    snapshot = writing.stub_of(present.snapshot, withdrawal.title_removed)
    change = Change(withdrawal.at, withdrawal.by, WITHDRAWN, snapshot.number, present.version)
    changes = [
        replace(each, what="") if withdrawal.title_removed and each.version == present.version else each
        for each in present.changes
    ]
    editions = tuple(
        replace(each, state=WITHDRAWN) if each.version == present.version else each for each in present.editions
    )
    facts = replace(
        present,
        snapshot=snapshot,
        state=WITHDRAWN,
        withdrawal=withdrawal,
        editions=editions,
        changes=(*changes, change),
    )
    return with_count(known, snapshot.section, -1 if present.state == PUBLISHED else 0, change.at), facts


def with_count(known, section, more, changed_at):
    """Return SiteFacts with so many more published entries in a section."""
    counts = {**known.counts, section: known.counts.get(section, 0) + more}
    return replace(known, counts={name: count for name, count in counts.items() if count}, changed_at=changed_at)
