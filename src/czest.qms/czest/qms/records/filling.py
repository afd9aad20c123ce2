"""Filling in a form: the typed fields of a kind of record, and the edition of the form it was done on."""

from czest.qms.documents.interfaces import INumbering
from czest.qms.records.forms import form_named
from czest.qms.records.schema import IRecordData
from functools import lru_cache
from plone import api
from zope.component import getUtility
from zope.interface.interface import InterfaceClass
from zope.schema import getFieldNames


@lru_cache(maxsize=64)
def _together(*schemas):
    return InterfaceClass("IFilledIn", schemas, __module__=__name__)


def schema_with_typed_fields(name, base=IRecordData):
    """Return a schema with the fields of every record and those of one kind.

    Parameters:
        name: id of the kind, or nothing.
        base: schema of the fields of every record.
    """
    form = form_named(name)
    return base if form is None else _together(form.schema, base)


def typed_of(name, data):
    """Return the typed values among the data, by field name.

    Parameters:
        name: id of the kind, or nothing.
        data: fields by name.
    """
    form = form_named(name)
    return {} if form is None else {field: data.get(field) for field in getFieldNames(form.schema)}


def edition_of_form(symbol):
    """Return the number of the edition in force of a form; empty where there is no such form, or none is in force.

    Parameters:
        symbol: symbol of the form, or an empty text.
    """
    uid = getUtility(INumbering).uid_of(symbol) if symbol else None
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid) if uid else ()
    return next((brain.edition_number or "" for brain in brains), "")
