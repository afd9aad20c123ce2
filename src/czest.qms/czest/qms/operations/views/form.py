"""The page of an operation, ``OBJECT/@@operation/ID``: what will happen, what is asked, and doing it."""

from czest.qms import _
from czest.qms.appearance.operation_form import OperationFormPage
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.interfaces import IOperationSubject
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.performing import perform
from czest.qms.operations.performing import require_expected
from czest.qms.operations.performing import require_permitted
from czest.qms.operations.views.errors import show_errors
from functools import cached_property
from plone import api
from plone.app.textfield.interfaces import IRichText
from plone.autoform.form import AutoExtensibleForm
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from z3c.form import button
from z3c.form.form import Form
from z3c.form.interfaces import ISelectWidget
from z3c.form.interfaces import NOT_CHANGED
from z3c.form.util import expandPrefix
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface
from zope.publisher.interfaces import IPublishTraverse
from zope.schema import getFieldsInOrder


#: Sent by a form that stands in a dialog: it wants the address of the result, not the result.
DIALOG_HEADER = "X-Qms-Dialog"
LOCATION_HEADER = "X-Qms-Location"

#: What the person saw, carried by hidden inputs, so that what is signed is what was shown.
EXPECTED = ("expected_state", "expected_digest")


class INoInput(Interface):
    """Input of an operation that asks for nothing."""


