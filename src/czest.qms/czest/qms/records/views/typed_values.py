"""Values of the fields of a record as people read them: Polish dates and numbers, titles of terms, yes and no."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.records.forms import form_named
from czest.qms.records.forms.deadline import Deadline
from czest.qms.records.rules.numbers import written
import datetime
import decimal
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDecimal


def rows(record, request):
    """Return what is said in a record as dicts.

    They have ``label``, ``value`` (a text, empty where nothing was given) and ``is_overdue``.
    A field that the kind of record no longer has is left to the files and the trail: nothing says what it was called.
    """
    found = [row(_("What it proves"), record.evidence_of)] if record.evidence_of else []
    form = form_named(record.record_form)
    if form is None:
        return found
    is_open = state_of(record) == "open"
    for name, field in getFieldsInOrder(form.schema):
        overdue = is_open and isinstance(field, Deadline) and field.is_overdue(record.typed, clock.today())
        found.append(row(field.title, shown(field, record.typed.get(name), request), overdue))
    return found


def row(label, value, overdue=False):
    """Return one thing that is said."""
    return {"label": label, "value": value, "is_overdue": overdue}


def shown(field, value, request):
    """Return a value of a field as a text.

    Parameters:
        field: the schema field.
        value: what the record keeps: a text, date, number, truth value, or a list of them, each shown on a line of its
            own; None for nothing.
    """
    if value is None or value == "":
        return ""
    if ICollection.providedBy(field):
        return "\n".join(shown(field.value_type, part, request) for part in value)
    if IChoice.providedBy(field):
        return translate(title_of(field, value), context=request)
    if isinstance(value, bool):
        return translate(_("yes") if value else _("no"), context=request)
    if isinstance(value, datetime.date):
        return long_date(value)
    if isinstance(value, int | decimal.Decimal) or IDecimal.providedBy(field):
        return written(value)
    return str(value)


def title_of(field, value):
    """Return the title of a chosen term, or the value itself where the vocabulary no longer has it."""
    try:
        return field.bind(None).vocabulary.getTerm(value).title or value
    except LookupError:
        return value
