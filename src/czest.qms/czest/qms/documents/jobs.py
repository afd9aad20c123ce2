"""Jobs of the scheduler: what must come into force by today does (DESIGN §3)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.operations.release import ScheduledRelease
from czest.qms.documents.rules.lifecycle import is_due
from czest.qms.jobs.interfaces import IJob
from czest.qms.operations.unattended import perform_each
from plone import api
from zope.globalrequest import getRequest
from zope.interface import implementer


def due_editions():
    """Return the approved editions whose day has come, earliest first."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Edition", review_state="approved"
    )
    editions = [brain._unrestrictedGetObject() for brain in brains]
    due = [edition for edition in editions if _is_due(edition)]
    return sorted(due, key=lambda edition: (edition.effective_from, edition.document.symbol))


def _is_due(edition):
    return is_due(api.content.get_state(edition), edition.effective_from, clock.today(), edition.awaits_act)


@implementer(IJob)
class BringIntoForce:
    """Brings due editions into force; does nothing the second time, and catches up missed days."""

    order = 10

    def run(self):
        request = getRequest()
        released = perform_each([ScheduledRelease(edition, request) for edition in due_editions()])
        if not released:
            return None
        symbols = ", ".join(f"{edition.document.symbol} {edition.number}" for edition in released)
        return _("Brought into force: ${symbols}.", mapping={"symbols": symbols})
