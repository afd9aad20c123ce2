"""Who gets which local role on a series or a record (DESIGN §4), computed from plain data."""

from czest.qms.documents.rules.access import AUTHOR_ROLE as EDITOR_ROLE
from czest.qms.documents.rules.access import group_of
from czest.qms.documents.rules.access import is_restricted
from czest.qms.documents.rules.access import READER_ROLE


#: Whoever holds it on a series may hand in records, and add to those in it.
KEEPER_ROLE = "Contributor"


def roles_of_series(owner_unit, access, distribution):
    """Return the local roles of a series as ``{principal: sorted tuple of roles}``.

    Parameters:
        owner_unit: symbol of the unit that keeps the records.
        access: ``staff`` or ``distribution``.
        distribution: tokens of the distribution list.
    """
    granted = {group_of(owner_unit): {KEEPER_ROLE}}
    if is_restricted(access):
        for token in (owner_unit, *distribution):
            granted.setdefault(group_of(token), set()).add(READER_ROLE)
    return {principal: tuple(sorted(roles)) for principal, roles in granted.items()}


def roles_of_record(owner_unit, distribution, author):
    """Return the local roles of a record that is closed by itself; its author keeps reading it.

    Parameters:
        owner_unit, distribution: as in :func:`roles_of_series`.
        author: login.
    """
    granted = {group_of(token): (READER_ROLE,) for token in (owner_unit, *distribution)}
    return {**granted, author: (EDITOR_ROLE,)}
