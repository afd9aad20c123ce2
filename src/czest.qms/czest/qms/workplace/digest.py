"""The daily list of tasks, for those who want it instead of a message for each."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.interfaces import ILetters
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.letters import address_in_mail
from czest.qms.approval.letters import in_words_of_site
from czest.qms.approval.letters import site_address
from czest.qms.approval.letters import written_letter
from czest.qms.approval.notifications import tell
from czest.qms.approval.reminders import is_morning
from czest.qms.approval.rules.mailing import DAILY
from czest.qms.jobs.interfaces import IJob
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.organisation.people import full_name
from czest.qms.remarks.wording import waiting_counted
from czest.qms.workplace.rules import DAILY_LIST
from czest.qms.workplace.tasks import Task
from czest.qms.workplace.tasks import Tasks
import datetime
from plone import api
from zope.component import queryUtility
from zope.interface import implementer


#: Name under which the last day is kept.
NAME = "digest"

#: Operation → line of a task.
LINES = {
    "approve": _("To approve: ${edition}"),
    "review": _("To check: ${edition}"),
    "answer-agreement": _("For agreement: ${edition}"),
    "end-agreement": _("All have answered: ${edition}"),
    "end-formal-check": _("To check formally: ${edition}"),
    "answer-remark": _("Remarks to answer: ${edition}"),
    "submit": _("To write: ${edition}"),
    "reassign": _("To unblock: ${edition}"),
    "publish": _("To publish in the BIP: ${edition}"),
    "unpublish": _("To withdraw from the BIP: ${edition}"),
    "keep-archived": _("Archived in the BIP: ${edition}"),
    "keep-published": _("Corrected after its publication in the BIP: ${edition}"),
    "review-journal": _("To look through in the journal of the bulletin: ${edition}"),
    "review-declaration": _("To review: ${edition}"),
    "answer-request": _("To answer: ${edition}"),
    "propose-list": _("In the archive: ${edition}"),
    "disposal-list": _("In the archive: ${edition}"),
    "hold-ending": _("In the archive: ${edition}"),
    "return-to-recorded": _("To look at: ${edition}"),
}


@implementer(IJob)
class SendDigests:
    """Puts the list of the day of everybody who wants it into the outbox; a morning missed is caught up that day."""

    order = 21

    def run(self):
        preferences = queryUtility(INotificationPreferences)
        if preferences is None or not is_morning(preferences, NAME):
            return None
        preferences.note_day(NAME, clock.today())
        count = sum(put_digest(login) for login in preferences.those_who_chose(DAILY))
        return _("Daily lists of tasks: ${count}.", mapping={"count": count}) if count else None


def put_digest(login):
    """Put the list of a person into the outbox unless nothing waits; return whether there is a new message."""
    user = api.portal.get_tool("acl_users").getUserById(login)
    tasks = Tasks(user).all() if user is not None else []
    return bool(tasks) and tell(login, f"digest:{clock.today().isoformat()}:{login}", lambda: digest(tasks))


@implementer(ILetters)
class LetterWithTasks:
    """The daily list as a letter that the office may word itself; what it says of each task stays as shipped."""

    order = 40
    letters = {DAILY_LIST.id: DAILY_LIST}

    def samples(self):
        return values_of([_sample("PS-01", "Obieg korespondencji"), _sample("PS-02", "Nadzór nad dokumentami")])


def _sample(symbol, title):
    """Return an invented task."""
    due = clock.today() + datetime.timedelta(days=5)
    url = f"{api.portal.get().absolute_url()}/dokumenty/{symbol}/wydanie-6"
    return Task("", url, symbol, title, "6", "review", clock.today(), due)


def digest(tasks):
    """Return subject and text of a list of tasks."""
    return written_letter(DAILY_LIST.id, values_of(tasks))


def values_of(tasks):
    """Return the values of the letter with a list of tasks."""
    waiting = counted(
        len(tasks),
        _("${count} task waits for you"),
        _("${count} tasks wait for you (few)"),
        _("${count} tasks wait for you (many)"),
    )
    return {
        "waiting": in_words_of_site(waiting),
        "count": len(tasks),
        "tasks": [paragraph(task) for task in tasks],
        "address": f"{site_address()}/@@tasks",
    }


def paragraph(task):
    """Return what the list says of a task: its line, remarks, deadline, the person represented, and the address."""
    words = {"symbol": task.symbol, "title": task.title, "number": task.number}
    unnumbered = f"{task.symbol} {task.title}" if task.symbol else task.title
    edition = in_words_of_site(_("${symbol} ${title}, edition ${number}", mapping=words) if task.number else unnumbered)
    lines = [_(LINES[task.operation], mapping={"edition": edition})]
    if task.remarks is not None:
        lines.append(f"{in_words_of_site(waiting_counted(task.remarks))}.")
    if task.due is not None:
        lines.append(_("Deadline: ${day}.", mapping={"day": long_date(task.due)}))
    if task.on_behalf_of:
        lines.append(_("On behalf of: ${person}.", mapping={"person": full_name(task.on_behalf_of)}))
    return "\n".join([*map(in_words_of_site, lines), address_in_mail(task.page)])
