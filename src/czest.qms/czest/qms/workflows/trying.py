"""What would happen if adjustments were applied; computed from the catalog and the definitions, nothing is written."""

from czest.qms.appearance.states import STATES
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.register.catalog_sets import for_current_user
from czest.qms.workflows.applying import edited_definition
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.adjustments import changed_paths
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.effects import states_with_other_rights
from czest.qms.workflows.rules.known import EDITION
from czest.qms.workflows.work import AT_ONCE
from czest.qms.workflows.work import objects_in


#: States of an edition on its way; those of optional states come beside them.
OPEN = tuple(state for state in STATES if state in OPEN_STATES and state not in OPTIONAL_STATES)
#: Parts of which it is said what differs in them.
NAMED_PARTS = ("words", "optional_states", "settings", "letters", "templates")
#: As many objects are named that would get other rights.
NAMED = 20


def effects(before, after):
    """Return what would happen, as plain values.

    Everything is counted, as applying counts it; only what the current person may see is named.

    Parameters:
        before, after: adjustments in the plain form; both were let through.

    Returns:
        ``changed``: what differs, as texts such as ``words.Draft.pl``; ``open_editions``: state → how many editions
        stand in it; ``rights``: where objects get other rights, with their number and the first of them that the
        person may see; ``objects``:
        how many that are together; ``at_once``: whether they get them in the same request; ``letters``, ``templates``,
        ``settings``, ``words``: ids of what differs.
    """
    changed = changed_paths(before, after)
    rights = [found for workflow_id in WORKFLOWS for found in _rights(workflow_id, of_plain(before), of_plain(after))]
    count = sum(found["objects"] for found in rights)
    return {
        "changed": changed,
        "open_editions": open_editions(before, after),
        "rights": rights,
        "objects": count,
        "at_once": count <= AT_ONCE,
        **{part: _differing(before[part], after[part]) for part in NAMED_PARTS},
    }


def _differing(before, after):
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def open_editions(before, after):
    """Return ``{state: how many editions stand in it}`` of the states on the way, those of both adjustments."""
    patterns = {*before["optional_states"], *after["optional_states"]}
    states = (*OPEN, *(PATTERNS[name].state for name in sorted(patterns)))
    return {state: len(objects_in(EDITION, [state])) for state in states}


def _first(workflow_id, state):
    """Return the addresses of the first objects in a state, of those that the current person may see."""
    sets = for_current_user()
    found = sets.permitted(sets.matching("portal_type", list(WORKFLOWS[workflow_id])))
    return [brain.getURL() for brain in sets.brains(list(sets.narrowed(found, "review_state", [state]))[:NAMED])]


def _rights(workflow_id, before, after):
    wanted = edited_definition(workflow_id, after)
    if not differences(edited_definition(workflow_id, before), wanted):
        return
    for state, permissions in sorted(states_with_other_rights(live_definition(workflow_id), wanted).items()):
        count = len(objects_in(workflow_id, [state]))
        if count:
            yield {
                "workflow": workflow_id,
                "state": state,
                "objects": count,
                "first": _first(workflow_id, state),
                "permissions": {
                    permission: {"taken_from": sorted(lost), "given_to": sorted(got)}
                    for permission, (lost, got) in sorted(permissions.items())
                },
            }