@implementer(IPublishTraverse)
class OperationForm(OperationFormPage, AutoExtensibleForm, Form):
    """One operation on one object.

    Raises:
        UnknownOperation: when this kind of object has no operation of this name.
        NotPermitted: not this person.
        ObjectMovedOn: not in this state.
    """

    ignoreContext = False
    operation_id = None
    moved_on = False

    def publishTraverse(self, request, name):
        """Take the id of the operation from the address."""
        self.operation_id = f"{self.operation_id}/{name}" if self.operation_id else name
        return self

    @cached_property
    def operation(self):
        """The operation asked for."""
        return operation_named(self.context, self.request, self.operation_id or "")

    def update(self):
        require_permitted(self.operation)
        if self.__name__ == "operation" and self.operation.address != self.own_address:
            self.request.response.redirect(self.operation.address)
            return
        self.request.form.update(self.typed_before)
        super().update()
        for part in (self, *self.groups):
            for widget in filter(ISelectWidget.providedBy, part.widgets.values()):
                widget.noValueMessage = _("– not chosen –")

    @property
    def schema(self):
        return self.operation.form_schema or self.operation.schema or INoInput

    def getContent(self):
        """Return the values that the form starts with; the form may change the copy."""
        return dict(self.operation.defaults())

    def updateFields(self):
        super().updateFields()
        replaced = self.detour.replaces if self.detour is not None and self.detour.is_over else ()
        withheld = [name for name in (*self.operation.withheld(), *replaced) if name in self.schema]
        for part in (self, *self.groups):
            part.fields = part.fields.omit(*withheld)

    def updateActions(self):
        super().updateActions()
        titles = {"perform": self.operation.title, "depart": self.detour and self.detour.label}
        for name, title in titles.items():
            if name in self.actions:
                self.actions[name].title = translate(title, context=self.request)

    @property
    def prefix_of_fields(self):
        """With what the names of the inputs begin."""
        return f"{expandPrefix(self.prefix)}widgets."

    @cached_property
    def detour(self):
        """The way elsewhere and back that the operation asks for, or None."""
        return self.operation.detour(self.prefix_of_fields)

    @cached_property
    def typed_before(self):
        """What the person had typed before he was led elsewhere, raw by name."""
        return self.detour.typed if self.detour is not None and self.request.method == "GET" else {}

    def updateWidgets(self, *arguments, **named):
        super().updateWidgets(*arguments, **named)
        # Plone fills in nothing from a GET, since anybody can make such an address; what was typed here is sealed.
        for widget in self.widgets.values():
            if widget.name in self.typed_before:
                widget.value = widget.extract()

    @property
    def can_be_done(self):
        """Whether the button of the operation is there; once pressed, it stays, so that its answer can be given."""
        detour = self.detour
        pressed = f"{expandPrefix(self.prefix)}buttons.perform" in self.request.form
        return detour is None or detour.is_over or not detour.is_needed or pressed

    @property
    def own_address(self):
        """Where the pages of operations stand, unless an operation has a page of its own."""
        return f"{self.context.absolute_url()}/@@operation/{self.operation.id}"

    @property
    def action(self):
        return self.operation.address

    @property
    def id(self):
        return f"operation-{self.operation.id}"

    @cached_property
    def operation_subject(self):
        """The adapter that shows the object, or None."""
        return IOperationSubject(self.operation, None)

    @property
    def subject(self):
        found = self.operation_subject
        return found and {"title": found.title, "edge": found.edge, "rows": found.rows}

    @cached_property
    def label(self):
        heading = self.operation.heading
        if not heading:
            return self.operation.title
        words = self.operation_subject.words if self.operation_subject is not None else {}
        return Message(heading, mapping={**(heading.mapping or {}), **words})

    @property
    def consequences(self):
        return self.operation.consequences()

    @property
    def signature(self):
        return self.operation.signature()

    @property
    def verdict(self):
        return self.operation.not_done

    @property
    def busy_label(self):
        return self.operation.busy if self.can_be_done else self.detour.busy

    @property
    def button_icon(self):
        return self.operation.icon if self.can_be_done else "box-arrow-up-right"

    @property
    def is_dangerous(self):
        return self.operation.emphasis == "danger"

    @property
    def needs_editor(self):
        """Whether a field asks for formatted text."""
        return any(IRichText.providedBy(field) for _name, field in getFieldsInOrder(self.schema))

    @property
    def opposite(self):
        """The opposite decision, where this person may take it now."""
        if not self.operation.opposite:
            return None
        other = operation_named(self.context, self.request, self.operation.opposite)
        if other.refusal() is not None:
            return None
        title = _("${operation}…", mapping={"operation": other.title})
        return {"title": title, "url": other.address}

    def hidden(self):
        """Return the hidden inputs: state and digest as they were first shown to the person."""
        present = IStateOf(self.context)
        shown = {"expected_state": present.state, "expected_digest": present.digest}
        if not self.moved_on:
            shown.update(self._expected())
        return [{"name": name, "value": value} for name, value in shown.items() if value]

    def _expected(self):
        sent = {name: self.request.form.get(name) for name in EXPECTED}
        return {name: value for name, value in sent.items() if value and isinstance(value, str)}

    @button.buttonAndHandler(_("Perform"), name="perform", condition=lambda form: form.can_be_done)
    def perform(self, action):
        """Do it, or show what is wrong with everything typed kept."""
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        data, errors = self.extractData()
        data = {name: self._without_none(name, value) for name, value in data.items() if value is not NOT_CHANGED}
        if errors:
            self.request.response.setStatus(400, lock=1)
            return
        try:
            performed = perform(self.operation, data, **self._expected())
        except OperationRefused as refusal:
            self._refuse(refusal)
        else:
            self._tell(performed)

    @button.buttonAndHandler(_("Go"), name="depart", condition=lambda form: form.detour and not form.detour.is_over)
    def depart(self, action):
        """Lead the person elsewhere; everything typed is kept, whether he gets there or not."""
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        kept = {name: value for name, value in self.request.form.items() if self._is_typed(name, value)}
        try:
            require_expected(self.operation, **self._expected())
            address = self.detour.begin(kept)
        except OperationRefused as refusal:
            self._refuse(refusal)
        else:
            self._lead(address)

    def _is_typed(self, name, value):
        """Tell whether an input is plain text of one of our fields, or says what the person saw."""
        plain = isinstance(value, str) or (isinstance(value, list) and all(isinstance(part, str) for part in value))
        return plain and (name in EXPECTED or name.startswith(self.prefix_of_fields))

    def _without_none(self, name, value):
        """Return an emptied text as the empty text that its field begins with."""
        default = self.schema[name].default
        return default if value is None and isinstance(default, str) else value

    def _refuse(self, refusal):
        if isinstance(refusal, NotPermitted) and not refusal.errors:
            raise refusal
        self.moved_on = isinstance(refusal, ObjectMovedOn)
        if self.moved_on:
            require_permitted(self.operation)
        show_errors(self, refusal)
        self.request.response.setStatus(refusal.status, lock=1)

    def _tell(self, performed):
        api.portal.show_message(self.operation.done, self.request)
        for warning in performed.warnings:
            api.portal.show_message(warning, self.request, type="warning")
        self._lead(performed.changed.absolute_url())

    def _lead(self, address):
        """Answer with an address, in a dialog as a header."""
        response = self.request.response
        if self.request.getHeader(DIALOG_HEADER):
            response.setHeader(LOCATION_HEADER, address)
            response.setStatus(204)
        else:
            response.redirect(address)

    def render(self):
        """Return the page; nothing where the answer is an address."""
        if self.request.response.getStatus() in (204, 302):
            return ""
        return super().render()
