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


def records_called(names):
    """Return the brains of the records with these names that this person may see, by name; others are left out.

    Parameters:
        names: symbols, UIDs, and addresses: whole ones or relative to the site.
    """
    return {name: brain for name in names if (brain := _called(name)) is not None}


def _called(name):
    portal = api.portal.get()
    path = "/".join([*portal.getPhysicalPath(), name.removeprefix(portal.absolute_url()).strip("/")])
    questions = ({"UID": records_container().numbering.uid_of(name) or name}, {"path": {"query": path, "depth": 0}})
    catalog = api.portal.get_tool("portal_catalog")
    answers = (catalog(portal_type="Record", **question) for question in questions)
    return next((brains[0] for brains in answers if len(brains) == 1), None)
