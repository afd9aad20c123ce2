"""What the pages of the workflow manager share: tabs, breadcrumbs, words in the language of the person."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.appearance.navigation import PRESENT
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.workflows import definitions
from czest.qms.workflows.drifting import noted
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.interfaces import MANAGE
from czest.qms.workflows.views.drift_line import drift_line
from functools import cached_property
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.component import getUtility
from zope.i18n import translate


PANEL, TEMPLATES, DEADLINES, LAW = "@@workflows", "@@workflow-templates", "@@workflow-deadlines", "@@workflow-law"
#: Most differences named on the panel; the rest is on ``@@workflow-drift`` and in ``@workflows/drift``.
NAMED = 20


class ManagerView(BrowserView):
    """A page of the workflow manager; subclasses say which ``tab`` it lies under."""

    is_wide = True
    title = _("Workflows")
    #: Id of a workflow, or the name of a page.
    tab = PANEL
    _parts = ViewPageTemplateFile("templates/parts.pt")

    def __call__(self):
        self.request.environ[PRESENT] = self.address(PANEL)
        return self.index()

    _editing_parts = ViewPageTemplateFile("editing/templates/parts.pt")

    @property
    def own_parts(self):
        """Macros of the pages on which something is changed."""
        return self._editing_parts.macros

    @property
    def parts(self):
        """Macros that the pages share."""
        return self._parts.macros

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        return [
            {"title": _("Start"), "url": self.context.absolute_url()},
            {"title": _("Workflows"), "url": None},
        ]

    def address(self, name, **query):
        """Return the address of a page of the site."""
        return f"{self.context.absolute_url()}/{name}{'?' + urlencode(query) if query else ''}"

    def panel_address(self, workflow_id, state_id=None):
        """Return the address of the panel of a workflow, with a state chosen when one is given."""
        chosen = {"workflow": workflow_id, "state": state_id} if state_id else {"workflow": workflow_id}
        return self.address(PANEL, **chosen)

    def words(self, message):
        """Return a Message in the language of the person."""
        return translate(message, context=self.request)

    @cached_property
    def may_manage(self):
        """Whether the person may change what an office adjusts."""
        return bool(getSecurityManager().checkPermission(MANAGE, self.context))

    @cached_property
    def ledger(self):
        """What the office decided, with what the nightly check found."""
        return getUtility(IAdjustmentsLedger)

    @property
    def drift_line(self):
        """What the nightly check found, in one line; see the macro ``tag``."""
        return drift_line(self.ledger.drift)

    @property
    def findings(self):
        """The first differences that the nightly check found, as Messages."""
        return [message for _place, message in noted(self.ledger)[:NAMED]]

    def tabs(self):
        """Return the tabs of the workflows and those of what they share, each with ``title``, ``url`` and ``current``."""
        found = [(one, title, self.panel_address(one)) for one, title in definitions.TITLES.items()]
        found.append((TEMPLATES, _("Templates of routes"), self.address(TEMPLATES)))
        found.append((DEADLINES, _("Deadlines and notifications"), self.address(DEADLINES)))
        return [
            {
                "title": title,
                "url": url,
                "current": "page" if name == self.tab else None,
                "count": self.templates_count if name == TEMPLATES else None,
                "css": "qms-tabs-aside" if name == TEMPLATES else None,
            }
            for name, title, url in found
        ]

    @cached_property
    def templates_count(self):
        """How many templates of routes there are."""
        return len(getUtility(IRouteTemplates).templates())
