"""Withdrawing from the bulletin, ``EDITION/@@unpublish``: what disappears, and what stays exactly as residents see it."""

from czest.qms import _
from czest.qms.operations.base import actor
from czest.qms.operations.views.form import OperationForm
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.public_form import stub_of
from czest.qms.publication.views.base import stand_under_queue
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from zExceptions import NotFound
from zope.i18n import translate


#: Stands where the reason is still to be written.
NO_REASON = "…"


class UnpublishForm(OperationForm):
    """Performs ``unpublish``; another button shows the note with the reason typed so far."""

    template = ViewPageTemplateFile("templates/unpublish.pt")
    operation_id = "unpublish"
    is_wide = True
    buttons = OperationForm.buttons.copy()
    handlers = OperationForm.handlers.copy()

    def publishTraverse(self, request, name):
        """Lead nowhere.

        Raises:
            NotFound: always.
        """
        raise NotFound(name)

    def update(self):
        stand_under_queue(self.request)
        super().update()

    @property
    def case(self):
        """The case that would be withdrawn."""
        return self.operation.public_case

    @property
    def stub(self):
        """The page that stays, as HTML."""
        sent = self.request.form
        reason = sent.get("form.widgets.reason", "")
        reason = reason.strip() if isinstance(reason, str) else ""
        title_removed = "selected" in (sent.get("form.widgets.remove_title") or ())
        address = f"{self.context.absolute_url()}/@@publication-preview"
        return stub_of(self.case, actor(), reason or NO_REASON, title_removed, address).decode()

    def disappearing(self):
        """Return what residents can no longer read, as Messages and names of files."""
        draft = draft_of(self.case)
        parts = (
            (draft.body, _("the text")),
            (draft.summary, _("the summary")),
            (draft.what_changed, _("the words on what changed")),
            (draft.exclusions, _("the exclusions")),
            (draft.relations, _("the legal acts")),
        )
        return [*(each.name for each in draft.files), *(message for value, message in parts if value)]

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        site, publishable = api.portal.get().absolute_url(), self.operation.publishable
        return [
            {"title": _("Start"), "url": site},
            {"title": _("Publication in the BIP"), "url": f"{site}/@@publications"},
            {"title": publishable.symbol, "url": publishable.subject.absolute_url()},
            {"title": self.operation.title, "url": None},
        ]

    def updateActions(self):
        super().updateActions()
        self.actions["show"].title = translate(_("Show what stays"), context=self.request)

    @button.buttonAndHandler(_("Show what stays"), name="show")
    def show(self, action):
        """Draw the page anew."""

    def _tell(self, performed):
        super()._tell(performed)
        self.request.response.redirect(f"{self.context.absolute_url()}/@@publication-review")
