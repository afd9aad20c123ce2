"""The matrix of rights of a state, with the law behind what nobody may change."""

from czest.qms import _
from czest.qms.workflows.names import ROWS
from czest.qms.workflows.rules import rights


COLUMNS = {
    "read": _("Reads"),
    "change": _("Changes the content"),
    "remark": _("Adds remarks"),
    "sign": _("Signs"),
    "send_back": _("Sends back"),
    "route": _("Changes the route"),
    "trail": _("Sees the trail"),
    "remove": _("Removes"),
}


def matrix(definition, state, facts, is_free):
    """Return the matrix of a state.

    Parameters:
        definition: the live one.
        state: the chosen :class:`czest.qms.workflows.rules.definition.State`.
        facts: see ``definitions.facts``.
        is_free: tells of a permission and a role of Plone whether an office may change that cell.

    Returns:
        A dict with ``columns`` (Messages) and ``rows``: dicts with ``title`` and ``cells``, each a dict with ``given``,
        ``free``, ``permission``, ``role`` and ``label`` (a Message).
    """
    columns = rights.columns_of(definition, facts)
    rows = [
        {"title": title, "cells": [_cell(column, row, title, state, facts, is_free) for column in columns]}
        for row, title in ROWS.items()
    ]
    return {"columns": [COLUMNS[column.id] for column in columns], "rows": rows}


def _cell(column, row, title, state, facts, is_free):
    role = rights.ROLES[row]
    return {
        "given": rights.may(column, row, state, facts),
        "free": bool(column.permission) and is_free(column.permission, role),
        "permission": column.permission,
        "role": role,
        "label": _("${role}: ${right}", mapping={"role": title, "right": COLUMNS[column.id]}),
    }
