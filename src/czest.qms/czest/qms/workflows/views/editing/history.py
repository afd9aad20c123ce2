"""The history of the adjustments: who decided what, when and why, and the way back."""

from czest.qms import _
from czest.qms.approval.templates import ADDED
from czest.qms.approval.templates import CHANGED
from czest.qms.approval.templates import REMOVED
from czest.qms.language.dates import day_of
from czest.qms.workflows.views.base import ManagerView
from czest.qms.workflows.views.base import PANEL
from czest.qms.workflows.views.editing.people import person
from czest.qms.workflows.views.editing.people import when
from czest.qms.workflows.views.editing.wording import Wording
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Id of an operation, or of a change made on other screens → what it is called in the history.
TITLES = {
    "adjust-workflows": _("Workflows adjusted"),
    "import-adjustments": _("Adjustments taken in from a file"),
    ADDED: _("A template of routes added"),
    CHANGED: _("A template of routes changed"),
    REMOVED: _("A template of routes removed"),
}
#: Changes on one page.
PAGE = 20


class HistoryPage(ManagerView):
    """Every change, the newest first."""

    title = _("Changes of the workflows")
    index = ViewPageTemplateFile("templates/history.pt")

    def __call__(self):
        return self.index()

    @property
    def start(self):
        """Number of changes left out before the first shown."""
        asked = self.request.form.get("start", "")
        return int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() and len(asked) < 9 else 0

    def changes(self):
        """Return dicts with ``number``, ``title``, ``when``, ``who``, ``reason``, ``rows`` and ``undo``, an address."""
        revisions = self.ledger.revisions()[self.start : self.start + PAGE]
        return [
            {
                "number": revision.number,
                "title": self._title(revision),
                "when": when(revision),
                "who": person(revision.login, day_of(revision.time)),
                "reason": revision.reason,
                "rows": Wording(self.request, revision.before, revision.after).rows(),
                "undo": self.address("@@workflow-undo", number=revision.number) if self.may_manage else None,
            }
            for revision in revisions
        ]

    def _title(self, revision):
        if revision.undone is not None:
            return _("Change ${number} taken back", mapping={"number": str(revision.undone)})
        return TITLES.get(revision.operation, revision.operation)

    @property
    def older(self):
        """Address of the page with older changes, or None."""
        following = self.start + PAGE
        return self.address("@@workflow-history", start=following) if following < len(self.ledger.revisions()) else None

    @property
    def breadcrumbs(self):
        """The way to this page."""
        return [
            {"title": _("Start"), "url": self.context.absolute_url()},
            {"title": _("Workflows"), "url": self.address(PANEL)},
            {"title": self.title, "url": None},
        ]
