"""The columns of a table: those of every record, and the typed fields of the series by their names."""

from czest.qms.records.forms import form_named
from czest.qms.records.interfaces import IRecordSeriesMarker
from czest.qms.records.rules import batches as rules
from czest.qms.records.rules import cells
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IVocabularyTokenized


#: Kinds of fields and of the cells that hold them, the first that fits; all others are texts.
KINDS = (
    (IDate, cells.DATE),
    (IBool, cells.BOOLEAN),
    (IInt, cells.INTEGER),
    (IDecimal, cells.DECIMAL),
    (ICollection, cells.LINES),
)


def typed_fields(context):
    """Return the typed fields of the records of a series by name; none for the container of series."""
    form = form_named(context.record_form) if IRecordSeriesMarker.providedBy(context) else None
    return dict(getFieldsInOrder(form.schema)) if form is not None else {}


def columns_of(context):
    """Return heading → (field, kind) of the tables for a series, or for the container of series."""
    own = {name: (name, kind_of(field)) for name, field in typed_fields(context).items()}
    if IRecordSeriesMarker.providedBy(context):
        return {**rules.COLUMNS, **own}
    return {**rules.COLUMNS, **rules.COLUMNS_ANYWHERE}


def kind_of(field):
    """Return the kind of the cells that hold values of a field."""
    return next((kind for interface, kind in KINDS if interface.providedBy(field)), cells.TEXT)


def tokens_for(context, values, request):
    """Return values with the tokens of choices where a cell holds the title that people see.

    Parameters:
        context: the series or the container.
        values: plain values by field.
        request: whose language the titles are in.
    """
    found = dict(values)
    for name, field in typed_fields(context).items():
        if name in found and IChoice.providedBy(field):
            found[name] = _token(field.bind(context).vocabulary, found[name], request)
    return found


def _token(vocabulary, written, request):
    if not IVocabularyTokenized.providedBy(vocabulary):
        return written
    titles = {translate(term.title or term.token, context=request).casefold(): term.token for term in vocabulary}
    return titles.get(written.casefold(), written)
