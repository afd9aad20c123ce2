"""Where an object is now: for those who act on it or see its trail, told to the rooms below by an address only."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from czest.qms.clock import OFFICE_ZONE
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import ICourse
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.operations.base import operations_of
from czest.qms.workflows.rules.course import Move
import datetime
from zope.interface import implementer


#: Name of the page.
PAGE = "@@course"


@implementer(ICourse)
class Course:
    """The address of the page, for those who may see it."""

    def __init__(self, content, request):
        self.content = content
        self.request = request

    def address(self):
        """Return the address of the page, or None."""
        return f"{self.content.absolute_url()}/{PAGE}" if may_see(self.content, self.request) else None


def may_see(content, request):
    """Tell whether the person sees the trail of an object, or may move it on."""
    allowed = getSecurityManager().checkPermission
    if not allowed("View", content):
        return False
    if allowed("czest.qms: View trail", content):
        return True
    subject = subject_of(content)
    return any(operation.fires and operation.person_refusal() is None for operation in operations_of(subject, request))


def subject_of(content):
    """Return whose way is shown: of a document its open edition, or the one in force, that the person may see."""
    if not IControlledDocumentMarker.providedBy(content):
        return content
    allowed = getSecurityManager().checkPermission
    editions = {state_of(edition): edition for edition in reversed(content.editions()) if allowed("View", edition)}
    running = next((editions[state] for state in editions if state in OPEN_STATES), None)
    return running or editions.get("in_force") or content


def moves_of(content):
    """Return ``(id of the workflow, [Move, …])`` of an object, oldest first."""
    histories = getattr(aq_base(content), "workflow_history", None) or {}
    # Our types have one workflow each.
    workflow_id, lines = next(iter(histories.items()), ("", ()))
    return workflow_id, [
        Move(line["action"], line["review_state"], _moment(line["time"]), line["actor"] or "") for line in lines
    ]


def _moment(time):
    return datetime.datetime.fromtimestamp(time.timeTime(), OFFICE_ZONE)
