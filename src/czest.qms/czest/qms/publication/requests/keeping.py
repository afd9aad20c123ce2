"""Steps of an accessibility request; each is in the trail by its number alone, without personal data."""

from czest.qms import clock
from czest.qms.operations.base import actor
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
from czest.qms.publication.trail import trace
from dataclasses import replace
from zope.component import getUtility


#: What the trail calls the steps.
ENTER, EXTEND, CLOSE = "enter-accessibility-request", "extend-accessibility-request", "close-accessibility-request"
COMPLAIN, SETTLE = "note-accessibility-complaint", "settle-accessibility-complaint"
FORGET = "remove-contact-of-request"


def enter(received_on, **texts):
    """Enter a request and return it.

    Parameters:
        received_on: date.
        texts: ``contact``, ``element``, ``wanted`` and ``preferred``.
    """
    who = {"entered_by": actor(), "entered_at": clock.now().isoformat()}
    request = getUtility(IAccessibilityRequests).add(received_on=received_on, **texts, **who)
    _trace(ENTER, request, received_on=received_on.isoformat())
    return request


def extend(request, extended_to, notified_on, reason):
    """Set the deadline later."""
    _put(request, EXTEND, extended_to=extended_to, notified_on=notified_on, extension_reason=reason)


def close(request, outcome, answer, closed_on):
    """Note what became of a request."""
    _put(request, CLOSE, outcome=outcome, answer=answer, closed_on=closed_on)


def note_complaint(request, complaint_on):
    """Note that the requester complained."""
    _put(request, COMPLAIN, complaint_on=complaint_on)


def settle_complaint(request, complaint_settled_on):
    """Note that the complaint was settled."""
    _put(request, SETTLE, complaint_settled_on=complaint_settled_on)


def remove_contact(request):
    """Remove the contact data; nobody has to be written to any more (art. 5 sec. 1 lit. e RODO)."""
    _put(request, FORGET, contact="", preferred="", contact_removed_on=clock.today())


#: What the trail may repeat: days, and which of three outcomes it was; never a text that somebody typed.
_TOLD = ("extended_to", "notified_on", "outcome", "closed_on", "complaint_on", "complaint_settled_on")


def _put(request, step, **changed):
    getUtility(IAccessibilityRequests).put(replace(request, **changed))
    told = {
        name: value if isinstance(value, str) else value.isoformat() for name, value in changed.items() if name in _TOLD
    }
    _trace(step, request, **told)


def _trace(step, request, **told):
    trace(step, details={"request": request.number, **told})
