"""Telling people of publications: the editors what they are asked, those who asked what was decided."""

from czest.qms.approval.notifications import tell_at_once
from czest.qms.documents.making import uid_of
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations.interfaces import IOperationPerformed
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.publication.interfaces import IMayBePublished
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.letters import archived_letter
from czest.qms.publication.letters import asking_letter
from czest.qms.publication.letters import corrected_letter
from czest.qms.publication.letters import decided_letter
from czest.qms.publication.people import BIP_EDITOR
from czest.qms.publication.rules import cases
from czest.qms.publication.settings import decide_by
from zope.component import adapter
from zope.component import getUtility
from zope.component import queryUtility


#: Operations after which whoever asked is told.
DECISIONS = frozenset({"publish", "refuse-publication", "unpublish"})


@adapter(IOperationPerformed)
def tell_of_publication(event):
    """Tell the editors of a request, and whoever asked of what became of it."""
    content = event.object
    if not IMayBePublished.providedBy(content) or not can_tell():
        return
    if event.operation_id == "request-publication":
        tell_editors_of_request(content, newest_case(content))
    elif event.operation_id in DECISIONS:
        tell_requester(content, newest_case(content, decided=True))


def can_tell():
    """Tell whether there is an outbox."""
    return queryUtility(IOutbox) is not None


def newest_case(content, decided=False):
    """Return the case of an edition or a record that changed last.

    Parameters:
        decided: True to leave out the requests that wait.
    """
    found = getUtility(IPublicationLedger).cases_of(uid_of(content))
    return max((case for case in found if not decided or case.state != cases.REQUESTED), key=lambda case: case.moved_at)


def tell_editors_of_request(content, case):
    """Tell every editor who may decide on a request."""
    due = decide_by(case)
    for login in sorted(getUtility(IDirectory).entitled(BIP_EDITOR) - {*case.authors, case.request["requested_by"]}):
        tell_at_once(login, f"publication:{case.id}:requested:{login}", lambda: asking_letter(content, due), case.uid)


def tell_requester(content, case):
    """Tell whoever asked what was decided or done."""
    login = case.request["requested_by"]
    tell_at_once(login, f"publication:{case.id}:{case.state}:{login}", lambda: decided_letter(content, case), case.uid)


def tell_editors_of_archived(content, case):
    """Tell the editors that something newer is to be published in the place of an archived version."""
    if not can_tell():
        return
    for login in sorted(getUtility(IDirectory).entitled(BIP_EDITOR)):
        tell_at_once(login, f"publication:{case.id}:archived:{login}", lambda: archived_letter(content), case.uid)


def tell_editors_of_correction(content, case):
    """Tell the editors that what they published of a record does not hold the correction made inside."""
    if not can_tell():
        return
    key = f"publication:{case.id}:corrected:{len(content.addenda)}"
    for login in sorted(getUtility(IDirectory).entitled(BIP_EDITOR)):
        tell_at_once(login, f"{key}:{login}", lambda: corrected_letter(content), case.uid)
