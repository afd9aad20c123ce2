"""Carrying a decision out in the bulletin, in one transaction with its row in the ledger (DESIGN §6).

What is begun is noted before, in a transaction of its own: whatever interrupts the two commits, ``reconciling`` knows
what to look at. A process that may not publish is refused before that, so nothing is noted where nothing can begin.
"""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin import writing
from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.snapshot import digest_of
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.publication import ledger as ledgers
from czest.qms.publication.databases import BulletinUnavailable
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.databases import root_with_bulletin
from czest.qms.publication.intents import announce
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal import keeping
from czest.qms.publication.people import person
from czest.qms.publication.purging import note_outdated
from czest.qms.publication.rules import cases
from dataclasses import replace
from plone import api
from zope.component import getUtility


def now():
    """Return the time of the server as it is written in the bulletin: UTC, to the second."""
    return clock.now().replace(microsecond=0).isoformat()


def publish(case, login, entered_by):
    """Publish a case and return the path of its entry.

    Parameters:
        case: requested or scheduled, its draft prepared.
        login: who enters it into the bulletin.
        entered_by: the same as a Person, as he was when he decided.

    Raises:
        BulletinUnavailable: when this process may not publish, or the bulletin lacks an entry that it should have.
    """
    ledger = getUtility(IPublicationLedger)
    snapshot = dated(from_plain(Snapshot, case.draft), entered_by)
    portal = api.portal.get()
    with opened_bulletin(portal) as site:
        path = writing.next_path(site, snapshot)
    if any(each.path == path for each in ledger.cases_of(case.uid)):
        raise BulletinUnavailable(_("Not published: the bulletin lacks an entry; bin/qms reconcile writes it again."))
    announce(case, ledgers.Intent(ledgers.PUBLISH, path, snapshot.digest, now()))
    with opened_bulletin(portal) as site:
        write_entry(site, path, snapshot, case)
    case.snapshot, case.path = as_plain(snapshot), path
    note_outdated(ledger, path, case.snapshot)
    archive_replaced(case, ledger)
    ledger.move(case, cases.PUBLISHED)
    journal(case, keeping.PUBLISHED, login)
    return path


def journal(case, act, login):
    """Note in the journal what a person, or a job, did with the entry of a case."""
    what = f"{case.symbol}/{case.number}" if case.number else case.symbol
    getUtility(IPublicationLedger).journal.note(now(), act, login, what, case.path)


def write_entry(site, path, snapshot, case, replacing=True):
    """Write the entry of a case into the bulletin; see ``bulletin.writing.write``."""
    contents = {name: stored.data for name, stored in dict(case.contents).items()}
    writing.write(site, path, snapshot, contents, case.text, snapshot.what_changed, replacing)


def archive_replaced(case, ledger):
    """Note that what stood under the same symbol is an archived version now, as the bulletin has it."""
    for other in ledger.cases_under(case.symbol):
        if other.state == cases.PUBLISHED and other.id != case.id:
            ledger.move(other, cases.ARCHIVED)


def dated(draft, entered_by):
    """Return a draft with who enters it, the time of the server, and the digest of it all (BIP-3)."""
    metadata = replace(draft.metadata, entered_by=entered_by, published_at=now())
    snapshot = replace(draft, metadata=metadata)
    return replace(snapshot, digest=digest_of(snapshot))


def archive(case, last_day, login):
    """Show the entry of a case as no longer in force (BIP-6)."""
    portal = api.portal.get()
    root_with_bulletin(portal)
    case.in_force_to = last_day.isoformat()
    announce(case, ledgers.Intent(ledgers.ARCHIVE, case.path, case.snapshot["digest"], now()))
    by = person(login)
    with opened_bulletin(portal) as site:
        writing.archive(site, case.path, case.in_force_to, by, now())
    ledger = getUtility(IPublicationLedger)
    note_outdated(ledger, case.path, case.snapshot)
    journal(case, keeping.ARCHIVED, login)
    if case.state == cases.PUBLISHED:
        ledger.move(case, cases.ARCHIVED)


def withdraw(case, login, reason, title_removed=False):
    """Take the entry of a case off the bulletin (BIP-7); the public copies inside are destroyed, too."""
    portal = api.portal.get()
    root_with_bulletin(portal)
    withdrawal = Withdrawal(now(), person(login), reason, title_removed)
    announce(case, ledgers.Intent(ledgers.WITHDRAW, case.path, case.snapshot["digest"], now()))
    with opened_bulletin(portal) as site:
        writing.withdraw(site, case.path, withdrawal)
    ledger = getUtility(IPublicationLedger)
    note_outdated(ledger, case.path, case.snapshot)
    case.withdrawal = as_plain(withdrawal)
    case.contents, case.text = (), ""
    ledger.move(case, cases.WITHDRAWN)
    journal(case, keeping.WITHDRAWN, login)
