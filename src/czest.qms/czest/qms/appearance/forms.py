"""Forms in our look: fields with their errors above the input."""

from czest.qms import _
from czest.qms.appearance.explaining import explain
from czest.qms.appearance.icons import icon
from czest.qms.language.numerals import counted
from plone.app.z3cform.interfaces import IDateWidget
from plone.app.z3cform.interfaces import IRichTextWidget
from plone.app.z3cform.views import RenderWidget
from plone.app.z3cform.widgets.datetime import DateWidget
from plone.formwidget.namedfile.interfaces import INamedFileWidget
from z3c.form.interfaces import HIDDEN_MODE
from z3c.form.interfaces import ICheckBoxWidget
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IMultiWidget
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import IOrderedSelectWidget
from z3c.form.interfaces import IRadioWidget
from z3c.form.interfaces import ISingleCheckBoxWidget
from z3c.form.interfaces import ITextAreaWidget
from z3c.form.widget import FieldWidget
from zope.browserpage.viewpagetemplatefile import ViewPageTemplateFile as ZopePageTemplateFile
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import ValidationError


class FieldView(RenderWidget):
    """Draws one widget with its label, hint and error, for every z3c.form form of the site."""

    index = ZopePageTemplateFile("templates/field.pt")

    def __call__(self):
        if self.widget.mode == HIDDEN_MODE:
            return self.widget.render()
        if self.is_input:
            self._tell_assistive_technology()
        return self.index()

    def icon(self, name):
        return icon(name)

    @property
    def widget(self):
        return self.context

    @property
    def is_input(self):
        return self.widget.mode == INPUT_MODE

    @property
    def is_group(self):
        """Several inputs, or words, under one label, which then cannot point at one of them."""
        widget = self.widget
        if getattr(widget, "labels_a_group", False):
            return self.is_input
        several = any(
            kind.providedBy(widget) for kind in (IRadioWidget, ICheckBoxWidget, IMultiWidget, IOrderedSelectWidget)
        )
        return self.is_input and several and not ISingleCheckBoxWidget.providedBy(widget)

    @property
    def target(self):
        """The id of the input that the label points at."""
        return f"{self.widget.id}-input" if INamedFileWidget.providedBy(self.widget) else self.widget.id

    @property
    def is_wide(self):
        wide = (IRichTextWidget, IMultiWidget, ITextAreaWidget)
        return any(kind.providedBy(self.widget) for kind in wide)

    @property
    def is_optional(self):
        return self.is_input and not self.widget.required and not ISingleCheckBoxWidget.providedBy(self.widget)

    @property
    def hint(self):
        """The widget's own description, perhaps empty; the field's where the widget has none."""
        field = getattr(self.widget, "field", None)
        return getattr(self.widget, "description", getattr(field, "description", None))

    @property
    def is_date(self):
        return self.is_input and IDateWidget.providedBy(self.widget)

    @property
    def error(self):
        """The message of the widget's error, or None."""
        return error_text(self.widget.error) if self.widget.error else None

    @property
    def described_by(self):
        """Ids of hint and error, for ``aria-describedby``; None when there are neither."""
        parts = {"hint": self.hint or self.is_date, "error": self.error}
        return " ".join(f"{self.widget.id}-{name}" for name, there in parts.items() if there) or None

    def _tell_assistive_technology(self):
        attributes = getattr(self.widget, "attributes", None)
        if attributes is None or self.is_group:
            return
        if self.described_by:
            attributes["aria-describedby"] = self.described_by
        if self.error:
            attributes["aria-invalid"] = "true"


@implementer_only(IDateWidget)
class TypedDateWidget(DateWidget):
    """A date typed as rrrr-mm-dd; the browser's own field would show it in the order of its own language."""

    _input_type = "text"
    pattern = ""
    klass = "qms-input-date"

    @property
    def attributes(self):
        attributes = super().attributes
        attributes.update({"inputmode": "numeric", "autocomplete": "off", "maxlength": "10"})
        attributes["data-qms-calendar"] = translate(_("Choose from a calendar"), context=self.request)
        return attributes


@implementer(IFieldWidget)
def typed_date_field_widget(field, request):
    """Return the widget of a date field."""
    return FieldWidget(field, TypedDateWidget(request))


def error_text(error):
    """Return what an error view of z3c.form says, in words that tell what to do."""
    cause = getattr(error, "error", None)
    if isinstance(cause, ValidationError):
        return explain(cause)
    if isinstance(cause, ValueError) and IDateWidget.providedBy(error.widget):
        return _("Give a day of the calendar as yyyy-mm-dd.")
    return getattr(error, "message", None) or str(error)


def form_errors(form):
    """Return what is wrong in a form and its groups, for the summary on top.

    Returns:
        A list of dicts: ``message``, ``label`` (of the field, or None) and ``target`` (id of the input, or None).
    """
    parts = [form, *(getattr(form, "groups", None) or ())]
    return [
        {
            "message": error_text(error),
            "label": getattr(error.widget, "label", None) if error.widget is not None else None,
            "target": FieldView(error.widget, part.request).target if error.widget is not None else None,
        }
        for part in parts
        for error in (getattr(getattr(part, "widgets", None), "errors", None) or ())
    ]


def correction(errors):
    """Return the sentence that says how many fields to correct."""
    return counted(
        len(errors),
        _("Correct ${count} field – the other data is kept."),
        _("Correct ${count} fields – the other data is kept."),
        _("Correct these ${count} fields – the other data is kept."),
    )
