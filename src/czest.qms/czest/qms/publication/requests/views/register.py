"""The register of accessibility requests and the page of one of them."""

from czest.qms import _
from czest.qms.appearance.pagination import pages
from czest.qms.language.dates import iso_date
from czest.qms.language.numerals import counted
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
from czest.qms.publication.requests.rules import deadlines
from czest.qms.publication.requests.rules import request as requests
from czest.qms.publication.views.desk import DeskView
from czest.qms.publication.views.desk import REQUESTS
from functools import cached_property
from zExceptions import NotFound
from zope.component import getUtility


OUTCOMES = {
    requests.DONE: _("Made accessible"),
    requests.ALTERNATIVE: _("Another form of access given"),
    requests.REFUSED: _("Refused"),
}

PAGE = 50


class RequestsView(DeskView):
    """Base of the pages about requests."""

    part = REQUESTS

    @cached_property
    def register(self):
        """The register."""
        return getUtility(IAccessibilityRequests)

    def tag(self, request):
        """Return the tag of how a request stands: ``look``, ``icon`` and ``text``."""
        if not request.is_open:
            return {"look": "ink-2", "icon": None, "text": OUTCOMES[request.outcome]}
        left = (request.due - self.today).days
        standing = request.standing(self.today)
        look = {deadlines.OVERDUE: "void", deadlines.SOON: "wait"}.get(standing, "ink-2")
        icon = {deadlines.OVERDUE: "alarm-fill", deadlines.SOON: "alarm"}.get(standing, "calendar3")
        return {"look": look, "icon": icon, "text": words_left(left)}


def words_left(days):
    """Return how many days are left, or how late it is, as a Message."""
    if days < 0:
        return counted(
            -days,
            _("${count} day past the deadline"),
            _("${count} days past the deadline (few)"),
            _("${count} days past the deadline (many)"),
        )
    if days == 0:
        return _("the last day")
    return counted(days, _("${count} day left"), _("${count} days left (few)"), _("${count} days left (many)"))


class Register(RequestsView):
    """The list: open requests by their deadline, then closed ones; without any contact data."""

    title = _("Accessibility requests")
    nothing = _("No request has been entered.")
    add_step = _("Enter a request")

    @cached_property
    def requests(self):
        """The requests in their order."""
        return self.register.requests()

    @property
    def start(self):
        """Number of the first request shown."""
        asked = self.request.form.get("b_start", "")
        start = int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
        return start if start < len(self.requests) else 0

    def rows(self):
        return [self.row(request) for request in self.requests[self.start : self.start + PAGE]]

    def row(self, request):
        return {
            "number": request.number,
            "url": self.address("accessibility-request", id=request.number),
            "received_on": iso_date(request.received_on),
            "due": iso_date(request.due) if request.is_open else "",
            "element": request.element,
            "tag": self.tag(request),
            "is_complained_of": request.has_open_complaint,
        }

    @property
    def overdue(self):
        """The sentence of how many are overdue, or None."""
        count = sum(1 for one in self.requests if one.standing(self.today) == deadlines.OVERDUE)
        if not count:
            return None
        return counted(
            count,
            _("${count} request is past its deadline."),
            _("${count} requests are past their deadline (few)."),
            _("${count} requests are past their deadline (many)."),
        )

    @property
    def pages(self):
        """The links to the pages of the list, or None where there is one page only."""
        total = len(self.requests)
        return pages(total, self.start, PAGE, self.address(REQUESTS), []) if total > PAGE else None


class OneRequest(RequestsView):
    """A page about the request that the address names by ``id``."""

    @cached_property
    def asked(self):
        """The request.

        Raises:
            NotFound: there is no such request.
        """
        number = self.request.form.get("id", "")
        if not isinstance(number, str) or not (number.isascii() and number.isdigit()) or len(number) > 9:
            raise NotFound(str(number))
        try:
            return self.register.request(int(number))
        except KeyError as error:
            raise NotFound(number) from error

    @property
    def own_address(self):
        """Address of the page of the request."""
        return self.address("accessibility-request", id=self.asked.number)


class RequestPage(OneRequest):
    """Everything that is known of a request, and what may be done."""

    @property
    def title(self):
        return _("Accessibility request no. ${number}", mapping={"number": str(self.asked.number)})

    def rows(self):
        """Return label and value of everything that is known."""
        asked = self.asked
        found = [
            (_("Received on"), asked.received_on),
            (_("Deadline"), asked.due if asked.is_open else None),
            (
                _("Requester and contact"),
                asked.contact or _("removed on ${day}", mapping={"day": self.day(asked.contact_removed_on)}),
            ),
            (_("Preferred contact"), asked.preferred),
            (_("What is not accessible"), asked.element),
            (_("Form of access wanted"), asked.wanted),
            (_("Deadline extended to"), asked.extended_to),
            (_("Reason of the extension"), asked.extension_reason),
            (_("Requester told of it on"), asked.notified_on),
            (_("Outcome"), OUTCOMES.get(asked.outcome)),
            (_("What was done, or why it was refused"), asked.answer),
            (_("Closed on"), asked.closed_on),
            (_("Complaint of"), asked.complaint_on),
            (_("Complaint settled on"), asked.complaint_settled_on),
            (_("Entered by"), self.person(asked.entered_by)),
        ]
        return [{"label": label, "value": self.day(value)} for label, value in found if value]

    def day(self, value):
        """Return a date as tables write it; anything else as it is."""
        return iso_date(value) if hasattr(value, "isoformat") else value

    def actions(self):
        """Return what may be done: ``title`` and ``url``, the usual one first."""
        asked = self.asked
        steps = (
            ("close", _("Note the outcome"), asked.is_open),
            ("extend", _("Extend the deadline"), asked.may_be_extended),
            ("complaint", _("Note a complaint"), asked.may_be_complained_of),
            ("settle", _("Note that the complaint was settled"), asked.has_open_complaint),
            ("forget", _("Remove the contact data"), asked.may_lose_contact),
        )
        return [
            {"title": title, "url": self.address(f"accessibility-request-{name}", id=asked.number)}
            for name, title, possible in steps
            if possible
        ]
