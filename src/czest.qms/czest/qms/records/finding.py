"""Finding the container of series, a series, a record."""

from czest.qms.records.setup import RECORDS
from plone import api


def records_container():
    """Return the container of series of the present site."""
    return api.portal.get()[RECORDS]


def series_for(procedure, unit, jrwa_class):
    """Return the open series of a procedure, a unit and a class, or None.

    Parameters:
        procedure: symbol of the document, or an empty text.
        unit: symbol of the unit.
        jrwa_class: symbol of the class.
    """
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(
        portal_type="RecordSeries", owner_unit=unit, jrwa_class=jrwa_class, review_state="open", sort_on="sort_symbol"
    )
    return next(
        (series for series in (brain._unrestrictedGetObject() for brain in found) if series.procedure == procedure),
        None,
    )
