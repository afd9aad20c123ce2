"""What every page of an adjustment shares: its form, then what would happen, then the reason and the operation."""

from czest.qms import _
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.performing import perform
from czest.qms.operations.performing import require_expected
from czest.qms.operations.performing import require_permitted
from czest.qms.workflows.operations.base import read_here
from czest.qms.workflows.views.base import ManagerView
from czest.qms.workflows.views.base import PANEL
from czest.qms.workflows.views.editing.fields import place_of
from czest.qms.workflows.views.editing.people import decided_by
from czest.qms.workflows.views.editing.preview import Preview
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: What the page shows.
FORM, PREVIEW = "form", "preview"
REASON = "reason"


class EditingPage(ManagerView):
    """A form of the quality officer; subclasses say which ``groups`` it has and to which ``data`` they come.

    Nothing is kept between the two steps: the preview carries what was typed in hidden inputs, and the operation checks
    everything again, with the digest of what the person saw when the form was opened.
    """

    template = ViewPageTemplateFile("templates/editing.pt")
    operation_id = "adjust-workflows"
    lead = None
    preview_label = _("Preview")
    save_label = _("Save the changes")
    step = FORM
    #: Whether it shows what differs from what is recorded.
    is_about_drift = False
    verdict = None
    reason = ""
    reason_label = _("Reason")
    reason_hint = _("It is kept in the trail and shown in the history.")

    def groups(self):
        """Return the :class:`~.fields.Group` of the form."""
        return ()

    def data(self):
        """Return the input of the operation, without the reason, from what was typed.

        Raises:
            InvalidInput: it cannot even be told.
        """
        return {"changes": self.changes()}

    def changes(self):
        """Return the changes that was typed come to, see ``operations.adjust``."""
        raise NotImplementedError

    def back(self):
        """Return the address to which one goes from here."""
        return self.address(PANEL)

    def preview(self):
        """Return the :class:`~.preview.Preview` of what was typed."""
        values = read_here(self.operation.wanted(self.data()))
        return Preview(self.context, self.request, self.ledger.values, values)

    def __call__(self):
        self.faults = []
        self.kept_digest = self.ledger.digest
        if self.is_sent:
            CheckAuthenticator(self.request)
            self._answer()
        else:
            self._open()
        if self.request.response.getStatus() == 302:
            return ""
        return self.template()

    @property
    def is_sent(self):
        return self.request.method == "POST"

    def _open(self):
        """Show the form, or at once what would happen where there is nothing to type."""
        self.verdict = self.operation.state_refusal()
        if self.step == FORM or not self.may_manage:
            return
        try:
            self._try()
        except OperationRefused as refusal:
            self.step, self.verdict = FORM, refusal.message
            self.faults = [self._fault(path, self.words(sentence)) for path, sentence in refusal.errors]

    def _answer(self):
        form = self.request.form
        sent = form.get("expected_digest")
        self.reason = form.get(REASON) if isinstance(form.get(REASON), str) else ""
        self.kept_digest = sent if isinstance(sent, str) and sent else self.kept_digest
        if "again" in form:
            return
        try:
            self._save() if "save" in form else self._try()
        except OperationRefused as refusal:
            self._refuse(refusal)

    def _try(self):
        require_permitted(self.operation)
        require_expected(self.operation, expected_digest=self.kept_digest)
        self.operation.check({**self.data(), REASON: ""})
        self.step = PREVIEW

    def _save(self):
        perform(self.operation, {**self.data(), REASON: self.reason.strip()}, expected_digest=self.kept_digest)
        api.portal.show_message(self.operation.done, self.request)
        self.request.response.redirect(self.back())

    def _refuse(self, refusal):
        """Show what is wrong with everything typed kept; a missing reason is asked for beside the preview."""
        self.request.response.setStatus(refusal.status, lock=1)
        self.verdict = refusal.message
        self.errors = [(path, self.words(sentence)) for path, sentence in refusal.errors if path != "expected_digest"]
        is_reason = isinstance(refusal, InvalidInput) and {path for path, _text in self.errors} == {REASON}
        self.step = PREVIEW if is_reason else FORM
        if isinstance(refusal, ObjectMovedOn):
            self._tell_who_was_first()
        self.faults = [self._fault(path, text) for path, text in self.errors]

    def _tell_who_was_first(self):
        """Say who decided meanwhile; from now on the person knows of it."""
        if self.kept_digest != self.ledger.digest:
            self.errors.append(("", self.words(decided_by(self.ledger.revisions()[0]))))
            self.kept_digest = self.ledger.digest

    def _fault(self, path, text):
        if path == REASON:
            return {"label": self.words(_("Reason")), "text": text, "target": "manager-reason"}
        found = place_of(path, self.fields)
        label = self.words(found.label) if found else None
        return {"label": label, "text": text, "target": found.id if found else None}

    # What the template draws

    errors = ()

    @cached_property
    def operation(self):
        """The operation by which the page changes anything."""
        return operation_named(self.context, self.request, self.operation_id)

    @cached_property
    def shown_groups(self):
        """The groups of the form."""
        return tuple(self.groups())

    @cached_property
    def fields(self):
        """All fields of the form."""
        return [field for group in self.shown_groups for field in group.fields]

    def typed(self, field):
        """Return what stands in a field: what was typed, or what it begins with."""
        return field.typed(self.request.form) if self.is_sent else field.value

    def shown(self, field):
        """Return what the macro ``field`` needs of a field, with its ``wrong`` class, ``value`` and ``described_by``."""
        found = {"id": field.id, "label": field.label, "hint": field.hint, "error": self.error_of(field)}
        described = [f"{field.id}-{part}" for part in ("hint", "error") if found[part]]
        wrong = "is-invalid" if found["error"] else ""
        return {**found, "wrong": wrong, "described_by": " ".join(described) or None, "value": self.typed(field)}

    def error_of(self, field):
        """Return what is wrong with a field, or None."""
        found = [text for path, text in self.errors if path and place_of(path, self.fields) is field]
        return " ".join(found) or None

    @property
    def reason_error(self):
        return next((text for path, text in self.errors if path == REASON), None)

    def kept(self):
        """Return the hidden inputs that carry what was typed."""
        return [pair for field in self.fields for pair in field.inputs(self.request.form)]

    @property
    def own_address(self):
        """The address of this page with what it is about."""
        return self.address(f"@@{self.__name__}", **self.about())

    def about(self):
        """Return what the address names besides the page."""
        return {}

    @property
    def breadcrumbs(self):
        """The way to this page."""
        return [
            {"title": _("Start"), "url": self.context.absolute_url()},
            {"title": _("Workflows"), "url": self.address(PANEL)},
            {"title": self.title, "url": None},
        ]
