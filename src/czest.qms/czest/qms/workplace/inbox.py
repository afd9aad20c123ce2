"""*Do zrobienia*: what waits for the person signed in, the oldest deadline first."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.navigation import NavigationItem
from czest.qms.appearance.pagination import pages
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.views.reading.rules.dates import short_date
from czest.qms.language.numerals import counted
from czest.qms.organisation.people import full_name
from czest.qms.register.wording import since
from czest.qms.remarks.wording import waiting_counted
from czest.qms.workplace.beside import Beside
from czest.qms.workplace.rules import URGENCIES
from czest.qms.workplace.summaries import Summaries
from czest.qms.workplace.tasks import Tasks
from czest.qms.workplace.unsent import count_of_unsent
from czest.qms.workplace.unsent import may_manage_messages
from czest.qms.workplace.waiting import first_row
from czest.qms.workplace.waiting import past_the_deadline
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Urgency → heading of its group and the icon beside it.
GROUPS = {
    "late": (_("Past the deadline"), "alarm-fill"),
    "soon": (_("This week"), "alarm"),
    "later": (_("Later"), "calendar3"),
    "open": (_("Without a deadline"), "hourglass-split"),
}
#: Operation → what the task is called, what its button says, its icon, and its tab.
KINDS = {
    "approve": (_("Approval"), _("Open the task"), "pen-fill", _("To approve")),
    "review": (_("Review"), _("Check…"), "eye-fill", _("To check")),
    "reassign": (_("Unblocking"), _("Ask somebody else"), "person-fill-gear", _("To unblock")),
    "answer-agreement": (_("Agreement"), _("Answer…"), "people-fill", _("To agree")),
    "end-agreement": (_("All have answered"), _("Read the answers"), "people-fill", _("Agreed")),
    "end-formal-check": (_("Formal check"), _("Check…"), "clipboard-check-fill", _("To check formally")),
    "answer-remark": (_("Remarks"), _("Read and answer"), "chat-left-text", _("Remarks to answer")),
    "submit": (_("Draft"), _("Write on"), "qms-draft", _("To write")),
    "publish": (_("Publication in the BIP"), _("Open the task"), "globe2", _("To publish")),
    "unpublish": (_("No longer open"), _("Open the task"), "globe2", _("To withdraw from the BIP")),
    "keep-archived": (_("Archived in the BIP"), _("Open the task"), "qms-superseded", _("To replace in the BIP")),
    "keep-published": (_("Corrected inside"), _("Open the task"), "globe2", _("To correct in the BIP")),
    "review-journal": (_("Journal of the bulletin"), _("Look through"), "journal-check", _("BIP journal")),
    "review-declaration": (_("Accessibility"), _("Look through the declaration"), "universal-access", _("Declaration")),
    "propose-list": (_("Archive (task)"), _("Look at what is due"), "archive", _("Due for disposal")),
    "disposal-list": (_("List of the archive"), _("Open the list"), "list-check", _("Lists of the archive")),
    "hold-ending": (_("Hold of disposal"), _("Look at the holds"), "qms-held", _("Holds ending")),
    "return-to-recorded": (_("Workflows"), _("Look at the differences"), "diagram-3", _("Workflows to mend")),
    "answer-request": (_("Accessibility"), _("Look at the request"), "universal-access", _("Accessibility requests")),
}
#: Operations that are signatures, so that several can be given together.
SIGNED = frozenset({"approve", "review"})
#: Tasks on a page: as many as are signed with one confirmation.
PAGE = 25


class Tab(NavigationItem):
    """The tab of the inbox in the main navigation, with the number of tasks."""

    title = _("To do")
    address = "@@tasks"
    order = 10
    permission = "czest.qms: Use intranet"

    @property
    def counter(self):
        return Tasks().count or None


class Inbox(BrowserView):
    """Draws the inbox."""

    title = _("To do")
    _side = ViewPageTemplateFile("beside.pt")

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        return [{"title": _("Start"), "url": self.context.absolute_url()}, {"title": self.title, "url": None}]

    @cached_property
    def tasks(self):
        return Tasks().all()

    @property
    def kind(self):
        """The tab that is open: an operation, or None for all."""
        asked = self.request.form.get("kind")
        return asked if asked in KINDS else None

    @cached_property
    def of_kind(self):
        """The tasks of the tab that is open."""
        return [task for task in self.tasks if self.kind in (None, task.operation)]

    @property
    def start(self):
        """Number of the first task shown."""
        start = first_row(self.request)
        return start if start < len(self.of_kind) else 0

    @cached_property
    def shown(self):
        """The tasks of this page."""
        return self.of_kind[self.start : self.start + PAGE]

    @property
    def pages(self):
        """The links to the pages of the tab, or None where there is one page only."""
        if len(self.of_kind) <= PAGE:
            return None
        query = [("kind", self.kind)] if self.kind else []
        return pages(len(self.of_kind), self.start, PAGE, f"{self.context.absolute_url()}/@@tasks", query)

    @cached_property
    def beside(self):
        """The side column."""
        return Beside(getSecurityManager().getUser().getId())

    @property
    def side(self):
        """The macro of the side column."""
        return self._side.macros

    def words_of_delay(self, days):
        """Return the words of how late something is, or None."""
        return past_the_deadline(days) if days else None

    @cached_property
    def unsent(self):
        """The sentence of how many messages were not sent, for those who look after them; None where there are none."""
        count = count_of_unsent() if may_manage_messages() else 0
        return _("Messages not sent (${count})", mapping={"count": count}) if count else None

    @property
    def count_sentence(self):
        count = len(self.tasks)
        if not count:
            return None
        return counted(
            count,
            _("${count} task, the nearest deadline on top"),
            _("${count} tasks, the nearest deadline on top (few)"),
            _("${count} tasks, the nearest deadline on top (many)"),
        )

    def tabs(self):
        """Return the tabs: all, and one for each kind of task there is."""
        address = f"{self.context.absolute_url()}/@@tasks"
        kinds = [kind for kind in KINDS if any(task.operation == kind for task in self.tasks)]
        return [self._tab(_("All (tab)"), address, None)] + [
            self._tab(KINDS[kind][3], f"{address}?kind={kind}", kind) for kind in kinds
        ]

    def _tab(self, title, url, kind):
        count = sum(1 for task in self.tasks if kind in (None, task.operation))
        return {"title": title, "url": url, "count": count, "current": "page" if kind == self.kind else None}

    def groups(self):
        """Return the groups that have tasks, the most urgent first."""
        summaries = Summaries([task.uid for task in self.shown if task.operation in SIGNED])
        found = []
        for urgency in URGENCIES:
            rows = [
                self.row(task, summaries.of(task.uid)) for task in self.shown if task.urgency(clock.today()) == urgency
            ]
            heading, icon = GROUPS[urgency]
            if rows:
                found.append({"id": urgency, "heading": heading, "icon": icon, "rows": rows})
        return found

    def row(self, task, summary):
        """Return what the page shows of a task.

        Parameters:
            summary: what its edition says of itself, or None where nothing is signed.
        """
        kind, button, icon, _tab = KINDS[task.operation]
        return {
            "task": task,
            "kind": kind,
            "button": button,
            "icon": icon,
            "url": task.url,
            "page": task.page,
            "deadline": self.deadline(task),
            "is_signed": task.operation in SIGNED,
            "summary": summary,
            "notes": self.notes(task, summary),
        }

    def notes(self, task, summary):
        """Return what is known of a task in one line: how many, from whom, how far it was checked, since when, for whom."""
        found = []
        if task.remarks is not None:
            found.append(waiting_counted(task.remarks))
        if summary is not None:
            found.append(_("from: ${person}", mapping={"person": summary["sender"]}))
        if summary is not None and summary["checked"]:
            done, asked = summary["checked"]
            found.append(_("checked ${done} of ${asked}", mapping={"done": done, "asked": asked}))
        if task.since:
            found.append(_("waits ${since}", mapping={"since": api.portal.translate(since(task.since.isoformat()))}))
        if task.on_behalf_of:
            found.append(_("on behalf of ${person}", mapping={"person": full_name(task.on_behalf_of)}))
        return found

    def deadline(self, task):
        """Return the words of the deadline of a task, or None."""
        if task.due is None:
            return None
        left = (task.due - clock.today()).days
        if left < 0:
            return past_the_deadline(-left)
        mapping = {"day": short_date(task.due)}
        near = {0: _("today, ${day}", mapping=mapping), 1: _("tomorrow, ${day}", mapping=mapping)}
        return near.get(left) or _("until ${day}", mapping=mapping)

    @property
    def nothing(self):
        """The sentence where nothing is to be done."""
        return _("Nothing waits for you.")

    @property
    def may_see_stuck(self):
        """Whether the person looks after all documents."""
        return bool(getSecurityManager().checkPermission(OFFICER_PERMISSION, self.context))

    @property
    def can_sign_together(self):
        """Whether there are signatures to give."""
        return any(task.operation in SIGNED for task in self.shown)
