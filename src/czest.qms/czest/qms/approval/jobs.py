"""Jobs of the scheduler: opinions end by silence, and agreements, on the day after their last."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.operations.agreement import EndAgreementByDay
from czest.qms.approval.operations.silence import EndSilentOpinion
from czest.qms.approval.operations.silence import is_over_by_silence
from czest.qms.documents.rules.optional_states import AGREEMENT
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.jobs.interfaces import IJob
from czest.qms.operations.unattended import perform_each
from plone import api
from zope.globalrequest import getRequest
from zope.interface import implementer


def due_in(state):
    """Return the editions in a state whose last day is today or has passed, found by the catalog."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Edition", review_state=state, stage_due={"query": clock.today().isoformat(), "range": "max"}
    )
    return [brain._unrestrictedGetObject() for brain in brains]


def silent_editions():
    """Return the editions whose running opinion is over."""
    return [edition for edition in due_in("in_review") if is_over_by_silence(edition.course.current)]


def agreements_over():
    """Return the editions whose agreement is over because its last day has passed."""
    editions = due_in(PATTERNS[AGREEMENT].state)
    return [edition for edition in editions if edition.consultation.is_over(clock.today())]


@implementer(IJob)
class EndSilentOpinions:
    """Ends opinions whose last day has passed; does nothing the second time, and catches up missed days."""

    order = 5

    def run(self):
        request = getRequest()
        ended = perform_each([EndSilentOpinion(edition, request) for edition in silent_editions()])
        if not ended:
            return None
        return _("Opinions ended by silence: ${symbols}.", mapping={"symbols": names_of(ended)})


@implementer(IJob)
class EndAgreements:
    """Ends agreements whose last day has passed; does nothing the second time, and catches up missed days."""

    order = 5

    def run(self):
        request = getRequest()
        ended = perform_each([EndAgreementByDay(edition, request) for edition in agreements_over()])
        return _("Agreements ended by their day: ${symbols}.", mapping={"symbols": names_of(ended)}) if ended else None


def names_of(editions):
    """Return symbols and numbers of editions as text."""
    return ", ".join(f"{edition.document.symbol} {edition.number}" for edition in editions)
