"""What the BIP editor and the coordinator of accessibility have to do besides deciding on documents."""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.views.pages import DECLARATION
from czest.qms.language.dates import day_of
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal.rules.reviewing import review_due as journal_due
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.pages.rules.declaring import review_due as declaration_due
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
from czest.qms.publication.requests.interfaces import KEEPER_PERMISSION
from czest.qms.publication.requests.rules.deadlines import OVERDUE
from czest.qms.publication.requests.rules.deadlines import SOON
from dataclasses import dataclass
import datetime
from plone import api
from zope.component import queryUtility


#: What a duty is.
JOURNAL, REVIEW, REQUEST = "review-journal", "review-declaration", "answer-request"


@dataclass(frozen=True)
class Duty:
    """One thing to do, without a document.

    Parameters:
        id: unique among the duties.
        operation: what is to be done, see above.
        title: a Message.
        page: address below the site where it is done.
        since: day since which it waits.
        due: last day.
    """

    id: str
    operation: str
    title: str
    page: str
    since: datetime.date
    due: datetime.date


def duties_of(user):
    """Return the Duties of a person.

    Parameters:
        user: of acl_users, or a member.
    """
    portal = api.portal.get()
    found = []
    if user.has_permission(EDITOR_PERMISSION, portal):
        found += editor_duties(clock.today())
    if user.has_permission(KEEPER_PERMISSION, portal):
        found += request_duties(clock.today())
    return found


def editor_duties(today):
    """Return the Duties of a BIP editor: to look through the journal, and to review the declaration of accessibility."""
    ledger = queryUtility(IPublicationLedger)
    if ledger is None:
        return []
    found = []
    oldest = ledger.journal.oldest_unreviewed()
    due = journal_due(oldest and day_of(oldest.at), today)
    if due is not None:
        title = _("What changed in the bulletin, and what was refused")
        found.append(Duty(JOURNAL, JOURNAL, title, "@@bulletin-journal", day_of(oldest.at), due))
    due = declaration_due(ledger.pages.newest(DECLARATION).draft.facts, today)
    if due is not None:
        title, page = _("Yearly review of the accessibility declaration"), f"@@bulletin-page-review?id={DECLARATION}"
        found.append(Duty(REVIEW, REVIEW, title, page, due.replace(month=2, day=1), due))
    return found


def request_duties(today):
    """Return the Duties of those who answer accessibility requests: those pressing or overdue; the number alone is told."""
    register = queryUtility(IAccessibilityRequests)
    return (
        []
        if register is None
        else [
            Duty(
                f"{REQUEST}-{request.number}",
                REQUEST,
                _("Accessibility request no. ${number}", mapping={"number": str(request.number)}),
                f"@@accessibility-request?id={request.number}",
                request.received_on,
                request.due,
            )
            for request in register.open_requests()
            if request.standing(today) in (SOON, OVERDUE)
        ]
    )
