"""The job that reminds of deadlines, once a morning."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.letters import escalating_letter
from czest.qms.approval.letters import reminding_letter
from czest.qms.approval.notifications import asked_people
from czest.qms.approval.notifications import choice_of
from czest.qms.approval.notifications import key_of
from czest.qms.approval.notifications import running_now
from czest.qms.approval.notifications import tell
from czest.qms.approval.notifications import tell_at_once
from czest.qms.approval.participants import in_words
from czest.qms.approval.rules import mailing
from czest.qms.documents.indexers import waiting_now
from czest.qms.documents.making import uid_of
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.documents.settings import setting
from czest.qms.jobs.interfaces import IJob
from czest.qms.organisation.interfaces import IDirectory
import datetime
import logging
from plone import api
from transaction.interfaces import TransientError
from zope.component import getUtility
from zope.component import queryUtility
from zope.interface import implementer


logger = logging.getLogger(__name__)

#: Name under which the last day is kept.
NAME = "reminders"


def reminding():
    """Return what the office decided about reminders."""
    return mailing.Reminding(setting("remind_before"), setting("remind_every"), setting("escalate_after"))


def due_until(day):
    """Return the editions whose running stage or consultation is to be over on a day or earlier, found by the catalog."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Edition",
        review_state=[*OPTIONAL_STATES, *SIGNED_IN],
        # Without a deadline the index holds an empty text, which is less than any day.
        stage_due={"query": ("0", day.isoformat()), "range": "min:max"},
    )
    return [brain._unrestrictedGetObject() for brain in brains]


@implementer(IJob)
class Remind:
    """Reminds those asked before and after a deadline, and tells the quality officers what is stuck."""

    order = 20

    def run(self):
        preferences = queryUtility(INotificationPreferences)
        if preferences is None or not is_morning(preferences, NAME):
            return None
        preferences.note_day(NAME, clock.today())
        settings = reminding()
        until = clock.today() + datetime.timedelta(days=settings.before)
        count = sum(self._remind(edition, settings) for edition in due_until(until))
        return _("Reminders of deadlines: ${count}.", mapping={"count": count}) if count else None

    def _remind(self, edition, settings):
        """Put the messages about one edition and return how many; one that fails keeps no other waiting."""
        try:
            due = running_now(edition).due
            return sum(SENDERS[one.kind](edition, one) for one in mailing.reminder_due(due, clock.today(), settings))
        except TransientError:
            raise
        except Exception:
            logger.exception("No reminder of edition %s of %s", edition.number, edition.document.symbol)
            return 0


def is_morning(preferences, name):
    """Tell whether a daily job is due."""
    return mailing.is_morning(clock.now().astimezone(clock.OFFICE_ZONE), preferences.last_day(name))


def _remind_asked(edition, reminder):
    running = running_now(edition)
    is_late = reminder.kind == mailing.AFTER
    return sum(
        tell_at_once(
            login,
            _key(edition, running, reminder, login),
            lambda claim=claim: reminding_letter(edition, running, claim, is_late),
            about=uid_of(edition),
        )
        for login, claim in asked_people(edition)
    )


def _escalate(edition, reminder):
    running = running_now(edition)
    asked = [in_words(participant) for participant in waiting_now(edition)]
    days = (clock.today() - running.due).days
    officers = sorted(getUtility(IDirectory).entitled("quality_officer"))

    def letter():
        return escalating_letter(edition, running, asked, days)

    return sum(
        # The daily list holds one's own tasks only, so that whoever wants it is told of this at once.
        tell(login, _key(edition, running, reminder, login), letter, about=uid_of(edition))
        for login in officers
        if choice_of(login) != mailing.NEVER
    )


def _key(edition, running, reminder, login):
    return key_of(edition, f"{reminder.kind}-{reminder.number}-{running.id}", login)


SENDERS = {mailing.BEFORE: _remind_asked, mailing.AFTER: _remind_asked, mailing.ESCALATE: _escalate}
