"""The laws that every definition keeps, whatever an office adjusts (DESIGN, sections 3 and 4), asked without any model."""

from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.workflows.rules.cells import READING
from czest.qms.workflows.rules.cells import SAVE
from czest.qms.workflows.rules.cells import SIGNERS
from czest.qms.workflows.rules.known import EDITION
from czest.qms.workflows.rules.problems import _
from czest.qms.workflows.rules.problems import Door


#: What a guard asks: only operations open it.
GUARD = "object/@@qms-operation"
#: Only these permissions are ever given to a role; all others are had by nobody.
GIVEN = READING | {
    SAVE,
    "czest.qms: Add remark",
    "czest.qms: Amend control data",
    "czest.qms: Dispose of records",
    "czest.qms: Hold records",
    "czest.qms: Keep records",
    "czest.qms: Manage record series",
    "czest.qms: Open revision",
    "czest.qms: Propose change",
    "czest.qms: View trail",
    "czest.qms: Withdraw document",
}
#: Roles of everybody, and of those who keep the system: the former have nothing here, the latter at most read.
EVERYBODY = frozenset({"Anonymous", "Authenticated", "Member", "Owner"})
TECHNICAL = frozenset({"Manager", "Site Administrator"})
#: Workflows whose objects those who keep the system read.
READ_BY_TECHNICAL = frozenset({"qms_act_workflow", "qms_library_workflow"})
#: Workflows in which staff read only what was released.
READ_WHEN_RELEASED = frozenset({EDITION, "qms_document_workflow"})
#: State of an edition → whence it is reached, and by which transition.
WAYS = {
    "pending_approval": {("in_review", "review")},
    "approved": {("pending_approval", "approve")},
    "in_force": {("approved", "release"), ("draft", "take-over")},
    "superseded": {("in_force", "supersede")},
    "withdrawn": {("in_force", "withdraw")},
}

BYPASS = _("A Manager would pass every guard of ${workflow}.")
UNGUARDED = _("The transition ${transition} would be open without an operation.")
BY_ITSELF = _("The transition ${transition} would happen by itself or run a script.")
ACQUIRED = _("In the state ${state}, '${permission}' would come from the folder above.")
UNDECIDED = _("The state ${state} would not decide who has '${permission}'.")
GIVES = _("The state ${state} would give '${permission}' to ${role}.")
SHORTCUT = _("The transition ${transition} would lead from ${source} to ${target}.")


def broken(definition):
    """Return a Door for each law that a definition breaks.

    Parameters:
        definition: any :class:`Definition` of a workflow of the intranet.
    """
    return [
        *_doors_of_workflow(definition),
        *(door for transition in definition.transitions.values() for door in _doors_of_transition(transition)),
        *(door for state in definition.states.values() for door in _doors_of_state(definition, state)),
        *(_shortcuts(definition) if definition.id == EDITION else ()),
    ]


def _doors_of_workflow(definition):
    if definition.manager_bypass:
        yield Door("manager_bypass", BYPASS, {"workflow": definition.id})


def _doors_of_transition(transition):
    words = {"transition": transition.id}
    if transition.guard.expression != GUARD:
        yield Door(f"transitions.{transition.id}", UNGUARDED, words)
    if transition.trigger != "USER" or any(transition.scripts):
        yield Door(f"transitions.{transition.id}", BY_ITSELF, words)


def _doors_of_state(definition, state):
    for permission in definition.permissions:
        grant = state.permissions.get(permission)
        place = f"states.{state.id}.{permission}"
        words = {"state": state.id, "permission": permission}
        if grant is None:
            yield Door(place, UNDECIDED, words)
            continue
        if grant.acquired:
            yield Door(place, ACQUIRED, words)
        for role in sorted(grant.roles):
            if not _may_have(definition.id, state.id, permission, role):
                yield Door(f"{place}.{role}", GIVES, {**words, "role": role})


def _may_have(workflow_id, state, permission, role):
    if permission not in GIVEN or role in EVERYBODY:
        return False
    if role in TECHNICAL:
        return workflow_id in READ_BY_TECHNICAL and permission in READING
    if role == "Reader" and permission in READING and workflow_id in READ_WHEN_RELEASED:
        return state in RELEASED_STATES
    return permission != SAVE or role not in SIGNERS


def _shortcuts(definition):
    for transition in definition.transitions.values():
        for source in definition.sources_of(transition.id):
            if not _is_way(source, transition):
                words = {"transition": transition.id, "source": source, "target": transition.target}
                yield Door(f"transitions.{transition.id}", SHORTCUT, words)


def _is_way(source, transition):
    if transition.target in WAYS:
        return (source, transition.id) in WAYS[transition.target]
    if source in RELEASED_STATES:
        return (source, transition.id, transition.target) == ("approved", "revoke-approval", "draft")
    return source == "draft" or transition.target == "draft" or _is_on_the_way(source, transition)


def _is_on_the_way(source, transition):
    return transition.target == "in_review" and (
        source in OPTIONAL_STATES or (source, transition.id) == ("pending_approval", "rewind")
    )
