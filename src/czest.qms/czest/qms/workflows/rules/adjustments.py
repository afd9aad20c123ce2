"""Adjustments: what the office decided over the shipped workflows, as one value with a plain form for JSON."""

from dataclasses import dataclass
from dataclasses import field
import hashlib
import json
from typing import NamedTuple


LANGUAGES = ("en", "pl")

#: Parts of the plain form → how many keys lead to one thing that is decided.
DEPTHS = {"words": 2, "optional_states": 1, "grants": 4, "settings": 1, "letters": 2, "templates": 1}


class Cell(NamedTuple):
    """One cell of a matrix of rights.

    Parameters:
        workflow, state: ids.
        permission: name of the permission.
        role: name of the role.
    """

    workflow: str
    state: str
    permission: str
    role: str


@dataclass(frozen=True)
class Adjustments:
    """What the office decided; what is missing is as it was shipped.

    Parameters:
        words: shipped title or description of a state or transition → language → the word shown in its place.
        optional_states: id of a pattern → frozenset of portal types for which it is offered; none means every one.
        grants: :class:`Cell` → whether the role has the permission.
        settings: name → value.
        letters: id → language → ``{"subject", "text"}``.
        templates: id → template of a route, in the plain form of ``approval.rules.plain_templates``.
    """

    words: dict = field(default_factory=dict)
    optional_states: dict = field(default_factory=dict)
    grants: dict = field(default_factory=dict)
    settings: dict = field(default_factory=dict)
    letters: dict = field(default_factory=dict)
    templates: dict = field(default_factory=dict)

    def grants_in(self, workflow_id):
        """Return ``{Cell: bool}`` of one workflow."""
        return {cell: given for cell, given in self.grants.items() if cell.workflow == workflow_id}


def plain(adjustments):
    """Return adjustments as JSON-compatible dicts; grants as workflow → state → permission → role → bool."""
    grants = {}
    for cell, given in sorted(adjustments.grants.items()):
        grants.setdefault(cell.workflow, {}).setdefault(cell.state, {}).setdefault(cell.permission, {})[cell.role] = (
            given
        )
    return {
        "words": {msgid: dict(by_language) for msgid, by_language in adjustments.words.items()},
        "optional_states": {name: sorted(kinds) for name, kinds in adjustments.optional_states.items()},
        "grants": grants,
        "settings": {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in adjustments.settings.items()
        },
        "letters": {
            name: {language: dict(letter) for language, letter in by_language.items()}
            for name, by_language in adjustments.letters.items()
        },
        "templates": dict(adjustments.templates),
    }


def canonical(values):
    """Return the plain form as text that is the same whenever the adjustments are."""
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


def digest_of(values):
    """Return the SHA-256 of a plain form in hexadecimal."""
    return hashlib.sha256(canonical(values).encode()).hexdigest()


def merged(values, changes):
    """Return a plain form with changes: what they do not name stays, and null takes a decision back.

    Nothing is checked here: what is of the wrong type is put in, to be named by ``reading.read``.

    Parameters:
        values: a plain form.
        changes: the same shape, with ``None`` where something is to be as shipped again.
    """
    return {
        **values,
        **{part: _merged(values.get(part, {}), changed, DEPTHS.get(part, 0)) for part, changed in changes.items()},
    }


def _merged(values, changes, depth):
    if depth == 0 or not isinstance(values, dict) or not isinstance(changes, dict):
        return changes
    result = dict(values)
    for key, change in changes.items():
        result[key] = None if change is None else _merged(result.get(key, {}), change, depth - 1)
        if result[key] is None or (depth > 1 and result[key] == {}):
            del result[key]
    return result


def of_plain(values):
    """Return the :class:`Adjustments` that a plain form describes; it was let through before, nothing is checked."""
    return Adjustments(
        words=values.get("words", {}),
        optional_states={name: frozenset(kinds) for name, kinds in values.get("optional_states", {}).items()},
        grants={
            Cell(workflow_id, state, permission, role): given
            for workflow_id, states in values.get("grants", {}).items()
            for state, permissions in states.items()
            for permission, roles in permissions.items()
            for role, given in roles.items()
        },
        settings={
            name: frozenset(value) if isinstance(value, list) else value
            for name, value in values.get("settings", {}).items()
        },
        letters=values.get("letters", {}),
        templates=values.get("templates", {}),
    )


def changed_paths(before, after):
    """Return what differs between two plain forms, as sorted texts such as ``words.Draft.pl``."""
    found = []
    for part, depth in DEPTHS.items():
        found += _changed(part, before.get(part, {}), after.get(part, {}), depth)
    return sorted(found)


def _changed(path, before, after, depth):
    if before == after:
        return []
    if depth == 0:
        return [path]
    names = {**(before or {}), **(after or {})}
    return [
        place
        for name in names
        for place in _changed(f"{path}.{name}", (before or {}).get(name), (after or {}).get(name), depth - 1)
    ]
