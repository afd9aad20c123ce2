"""One accessibility request: what is known of it, and which steps it may take.

The contact data is personal data: it is in no answer but the page of the request itself.
"""

from czest.qms.organisation.rules.model import Problem
from czest.qms.publication.pages.rules.versions import area_problems
from czest.qms.publication.requests.rules import deadlines
from dataclasses import dataclass
from datetime import date


DONE, ALTERNATIVE, REFUSED = OUTCOMES = ("done", "alternative", "refused")

_AREA = 2_000


@dataclass(frozen=True)
class Request:
    """A request.

    Parameters:
        number: in the register, from 1.
        received_on: day of the request.
        contact: name and address of the requester, and how to reach him; empty once it was removed.
        element: what shall be accessible.
        wanted: in what way, or which alternative.
        preferred: the form of contact that the requester prefers.
        entered_by, entered_at: login, and ISO 8601 in UTC.
        extended_to, extension_reason, notified_on: the longer deadline, why, and when the requester was told.
        outcome: see :data:`OUTCOMES`, or empty while it is open.
        answer: what was done, or why it was refused.
        closed_on: day of the outcome.
        complaint_on, complaint_settled_on: days on which a complaint came in and was settled.
        contact_removed_on: day on which the contact data was removed.
    """

    number: int
    received_on: date
    contact: str
    element: str
    wanted: str
    preferred: str
    entered_by: str
    entered_at: str
    extended_to: date | None = None
    extension_reason: str = ""
    notified_on: date | None = None
    outcome: str = ""
    answer: str = ""
    closed_on: date | None = None
    complaint_on: date | None = None
    complaint_settled_on: date | None = None
    contact_removed_on: date | None = None

    @property
    def due(self):
        """The deadline."""
        return deadlines.deadline(self.received_on, self.extended_to)

    @property
    def is_open(self):
        """Whether it waits for an outcome."""
        return self.closed_on is None

    @property
    def has_open_complaint(self):
        """Whether a complaint waits to be settled."""
        return self.complaint_on is not None and self.complaint_settled_on is None

    @property
    def may_be_extended(self):
        """Whether the deadline can be set later: once, while it is open."""
        return self.is_open and self.extended_to is None

    @property
    def may_be_complained_of(self):
        """Whether a complaint can be noted: it was refused, or another form was proposed (art. 18 sec. 6)."""
        return self.outcome in (ALTERNATIVE, REFUSED) and self.complaint_on is None

    @property
    def may_lose_contact(self):
        """Whether the contact data may be removed: nobody has to be written to any more."""
        return bool(self.contact) and not self.is_open and not self.has_open_complaint

    def standing(self, today):
        """Return how it stands, see ``deadlines.standing``."""
        return deadlines.standing(self.due, self.closed_on, today)


def order(request):
    """Return the key by which requests are listed: open ones by their deadline, then closed ones, the latest first."""
    if request.is_open:
        return (0, request.due.toordinal(), request.number)
    return (1, -request.closed_on.toordinal(), -request.number)


def registration_problems(values, received_on, today):
    """Return the problems of a request to be entered.

    Parameters:
        values: texts by name.
        received_on: date, or None where it is wrong anyhow.
        today: date.
    """
    problems = _not_ahead("received_on", received_on, today)
    for name in ("contact", "element", "wanted"):
        problems += area_problems(name, values[name], _AREA)
    return problems + area_problems("preferred", values["preferred"], _AREA, required=False)


def extension_problems(request, extended_to, notified_on, reason, today):
    """Return the problems of a longer deadline.

    Parameters:
        extended_to, notified_on: dates, or None where they are wrong anyhow.
        reason: for the requester.
        today: date.
    """
    problems = area_problems("reason", reason, _AREA)
    latest = deadlines.latest_extension(request.received_on)
    if extended_to is not None and extended_to <= deadlines.first_deadline(request.received_on):
        problems.append(Problem("extended_to", "not_longer"))
    elif extended_to is not None and extended_to > latest:
        problems.append(Problem("extended_to", "too_far", {"day": latest.isoformat()}))
    problems += _not_ahead("notified_on", notified_on, today)
    if notified_on is not None and notified_on < request.received_on:
        problems.append(Problem("notified_on", "before_request"))
    return problems


def outcome_problems(request, outcome, answer, closed_on, today):
    """Return the problems of an outcome.

    Parameters:
        outcome: see :data:`OUTCOMES`.
        answer: what was done, or why it was refused.
        closed_on: date, or None where it is wrong anyhow.
        today: date.
    """
    problems = [] if outcome in OUTCOMES else [Problem("outcome", "required")]
    problems += area_problems("answer", answer, _AREA)
    return problems + day_problems("closed_on", closed_on, request.received_on, today)


def day_problems(name, day, first, today):
    """Return the problems of a day on which something happened to a request, not before ``first``."""
    problems = _not_ahead(name, day, today)
    if day is not None and day < first:
        problems.append(Problem(name, "before_request"))
    return problems


def _not_ahead(name, day, today):
    return [Problem(name, "day_ahead")] if day is not None and day > today else []
