"""Bringing the ledger and the bulletin together after an interruption, and telling where they differ (DESIGN §6).

The ledger is right: the intranet's database finishes a common transaction first. What it says to be public is written
again; what it does not know is taken down.
"""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin import writing
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.bulletin.snapshot import WITHDRAWN
from czest.qms.evidence.interfaces import SCHEDULER
from czest.qms.jobs.interfaces import IReconciliation
from czest.qms.jobs.interfaces import IVerification
from czest.qms.publication.carrying_out import now
from czest.qms.publication.carrying_out import write_entry
from czest.qms.publication.databases import is_configured
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.differences import CHANGED
from czest.qms.publication.differences import Difference
from czest.qms.publication.differences import MISSING
from czest.qms.publication.differences import OUTDATED
from czest.qms.publication.differences import STATE
from czest.qms.publication.differences import TAKEN_DOWN
from czest.qms.publication.differences import UNKNOWN
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal.keeping import MENDED
from czest.qms.publication.pages.reconciling import is_page
from czest.qms.publication.pages.reconciling import mend_page
from czest.qms.publication.pages.reconciling import page_differences
from czest.qms.publication.people import SYSTEM
from czest.qms.publication.purging import note_outdated
from czest.qms.publication.rules import cases
import datetime
import hashlib
from plone import api
from zope.component import queryUtility
from zope.interface import provider


#: A transaction that began so long ago has ended one way or the other.
OVERDUE = datetime.timedelta(seconds=30)

#: States in the order in which an entry passes them; no way leads back.
LIFE = (PUBLISHED, ARCHIVED, WITHDRAWN)


def differences(ledger, site):
    """Yield every difference.

    Parameters:
        ledger: the ledger.
        site: the bulletin's site, entered.
    """
    rows = {case.path: case for case in ledger.cases() if case.path}
    entries = dict(entries_of(site))
    for path in sorted(entries.keys() - rows.keys()):
        yield Difference(UNKNOWN, path)
    for path, case in sorted(rows.items()):
        if path not in entries:
            yield Difference(MISSING, path, case)
            continue
        entry = entries[path]
        if entry.state == WITHDRAWN and case.state != WITHDRAWN:
            yield Difference(TAKEN_DOWN, path, case)
        elif is_changed(entry, case):
            yield Difference(CHANGED, path, case)
        elif entry.state != case.state or (entry.in_force_to or "") != case.in_force_to:
            yield Difference(STATE, path, case)
    yield from page_differences(ledger.pages, site)


def is_changed(entry, case):
    """Tell whether an entry is not the one decided on, or further in its life than anybody decided."""
    if LIFE.index(entry.state) > LIFE.index(case.state):
        return True
    if entry.state == WITHDRAWN:
        return not is_note_of(case, entry)
    if entry.facts != case.snapshot:
        return True
    found = {name: hashlib.sha256(stored.data).hexdigest() for name, stored in dict(entry.files).items()}
    return found != {each["name"]: each["sha256"] for each in case.snapshot["files"]}


def is_note_of(case, entry):
    """Tell whether a withdrawn entry says what is left of its case; a note written anew has a digest of its own."""
    withdrawal = from_plain(Withdrawal, case.withdrawal)
    note = as_plain(writing.stub_of(from_plain(Snapshot, case.snapshot), withdrawal.title_removed))
    facts = {**entry.facts, "digest": note["digest"]}
    return facts == note and entry.withdrawn == case.withdrawal and not entry.files


def entries_of(site):
    """Yield ``(path, entry)`` for every entry of the bulletin; the objects are asked, not the catalog."""
    for subject in site[writing.DOCUMENTS].objectValues():
        for entry in subject.objectValues():
            yield f"{writing.DOCUMENTS}/{subject.id}/{entry.id}", entry


def reconcile(ledger):
    """Bring both sides together and return the Differences that there were."""
    with opened_bulletin(api.portal.get()) as site:
        found = list(differences(ledger, site))
        for each in sorted(found, key=order_of_mending):
            mend(ledger, site, each)
    ledger.intents.clear()
    ledger.pages.intents.clear()
    return found


