"""Local roles of series, and of the few records that are closed more tightly than their series."""

from Acquisition import aq_base
from czest.qms.documents.rules.access import is_restricted
from czest.qms.records.rules.access import roles_of_record
from czest.qms.records.rules.access import roles_of_series


def apply_access_to_series(series):
    """Give the groups of a series the roles due to them; its records have them by acquisition."""
    granted = roles_of_series(series.owner_unit, series.access, series.distribution)
    set_roles(series, granted, is_restricted(series.access))


def apply_access_to_record(record):
    """Close a record by itself where it is restricted and its series is not, or is for others."""
    if not is_restricted(record.access) or is_as_series(record):
        set_roles(record, {}, False)
        return
    set_roles(record, roles_of_record(record.owner_unit, record.distribution, record.author), True)


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


def set_roles(content, granted, blocked):
    """Set local roles; reindex only when something changed.

    Parameters:
        content: a series or a record.
        granted: ``{principal: tuple of roles}``.
        blocked: whether the roles of the container do not count here.
    """
    present = {principal: tuple(sorted(roles)) for principal, roles in content.get_local_roles()}
    if present == granted and bool(getattr(aq_base(content), "__ac_local_roles_block__", False)) == blocked:
        return
    content.__ac_local_roles__ = {principal: list(roles) for principal, roles in granted.items()}
    content.__ac_local_roles_block__ = blocked
    content.reindexObjectSecurity()
