"""When a document is no longer open, the BIP editor has to take its entries off: making public is his decision, ceasing too.

Nothing is withdrawn by itself: what stood in the bulletin was decided on, and so is its end (BIP-2, BIP-7).
"""

from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import PUBLIC_OPENNESS
from zope.component import queryUtility


#: The operation by which the quality officer decides on the openness of a document.
DECIDED_BY = "amend-control-data"


def note_openness(document, event):
    """Note for the BIP editors whether what stands in the bulletin of a document may still be there."""
    ledger = queryUtility(IPublicationLedger)
    if event.operation_id != DECIDED_BY or ledger is None:
        return
    standing = [case for case in ledger.cases_under(document.symbol) if case.state in (cases.PUBLISHED, cases.ARCHIVED)]
    ledger.lists.note_openness(standing, is_open=document.openness in PUBLIC_OPENNESS)
