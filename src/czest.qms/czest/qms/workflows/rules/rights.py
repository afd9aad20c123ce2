"""The matrix of rights: who may do what in a state, from the permissions of the definition and the facts of operations."""

from dataclasses import dataclass


#: Row → the role of Plone by which it has permissions.
ROLES = {
    "staff": "Reader",
    "author": "Editor",
    "reviewer": "Reviewer",
    "approver": "Approver",
    "officer": "Quality Officer",
    "bip_editor": "BIP Editor",
    "archivist": "Archivist",
    "auditor": "Auditor",
    "administrator": "Site Administrator",
}
#: Roles that everybody has.
EVERYBODY = ("Anonymous", "Authenticated")
#: Word of an operation for those who may do it → row; the others are their own.
ROWS_OF_WORDS = {
    "owner": "author",
    "author_by_post": "author",
    "unit_staff": "staff",
    "requester": "staff",
    "site_administrator": "administrator",
}


@dataclass(frozen=True)
class Column:
    """Something that people do with an object.

    Parameters:
        id: of the column.
        permission: name of the permission that decides on it, or empty.
        operations: ids of the operations by which it is done; empty where a permission decides.
    """

    id: str
    permission: str = ""
    operations: frozenset = frozenset()


COLUMNS = (
    Column("read", permission="View"),
    Column("change", operations=frozenset({"save", "amend-control-data", "amend-series"})),
    Column("remark", permission="czest.qms: Add remark"),
    Column("sign", operations=frozenset({"review", "approve", "sign"})),
    Column("send_back", operations=frozenset({"return", "revoke-approval"})),
    Column("route", operations=frozenset({"reassign", "rewind", "ask-also"})),
    Column("trail", permission="czest.qms: View trail"),
    Column("remove", operations=frozenset({"discard", "destroy"})),
)


def columns_of(definition, facts):
    """Return the :data:`COLUMNS` that mean something for the objects of a workflow.

    Parameters:
        definition: :class:`czest.qms.workflows.rules.definition.Definition`.
        facts: what operations say of themselves, with ``id``, ``who``, ``possible_in`` and ``is_asked``.
    """
    known = {one.id for one in facts if one.is_asked}
    return [one for one in COLUMNS if one.permission in definition.permissions or one.operations & known]


def may(column, row, state, facts):
    """Tell whether those of a row may do what a column says.

    Parameters:
        column: :class:`Column`.
        row: key of :data:`ROLES`.
        state: :class:`czest.qms.workflows.rules.definition.State`.
        facts: as in :func:`columns_of`.
    """
    if column.permission:
        grant = state.permissions.get(column.permission)
        return grant is not None and not grant.roles.isdisjoint({ROLES[row], *EVERYBODY})
    return any(
        one.is_asked
        and one.id in column.operations
        and (one.possible_in is None or state.id in one.possible_in)
        and row in {ROWS_OF_WORDS.get(word, word) for word in one.who}
        for one in facts
    )
