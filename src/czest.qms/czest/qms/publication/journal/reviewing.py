"""Signing the journal of the bulletin off."""

from czest.qms.operations.base import actor
from czest.qms.publication.carrying_out import now
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.trail import trace
from zope.component import getUtility


#: What the trail calls it.
SIGN_OFF = "sign-off-journal"


def sign_off(upto):
    """Note that the person has looked at the rows of the journal up to one; return the SignOff.

    Raises:
        ValueError: there is no such row, or somebody has signed it off already.
    """
    made = getUtility(IPublicationLedger).journal.sign_off(actor(), now(), upto)
    trace(SIGN_OFF, details={"upto": upto, "rows": made.rows, "attempts": made.attempts})
    return made
