"""Kinds of record with typed fields: each is a schema here and a line in ``configure.zcml``."""

from czest.qms.records.interfaces import IRecordForm
from dataclasses import dataclass
from zope.component import getUtilitiesFor
from zope.component import queryUtility
from zope.interface import implementer
from zope.interface.interface import InterfaceClass


@implementer(IRecordForm)
@dataclass(frozen=True)
class RecordForm:
    """A kind of record.

    Parameters:
        title: Message: what the kind is called.
        schema: schema interface of its fields.
    """

    title: str
    schema: InterfaceClass


def form_named(name):
    """Return the kind of record with this id, or None."""
    return queryUtility(IRecordForm, name=name) if name else None


def forms():
    """Return the kinds of record by id."""
    return dict(sorted(getUtilitiesFor(IRecordForm)))
