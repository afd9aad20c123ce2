"""Bringing the ledger and the bulletin together after an interruption, and telling where they differ (DESIGN §6).

The ledger is right: the intranet's database finishes a common transaction first. What it says to be public is written
again; what it does not know is taken down.
"""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin import writing
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.bulletin.snapshot import WITHDRAWN
from czest.qms.jobs.interfaces import IReconciliation
from czest.qms.jobs.interfaces import IVerification
from czest.qms.publication.carrying_out import now
from czest.qms.publication.carrying_out import write_entry
from czest.qms.publication.databases import is_configured
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.people import SYSTEM
from czest.qms.publication.purging import note_outdated
from czest.qms.publication.rules import cases
from dataclasses import dataclass
import datetime
from plone import api
from zope.component import queryUtility
from zope.interface import provider


#: A transaction that began so long ago has ended one way or the other.
OVERDUE = datetime.timedelta(seconds=30)

#: States in the order in which an entry passes them; no way leads back.
LIFE = (PUBLISHED, ARCHIVED, WITHDRAWN)

#: What differs.
UNKNOWN, MISSING, CHANGED, STATE = "unknown", "missing", "changed", "state"

NOT_DECIDED = "Wpis powstał bez decyzji o publikacji."


@dataclass(frozen=True)
class Difference:
    """One difference between the ledger and the bulletin.

    Parameters:
        kind: ``unknown`` (an entry without a row), ``missing`` (a row without its entry), ``changed`` (an entry that
            is not what was decided) or ``state``.
        path: of the entry below the bulletin's site.
        case: the case, or None.
    """

    kind: str
    path: str
    case: object = None


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
        if is_changed(entry, case):
            yield Difference(CHANGED, path, case)
        elif entry.state != case.state or (entry.in_force_to or "") != case.in_force_to:
            yield Difference(STATE, path, case)


def is_changed(entry, case):
    """Tell whether an entry is not the one decided on, or further in its life than anybody decided."""
    if LIFE.index(entry.state) > LIFE.index(case.state):
        return True
    return case.state != WITHDRAWN and entry.facts != case.snapshot


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
    return found


#: Kind of difference → what is said of it.
SENTENCES = {
    UNKNOWN: _("${path}: nobody had decided on this entry; it was taken down."),
    MISSING: _("${path}: the entry was missing; it was written again."),
    CHANGED: _("${path}: the entry was not what had been decided; it was written again."),
    STATE: _("${path}: the entry was in another state; it was brought to the one decided."),
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
    stale = [number for number, intent in ledger.intents.items() if intent.at <= before]
    if not stale:
        return 0
    paths = {ledger.intents[number].path for number in stale}
    with opened_bulletin(api.portal.get()) as site:
        for each in sorted(differences(ledger, site), key=order_of_mending):
            if each.path in paths:
                mend(ledger, site, each)
    for number in stale:
        del ledger.intents[number]
    return len(stale)


def order_of_mending(difference):
    """Return a key by which what is missing is written before states are changed: writing archives what was replaced."""
    return difference.kind == STATE, difference.case.id if difference.case else 0


def mend(ledger, site, difference):
    """Make the bulletin say what the ledger says."""
    case, path = difference.case, difference.path
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
    """Take down what nobody decided on, as if it had never been there."""
    parent, _slash, name = path.rpartition("/")
    site.restrictedTraverse(parent)._delObject(name, suppress_events=False)


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
