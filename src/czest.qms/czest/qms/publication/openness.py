"""When a document is no longer open, the BIP editor has to take its entries off: making public is his decision, ceasing too.

Nothing is withdrawn by itself: what stood in the bulletin was decided on, and so is its end (BIP-2, BIP-7).
"""

from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import PUBLIC_OPENNESS
from zope.component import getUtility
from zope.component import queryUtility


#: The operation by which the quality officer decides on the openness of a document.
DECIDED_BY = "amend-control-data"


def note_openness(document, event):
    """Note for the BIP editors whether what stands in the bulletin of a document may still be there."""
    if event.operation_id == DECIDED_BY and queryUtility(IPublicationLedger) is not None:
        note_openness_of(document.symbol, document.openness)


def note_openness_of(symbol, openness):
    """Note the openness now decided of a document or a record, for what stands in the bulletin under its symbol."""
    ledger = getUtility(IPublicationLedger)
    standing = [case for case in ledger.cases_under(symbol) if case.state in (cases.PUBLISHED, cases.ARCHIVED)]
    ledger.lists.note_openness(standing, is_open=openness in PUBLIC_OPENNESS)
