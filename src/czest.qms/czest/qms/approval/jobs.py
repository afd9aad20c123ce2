"""Jobs of the scheduler: opinions end by silence on the day after their last."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.operations.silence import EndSilentOpinion
from czest.qms.documents.rules.route import is_silent
from czest.qms.jobs.interfaces import IJob
from czest.qms.operations.unattended import perform_each
from plone import api
from zope.globalrequest import getRequest
from zope.interface import implementer


def silent_editions():
    """Return the editions whose running opinion is over, found by the catalog."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Edition", review_state="in_review", stage_due={"query": clock.today().isoformat(), "range": "max"}
    )
    editions = [brain._unrestrictedGetObject() for brain in brains]
    return [edition for edition in editions if is_silent(edition.course.current, clock.today())]


@implementer(IJob)
class EndSilentOpinions:
    """Ends opinions whose last day has passed; does nothing the second time, and catches up missed days."""

    order = 5

    def run(self):
        request = getRequest()
        ended = perform_each([EndSilentOpinion(edition, request) for edition in silent_editions()])
        if not ended:
            return None
        symbols = ", ".join(f"{edition.document.symbol} {edition.number}" for edition in ended)
        return _("Opinions ended by silence: ${symbols}.", mapping={"symbols": symbols})
