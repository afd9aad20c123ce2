"""Titles of what the desk of the BIP editor writes to the trail."""

from czest.qms import _
from czest.qms.evidence.interfaces import IOperationTitles
from czest.qms.publication.journal.attempts import DENIED_ATTEMPT
from czest.qms.publication.journal.reviewing import SIGN_OFF
from czest.qms.publication.pages import editing
from czest.qms.publication.requests import keeping
from zope.interface import implementer


TITLES = {
    DENIED_ATTEMPT: _("Refused attempt to change the bulletin"),
    SIGN_OFF: _("Sign the journal of the bulletin off"),
    editing.EDIT: _("Change a page of the bulletin"),
    editing.RESTORE: _("Restore an earlier version of a page of the bulletin"),
    editing.REVIEW: _("Confirm the review of the accessibility declaration"),
    keeping.ENTER: _("Enter an accessibility request"),
    keeping.EXTEND: _("Extend the deadline of an accessibility request"),
    keeping.CLOSE: _("Close an accessibility request"),
    keeping.COMPLAIN: _("Note a complaint about an accessibility request"),
    keeping.SETTLE: _("Note that a complaint about an accessibility request was settled"),
    keeping.FORGET: _("Remove the contact data of an accessibility request"),
}


@implementer(IOperationTitles)
class PublicationTitles:
    """Titles by id."""

    def title(self, operation):
        """Return the title of an entry by its id, or None."""
        return TITLES.get(operation)
