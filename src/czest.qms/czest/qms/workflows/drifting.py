"""The nightly check for drift: what it found is kept, and the quality officers are told of it."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.interfaces import ILetters
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.letters import address_in_mail
from czest.qms.approval.letters import written_letter
from czest.qms.approval.notifications import choice_of
from czest.qms.approval.notifications import tell
from czest.qms.approval.reminders import is_morning
from czest.qms.approval.rules.mailing import NEVER
from czest.qms.jobs.interfaces import IJob
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.workflows.astray import readable
from czest.qms.workflows.drift import is_stuck
from czest.qms.workflows.drift import whole_drift
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.interfaces import MANAGE
from czest.qms.workflows.messages import sentence
from czest.qms.workflows.rules.adjustments import digest_of
from czest.qms.workflows.rules.letters import DRIFT
from czest.qms.workflows.rules.objects import places
from czest.qms.workflows.rules.problems import Problem
from dataclasses import dataclass
import datetime
from plone import api
from zope.component import getUtility
from zope.component import queryUtility
from zope.interface import implementer


#: Name under which the last day is kept, and what the duty is.
NAME = "workflows-drift"
#: Page of the manager, below the site.
PAGE = "@@workflow-drift"


@implementer(IJob)
class CheckDrift:
    """Looks once a morning whether the workflows, roles and settings are as shipped and recorded."""

    order = 43

    def run(self):
        preferences, ledger = queryUtility(INotificationPreferences), queryUtility(IAdjustmentsLedger)
        if preferences is None or ledger is None or not is_morning(preferences, NAME):
            return None
        if ledger.work is not None and not is_stuck(ledger.work):
            return None
        if ledger.walk is not None and ledger.walk.holds_up(clock.now()):
            return None
        preferences.note_day(NAME, clock.today())
        found = whole_drift(ledger)
        is_news = note(ledger, found)
        if not found:
            return None
        if is_news:
            tell_officers(ledger)
        return _("Workflows differ from what is recorded in ${count} places.", mapping={"count": places(found)})


def note(ledger, problems):
    """Keep what a check found; return whether that is something else than before."""
    findings = [{"place": one.field, "message": one.message, "mapping": dict(one.mapping)} for one in problems]
    before = ledger.drift or {"findings": [], "since": None}
    is_news = findings != before["findings"]
    since = clock.today().isoformat() if is_news else before["since"]
    day = clock.today().isoformat()
    ledger.drift = {"day": day, "since": since, "findings": findings, "count": places(problems)}
    return is_news


def noted(ledger):
    """Return ``[(place, Message)]`` of what the last nightly check found, as the present person may read it."""
    findings = (ledger.drift or {}).get("findings", ())
    problems = readable([Problem(one["place"], one["message"], one["mapping"]) for one in findings])
    return [(one.field, sentence(one)) for one in problems]


def tell_officers(ledger):
    """Put a letter about what was found into the outbox for each quality officer who wants letters."""
    count, key = ledger.drift["count"], digest_of(ledger.drift)
    for login in sorted(getUtility(IDirectory).entitled("quality_officer")):
        if choice_of(login) != NEVER:
            tell(login, f"{NAME}-{key}-{login}", lambda: letter(count))


def letter(count):
    """Return subject and text for a quality officer."""
    return written_letter(DRIFT.id, values_of(count))


def values_of(count):
    """Return the values of the letter, by name of a field.

    Parameters:
        count: how many places differ.
    """
    return {"count": count, "address": address_in_mail(f"{api.portal.get().absolute_url()}/{PAGE}")}


@implementer(ILetters)
class LetterAboutDrift:
    """The letter of the nightly check."""

    order = 30
    letters = {DRIFT.id: DRIFT}

    def samples(self):
        return values_of(3)


@dataclass(frozen=True)
class Duty:
    """One thing to do, without a document.

    Parameters:
        id: unique among the duties.
        operation: what is to be done.
        title: a Message.
        page: address below the site where it is done.
        since: day since which it waits.
        due: None, it should be done now.
    """

    id: str
    operation: str
    title: str
    page: str
    since: datetime.date
    due: datetime.date | None = None


def duties_of(user):
    """Return the Duties of a person: of the quality officer, when the nightly check found something."""
    ledger = queryUtility(IAdjustmentsLedger)
    if ledger is None or not (ledger.drift or {}).get("findings") or not user.has_permission(MANAGE, api.portal.get()):
        return []
    title = _("Workflows differ from what is recorded")
    since = datetime.date.fromisoformat(ledger.drift["since"])
    return [Duty(NAME, "return-to-recorded", title, PAGE, since)]
