"""Refusals of operations shown in forms: at their fields where the form has them, else in the summary."""

from czest.qms import _
from czest.qms.operations.errors import ObjectMovedOn
from z3c.form.interfaces import IErrorViewSnippet
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import Invalid


#: What to do when the object is another than the one shown.
LOOK_AGAIN = _("The page shows the present content: look at it and decide again.")


def show_errors(form, refusal):
    """Attach the errors of a refusal to the widgets of a form and its groups.

    Parameters:
        form: an updated z3c.form form.
        refusal: an OperationRefused.
    """
    if isinstance(refusal, ObjectMovedOn):
        attach(form, None, sentence(form, refusal.message, LOOK_AGAIN))
        return
    if not refusal.errors:
        attach(form, None, refusal.message)
    parts = [form, *(getattr(form, "groups", None) or ())]
    for name, message in refusal.errors:
        part = next((part for part in parts if name in part.widgets), None)
        if part is not None:
            attach(part, part.widgets[name], message)
        else:
            attach(form, None, labelled(form, refusal, name, message))


def attach(part, widget, message):
    """Add one error to a widget of a form or group, or to the form itself."""
    error = Invalid(translate(message, context=part.request))
    field = widget.field if widget is not None else None
    view = getMultiAdapter((error, part.request, widget, field, part, part.getContent()), IErrorViewSnippet)
    view.update()
    if widget is not None:
        if widget.error:
            view.message = f"{widget.error.message} {view.message}"
            part.widgets.errors = tuple(found for found in part.widgets.errors if found is not widget.error)
        widget.error = view
    part.widgets.errors = (*(part.widgets.errors or ()), view)


def labelled(form, refusal, name, message):
    """Return a message that names the field, for fields that stand on another page."""
    label = form.operation.label_of(name)
    return sentence(form, f"{translate(label, context=form.request)}:", message) if label else message


def sentence(form, *messages):
    """Return several messages as one text."""
    return " ".join(translate(message, context=form.request) for message in messages)
