"""What becomes of the publications of a record when it is corrected, passed on or destroyed."""

from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.bulletin.writing import stub_of
from czest.qms.documents.making import uid_of
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.notifications import tell_editors_of_correction
from czest.qms.publication.openness import note_openness_of
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import PUBLISHABLE_STATES
from czest.qms.records.interfaces import IDisposalObstacle
from zope.component import queryUtility
from zope.interface import implementer


#: The operations that matter here.
CORRECTED_BY, OPENNESS_DECIDED_BY = "add-addendum", "amend-openness"
#: The state in which nothing but the stub is left of a record.
DISPOSED = "disposed"
#: Something of it stands in the bulletin.
SHOWN = frozenset({cases.PUBLISHED, cases.ARCHIVED})

#: What is left of the parts of a request that tell of the content of a record.
EMPTIED = {
    "summary": "",
    "public_body": "",
    "public_files": [],
    "file_titles": {},
    "redacted_from": "",
    "exclusions": [],
}


def note_performed(record, event):
    """Note for the BIP editors that what they published was corrected inside, or may no longer be open."""
    ledger = queryUtility(IPublicationLedger)
    if ledger is None:
        return
    if event.operation_id == OPENNESS_DECIDED_BY:
        note_openness_of(record.symbol, record.openness)
    elif event.operation_id == CORRECTED_BY:
        for case in ledger.cases_of(uid_of(record)):
            if case.state == cases.PUBLISHED:
                ledger.lists.note_correction(case)
                tell_editors_of_correction(record, case)


def cease(record, event):
    """Let open requests lapse when a record stops being kept here; what was destroyed is kept by no request either."""
    ledger = queryUtility(IPublicationLedger)
    if event.transition is None or ledger is None or event.new_state.id in PUBLISHABLE_STATES:
        return
    for case in ledger.cases_of(uid_of(record)):
        if case.state in cases.OPEN:
            case.contents, case.text = (), ""
            ledger.move(case, cases.LAPSED)
        if event.new_state.id == DISPOSED:
            forget_content(case)


def forget_content(case):
    """Take out of a case what it held of a record: files and their names, texts, exclusions.

    The decision and its digests stay.
    """
    case.contents, case.text, case.redacted, case.not_made = (), "", None, ()
    case.request = {**case.request, **EMPTIED}
    for name in ("draft", "snapshot"):
        plain = getattr(case, name)
        if plain is not None:
            setattr(case, name, as_plain(stub_of(from_plain(Snapshot, plain))))


@implementer(IDisposalObstacle)
class PublishedInBulletin:
    """What stands in the bulletin is taken off it before it is destroyed: a decision of the BIP editor (BIP-2, BIP-7)."""

    def published(self, uids):
        ledger = queryUtility(IPublicationLedger)
        if ledger is None:
            return set()
        return {uid for uid in uids if any(case.state in SHOWN for case in ledger.cases_of(uid))}
