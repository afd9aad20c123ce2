"""Local roles of series, and of the few records that are closed more tightly than their series."""

from czest.qms.documents.access import set_roles
from czest.qms.documents.rules.access import is_restricted
from czest.qms.records.rules.access import roles_of_record
from czest.qms.records.rules.access import roles_of_series


def apply_access_to_series(series):
    """Give the groups of a series the roles due to them; its records have them by acquisition."""
    set_roles(series, *due_to_series(series))


def due_to_series(series):
    """Return ``({principal: sorted tuple of roles}, whether it is closed by itself)`` for a series."""
    return roles_of_series(series.owner_unit, series.access, series.distribution), is_restricted(series.access)


def apply_access_to_record(record):
    """Close a record by itself where it is restricted and its series is not, or is for others."""
    set_roles(record, *due_to_record(record))


def due_to_record(record):
    """Return the same for a record."""
    if not is_restricted(record.access) or is_as_series(record):
        return {}, False
    return roles_of_record(record.owner_unit, record.distribution, record.author), True


def apply_access_to_records(series):
    """Keep closed by themselves the restricted records of a series that is opened, or is for others than they are.

    Records keep what they were filed with: those that were as restricted as their series must not open with it.
    """
    for record in series.objectValues():
        if is_restricted(record.access):
            apply_access_to_record(record)


def is_as_series(record):
    """Tell whether a record is for the same readers as its series."""
    return readers_of(record) == readers_of(record.series)


def readers_of(content):
    """Return what decides who reads a series or a record."""
    return content.owner_unit, content.access, list(content.distribution or ())
