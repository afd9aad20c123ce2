"""The tabs of what all workflows share: the templates of routes in force, deadlines, reminders and letters."""

from czest.qms import _
from czest.qms.approval.office_letters import all_letters
from czest.qms.approval.views.base import RoutesView
from czest.qms.documents.kinds import kinds
from czest.qms.documents.settings import setting
from czest.qms.workflows import definitions
from czest.qms.workflows.views.base import DEADLINES
from czest.qms.workflows.views.base import LAW
from czest.qms.workflows.views.base import ManagerView
from czest.qms.workflows.views.base import PANEL
from czest.qms.workflows.views.base import TEMPLATES
from czest.qms.workflows.views.state_panel import deadline_rows
from czest.qms.workflows.views.state_panel import LABELS
from czest.qms.workflows.views.wording import people
from plone import api


class TemplatesPage(ManagerView):
    """The templates of routes in force."""

    tab = TEMPLATES
    may_keep_permission = "czest.qms: Amend control data"

    def rows(self):
        """Return the templates: ``title``, ``scope``, ``stages`` and ``url`` (None for those who may only read)."""
        routes = RoutesView(self.context, self.request)
        return [
            {
                "title": template.title,
                "scope": routes.scope(template),
                "stages": routes.stages(template),
                "url": routes.address("route-template", id=template.id) if self.may_keep else None,
            }
            for template in routes.templates.templates()
        ]

    @property
    def may_keep(self):
        """Whether the person keeps the templates."""
        return api.user.has_permission(self.may_keep_permission, obj=self.context)


class DeadlinesPage(ManagerView):
    """Deadlines, reminders, and whom every step tells."""

    tab = DEADLINES

    def rows(self):
        """Return deadlines and reminders as rows, see ``state_panel``."""
        silence = _("counts as no remarks") if setting("silence_ends_opinions") else _("the edition waits on")
        acts = setting("act_required") or ()
        types = api.portal.get_tool("portal_types")
        needing = ", ".join(self.words(types[kind].Title()) for kind in kinds() if kind in acts)
        return [
            *deadline_rows(LABELS),
            {"label": _("silence until the deadline of an opinion"), "value": silence, "url": None, "note": None},
            {
                "label": _("kinds brought into force by a legal act only"),
                "value": needing or _("none (kinds)"),
                "url": None,
                "note": None,
            },
        ]

    def letter_texts(self):
        """Return the letters: ``title``, ``url`` of their form (None for those who may only read), and ``is_own``."""
        own = self.ledger.values["letters"]
        return [
            {
                "title": self.words(_(letter.title)),
                "url": self.address("@@workflow-letter", letter=letter.id) if self.may_manage else None,
                "is_own": letter.id in own,
            }
            for letter in all_letters().values()
        ]

    def letters(self):
        """Return what tells whom, by workflow: ``workflow`` and ``rows`` of ``step`` and ``people``."""
        return [
            {"workflow": title, "rows": rows}
            for workflow_id, title in definitions.TITLES.items()
            for rows in [self._letters(workflow_id)]
            if rows
        ]

    def _letters(self, workflow_id):
        return [
            {"step": self.words(one.title), "people": people(one.tells, self.request)}
            for one in definitions.facts(workflow_id)
            if one.tells
        ]


#: What is locked, by which law of the document, and where that is written.
LAWS = (
    {
        "name": _("Four eyes"),
        "means": _("Nobody who wrote an edition checks or approves it; those who check and approve do not write it."),
        "basis": _("ISO 9001:2015, 7.5.2 c; standards of management control, C.11 (MF notice no. 23 of 2009)"),
        "locks": _("Changes the content, Signs, Changes the route"),
    },
    {
        "name": _("What was signed does not change"),
        "means": _("From the handing over for review the content is frozen, from the approval it is final."),
        "basis": _("ISO 9001:2015, 7.5.3.1 b and 7.5.3.2 c"),
        "locks": _("Changes the content, Removes"),
    },
    {
        "name": _("The trail is only added to"),
        "means": _(
            "What happened is neither hidden from those who audit nor taken back, not even by an administrator."
        ),
        "basis": _("ISO 9001:2015, 7.5.3.2; act on public finances, art. 68 section 2"),
        "locks": _("Sees the trail, Removes"),
    },
    {
        "name": _("Who reads follows from access and route"),
        "means": _("A draft is read by its authors, later by those on the route; restricted documents by their list."),
        "basis": _("ISO 9001:2015, 7.5.3.1 b; GDPR, art. 25 and 32"),
        "locks": _("Reads"),
    },
    {
        "name": _("The bulletin is decided apart"),
        "means": _("What the public reads is decided by a publication and its own signature, never by a right here."),
        "basis": _("Act on access to public information, art. 8 section 6"),
        "locks": _("everything of the BIP editor"),
    },
    {
        "name": _("Administration is no approval"),
        "means": _("Those who keep the system configure it; they neither read drafts nor sign."),
        "basis": _("ISO 9001:2015, 5.3; standards of management control, A.4 and C.15 (MF notice no. 23 of 2009)"),
        "locks": _("everything of the administrator"),
    },
)


class LawPage(ManagerView):
    """Why grey cells cannot be changed."""

    tab = LAW
    title = _("Why some rights cannot be changed")
    laws = LAWS

    @property
    def breadcrumbs(self):
        """The way to this page."""
        return [
            {"title": _("Start"), "url": self.context.absolute_url()},
            {"title": _("Workflows"), "url": self.address(PANEL)},
            {"title": self.title, "url": None},
        ]