#: Kind of difference → what is said of it.
SENTENCES = {
    UNKNOWN: _("${path}: nobody had decided on this entry; it was taken down."),
    MISSING: _("${path}: the entry was missing; it was written again."),
    CHANGED: _("${path}: the entry was not what had been decided; it was written again."),
    OUTDATED: _("${path}: the page showed an earlier version; the present one was written."),
    STATE: _("${path}: the entry was in another state; it was brought to the one decided."),
    TAKEN_DOWN: _(
        "${path}: withdrawn in the bulletin, though not in the ledger; it was left so. Withdraw it here, too."
    ),
}


@provider(IReconciliation)
def reconcile_bulletin():
    """Bring the bulletin and the ledger of this site together and return what differed, in sentences."""
    ledger = queryUtility(IPublicationLedger)
    if ledger is None or not is_configured(api.portal.get()._p_jar):
        return []
    return [_(SENTENCES[each.kind], mapping={"path": each.path}) for each in reconcile(ledger)]


@provider(IVerification)
def verify_bulletin():
    """Yield where the bulletin is not what was decided: a drift that nobody has mended."""
    ledger = queryUtility(IPublicationLedger)
    if ledger is None or not is_configured(api.portal.get()._p_jar):
        return
    with opened_bulletin(api.portal.get()) as site:
        found = list(differences(ledger, site))
    for each in found:
        symbol = each.case.symbol if each.case is not None else each.path
        yield symbol, None, _("The entry ${path} of the bulletin is not what was decided.", mapping={"path": each.path})


def settle_intents(ledger):
    """Settle what was begun and not ended; return how many there were. What may still be running is left."""
    before = (clock.now() - OVERDUE).isoformat()
    stale = [
        (intents, key, intent.path)
        for intents in (ledger.intents, ledger.pages.intents)
        for key, intent in intents.items()
        if intent.at <= before
    ]
    if not stale:
        return 0
    paths = {path for _intents, _key, path in stale}
    with opened_bulletin(api.portal.get()) as site:
        for each in sorted(differences(ledger, site), key=order_of_mending):
            if each.path in paths:
                mend(ledger, site, each)
    for intents, key, _path in stale:
        del intents[key]
    return len(stale)


def order_of_mending(difference):
    """Return a key by which what is missing is written before states are changed: writing archives what was replaced."""
    return difference.kind == STATE, difference.case.id if difference.case else 0


def mend(ledger, site, difference):
    """Make the bulletin say what the ledger says."""
    case, path = difference.case, difference.path
    if difference.kind == TAKEN_DOWN:
        # An older copy of the ledger must not make public again what was taken down, perhaps for privacy.
        return
    ledger.journal.note(now(), MENDED, SCHEDULER, path, path)
    if is_page(path):
        note_outdated(ledger, path)
        mend_page(ledger.pages, site, difference, now())
        return
    if difference.kind != MISSING:
        note_outdated(ledger, path, site.restrictedTraverse(path).facts)
    if case is not None:
        note_outdated(ledger, path, case.snapshot)
    if difference.kind in (UNKNOWN, CHANGED):
        remove(site, path)
    if case is None:
        register_of(site).take_out(path)
        return
    if difference.kind in (MISSING, CHANGED):
        write_again(site, case)
    bring_to_state(site, case)


def remove(site, path):
    """Take down what nobody decided on, as if it had never been there; a symbol without entries goes with it."""
    parent, _slash, name = path.rpartition("/")
    subject = site.restrictedTraverse(parent)
    subject._delObject(name, suppress_events=False)
    if not subject.objectIds():
        subject.aq_parent._delObject(subject.getId(), suppress_events=False)


def write_again(site, case):
    """Write the entry of a case as it was decided; of one withdrawn only what its note needs."""
    snapshot = from_plain(Snapshot, case.snapshot)
    if case.state == cases.WITHDRAWN:
        writing.write_stub(site, case.path, snapshot)
    else:
        write_entry(site, case.path, snapshot, case, replacing=case.state == cases.PUBLISHED)


def bring_to_state(site, case):
    """Lead the entry of a case to the state that the ledger has."""
    entry = site.restrictedTraverse(case.path)
    if (case.state == cases.ARCHIVED and entry.state == PUBLISHED) or case.in_force_to != (entry.in_force_to or ""):
        writing.archive(site, case.path, case.in_force_to, SYSTEM, now())
    if case.state == cases.WITHDRAWN and entry.state != WITHDRAWN:
        writing.withdraw(site, case.path, from_plain(Withdrawal, case.withdrawal))
