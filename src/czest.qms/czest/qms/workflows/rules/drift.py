"""Drift: where a site is no longer as shipped and as its recorded adjustments say."""

from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.problems import _
from czest.qms.workflows.rules.problems import Problem
from dataclasses import dataclass
from dataclasses import replace


WORKFLOW_GONE = _("The workflow ${workflow} is missing.")
BOUND_ELSEWHERE = _("${type} is governed by ${found} instead of ${expected}.")
ROLE_GONE = _("The role ${role} is missing.")
PERMISSION = _("In the whole site, '${permission}' belongs to ${found} instead of ${expected}.")
RECORD = _("The setting ${name} is ${found} instead of ${expected}.")
RECORD_WORDS = _("The setting ${name} is not as recorded.")
TEMPLATES = _("The templates of routes are not those recorded.")
STUCK = _("Objects have been waiting for the rights of their states since ${day}.")
WITHOUT_RIGHTS = _("The object ${object} could not be given the rights of its state.")
NOBODY = "–"


@dataclass(frozen=True)
class Standing:
    """How a site stands, or should stand.

    Parameters:
        definitions: id of a workflow → :class:`Definition`.
        bindings: portal type → tuple of the ids of its workflows.
        roles: names of the roles of the product.
        permissions: name of a permission of the whole site → ``(whether it is acquired, frozenset of roles)``.
        records: name of a record of the registry → plain value.
        templates: templates of routes, id → plain form.
    """

    definitions: dict
    bindings: dict
    roles: frozenset
    permissions: dict
    records: dict
    templates: dict


def drift(expected, found):
    """Return a ``Problem`` for everything in which a site differs from what is expected of it.

    Parameters:
        expected, found: :class:`Standing`; of ``found`` only what is expected too is looked at.
    """
    return [
        *_of_definitions(expected, found),
        *_of_bindings(expected, found),
        *(Problem(f"roles.{role}", ROLE_GONE, {"role": role}) for role in sorted(expected.roles - found.roles)),
        *_of_permissions(expected, found),
        *_of_records(expected, found),
        *([Problem("templates", TEMPLATES)] if found.templates != expected.templates else []),
    ]


def _of_definitions(expected, found):
    for workflow_id, definition in expected.definitions.items():
        place = f"definitions.{workflow_id}"
        if workflow_id not in found.definitions:
            yield Problem(place, WORKFLOW_GONE, {"workflow": workflow_id})
            continue
        for difference in differences(definition, found.definitions[workflow_id]):
            yield replace(difference, field=f"{place}.{difference.field}")


def _of_bindings(expected, found):
    for portal_type, chain in expected.bindings.items():
        other = found.bindings.get(portal_type, ())
        if other != chain:
            words = {"type": portal_type, "found": _listed(other), "expected": _listed(chain)}
            yield Problem(f"bindings.{portal_type}", BOUND_ELSEWHERE, words)


def _of_permissions(expected, found):
    for name, setting in expected.permissions.items():
        other = found.permissions.get(name)
        if other != setting:
            words = {"permission": name, "found": _holders(other), "expected": _holders(setting)}
            yield Problem(f"permissions.{name}", PERMISSION, words)


def _of_records(expected, found):
    for name, value in expected.records.items():
        other = found.records.get(name)
        if other == value:
            continue
        if isinstance(value, dict) or isinstance(other, dict):
            yield Problem(f"records.{name}", RECORD_WORDS, {"name": name})
        else:
            words = {"name": name, "found": _shown(other), "expected": _shown(value)}
            yield Problem(f"records.{name}", RECORD, words)


def _holders(setting):
    if setting is None:
        return NOBODY
    acquired, roles = setting
    return _listed((*sorted(roles), *(["…"] if acquired else [])))


def _shown(value):
    return _listed(value) if isinstance(value, list | tuple) else str(value)


def _listed(names):
    return ", ".join(names) or NOBODY
