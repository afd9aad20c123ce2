"""When an edition stops being in force, its entry stops being shown as in force, in the same transaction (DESIGN §3)."""

from czest.qms.documents.making import uid_of
from czest.qms.documents.rules.lifecycle import PAST_STATES
from czest.qms.operations.base import actor
from czest.qms.publication import carrying_out
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.notifications import tell_editors_of_archived
from czest.qms.publication.rules import cases
from zope.component import queryUtility


def cease(edition, event):
    """Archive the entry of an edition that has just been superseded or withdrawn; open requests lapse."""
    if event.transition is None or event.new_state.id not in PAST_STATES:
        return
    ledger = queryUtility(IPublicationLedger)
    if ledger is None:
        return
    for case in ledger.cases_of(uid_of(edition)):
        if case.state == cases.PUBLISHED:
            carrying_out.archive(case, edition.in_force_to, actor())
            tell_editors_of_archived(edition, case)
        elif case.state in cases.OPEN:
            case.contents, case.text = (), ""
            ledger.move(case, cases.LAPSED)
