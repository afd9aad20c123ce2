"""What differs between the definition that is expected and another one: safe edits, and doors with their sentences."""

from czest.qms.workflows.rules.adjustments import Cell
from czest.qms.workflows.rules.cells import FREE_PERMISSIONS
from czest.qms.workflows.rules.cells import FREE_ROLES
from czest.qms.workflows.rules.cells import VIEW
from czest.qms.workflows.rules.problems import _
from czest.qms.workflows.rules.problems import Door
from czest.qms.workflows.rules.problems import Problem
from dataclasses import dataclass


OTHER_WORKFLOW = _("This is the workflow ${found}, not ${expected}.")
BYPASS = _("A Manager would pass every guard (manager_bypass).")
WORKFLOW_WORDS = _("The title or description of the workflow itself is another one.")
OTHER_START = _("Objects would begin their life in the state ${found} or keep it in another variable.")
PERMISSION_ADDED = _("The workflow would decide on '${permission}' too.")
PERMISSION_GONE = _("The workflow would no longer decide on '${permission}'.")
REST = _("Variables, scripts, worklists or groups of the workflow are others.")
STATE_ADDED = _("There is a state ${state} that the product does not know.")
STATE_GONE = _("The state ${state} is missing.")
TRANSITION_ADDED = _("There is a transition ${transition} that the product does not know.")
TRANSITION_GONE = _("The transition ${transition} is missing.")
EXIT_ADDED = _("The transition ${transition} would lead from the state ${state}.")
EXIT_GONE = _("The transition ${transition} would no longer lead from the state ${state}.")
ACQUIRED = _("The state ${state} would take '${permission}' from the folder above.")
GIVES = _("The state ${state} gives '${permission}' to ${role}.")
TAKES = _("The state ${state} takes '${permission}' from ${role}.")
LEADS_ELSEWHERE = _("The transition ${transition} would lead to ${target}.")
GUARD = _("The guard of the transition ${transition} is another one: only operations may open it.")
BY_ITSELF = _("The transition ${transition} would happen by itself or run a script.")
REST_OF_STATE = _("Variables or groups of the state ${state} are others.")
REST_OF_TRANSITION = _("The action or variables of the transition ${transition} are others.")
CALLED = _("${name} is called ${found} instead of ${expected}.")
NAMELESS = _("${name} would have no title, or a description that the product does not know.")


@dataclass(frozen=True)
class Edit(Problem):
    """A difference that an office may make.

    Parameters:
        path: keys of the plain form that lead to it.
        value: what it is set to.
    """

    path: tuple = ()
    value: object = None


def differences(expected, found):
    """Return what differs, as a list of :class:`Edit` and ``Door``; empty when both do the same.

    The order of permissions, states, transitions and exits does not count.

    Parameters:
        expected: the shipped :class:`Definition`, perhaps with adjustments.
        found: another :class:`Definition`.
    """
    return [
        *_of_workflow(expected, found),
        *_of_states(expected, found),
        *_of_transitions(expected, found),
    ]


def _of_workflow(expected, found):
    if found.id != expected.id:
        yield Door("id", OTHER_WORKFLOW, {"found": found.id, "expected": expected.id})
    if found.manager_bypass != expected.manager_bypass:
        yield Door("manager_bypass", BYPASS)
    if (found.title, found.description) != (expected.title, expected.description):
        yield Door("title", WORKFLOW_WORDS)
    if (found.initial, found.state_variable) != (expected.initial, expected.state_variable):
        yield Door("initial", OTHER_START, {"found": found.initial})
    for permission in sorted(set(found.permissions) - set(expected.permissions)):
        yield Door("permissions", PERMISSION_ADDED, {"permission": permission})
    for permission in sorted(set(expected.permissions) - set(found.permissions)):
        yield Door("permissions", PERMISSION_GONE, {"permission": permission})
    if found.rest != expected.rest:
        yield Door("rest", REST)


def _of_states(expected, found):
    for name in found.states:
        if name not in expected.states:
            yield Door(f"states.{name}", STATE_ADDED, {"state": name})
    for name, state in expected.states.items():
        if name not in found.states:
            yield Door(f"states.{name}", STATE_GONE, {"state": name})
            continue
        yield from _of_words(f"states.{name}", state, found.states[name])
        yield from _of_exits(state, found.states[name])
        yield from _of_grants(expected.id, state, found.states[name])
        if found.states[name].rest != state.rest:
            yield Door(f"states.{name}", REST_OF_STATE, {"state": name})


def _of_words(place, expected, found):
    for part in ("title", "description"):
        before, after = getattr(expected, part), getattr(found, part)
        if before == after:
            continue
        words = {"name": expected.id, "found": after, "expected": before}
        if before and after:
            yield Edit(f"{place}.{part}", CALLED, words, ("words", before, "en"), after)
        else:
            yield Door(f"{place}.{part}", NAMELESS, words)


def _of_exits(expected, found):
    for transition in sorted(set(found.exits) ^ set(expected.exits)):
        message = EXIT_ADDED if transition in found.exits else EXIT_GONE
        yield Door(f"states.{expected.id}.{transition}", message, {"transition": transition, "state": expected.id})


def _of_grants(workflow_id, expected, found):
    for permission in sorted({*expected.permissions, *found.permissions}):
        before, after = expected.permissions.get(permission), found.permissions.get(permission)
        if before == after:
            continue
        place = f"states.{expected.id}.{permission}"
        words = {"state": expected.id, "permission": permission}
        if before is None or after is None or after.acquired != before.acquired:
            yield Door(place, ACQUIRED, words)
        had, has = before.roles if before else frozenset(), after.roles if after else frozenset()
        for role in sorted(had ^ has):
            cell = Cell(workflow_id, expected.id, permission, role)
            yield _of_cell(expected, cell, role in has, f"{place}.{role}", {**words, "role": role})


def _of_cell(state, cell, given, place, words):
    message = GIVES if given else TAKES
    is_free = cell.permission in FREE_PERMISSIONS and cell.permission in state.permissions and cell.role in FREE_ROLES
    if is_free and cell.role in state.permissions[VIEW].roles:
        return Edit(place, message, words, ("grants", *cell), given)
    return Door(place, message, words)


def _of_transitions(expected, found):
    for name in found.transitions:
        if name not in expected.transitions:
            yield Door(f"transitions.{name}", TRANSITION_ADDED, {"transition": name})
    for name, transition in expected.transitions.items():
        other = found.transitions.get(name)
        place, words = f"transitions.{name}", {"transition": name}
        if other is None:
            yield Door(place, TRANSITION_GONE, words)
            continue
        yield from _of_words(place, transition, other)
        if other.target != transition.target:
            yield Door(place, LEADS_ELSEWHERE, {**words, "target": other.target})
        if other.guard != transition.guard:
            yield Door(place, GUARD, words)
        if (other.trigger, other.scripts) != (transition.trigger, transition.scripts):
            yield Door(place, BY_ITSELF, words)
        if other.rest != transition.rest:
            yield Door(place, REST_OF_TRANSITION, words)
