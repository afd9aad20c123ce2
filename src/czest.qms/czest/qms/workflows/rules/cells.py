"""The matrix of rights: which of its cells an office may change, and why it may not change the others."""

from czest.qms.documents.rules.optional_states import LIKE
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.known import EDITION
from czest.qms.workflows.rules.problems import _
from czest.qms.workflows.rules.problems import Problem
from czest.qms.workflows.rules.problems import UNKNOWN


VIEW = "View"
TRAIL = "czest.qms: View trail"
REMARK = "czest.qms: Add remark"
SAVE = "czest.qms: Save edition"

#: What may be given and taken, and to whom: roles that one holds on an object, and the quality officer's.
FREE_PERMISSIONS = (REMARK, TRAIL)
FREE_ROLES = ("Editor", "Reviewer", "Approver", "Quality Officer")

READING = frozenset({VIEW, "Access contents information"})
#: By these the record of what happened could be taken away.
REWINDING = frozenset(
    {
        "CMFEditions: Access previous versions",
        "CMFEditions: Purge version",
        "CMFEditions: Revert to previous versions",
        "Undo changes",
        "View management screens",
    }
)
#: By these rights could be given past the posts and the route.
GIVING = frozenset({"Change local roles", "Change permissions", "Sharing page: Delegate roles", "Take ownership"})
SIGNERS = frozenset({"Reviewer", "Approver"})
OUTSIDERS = frozenset({"Anonymous", "BIP Editor"})

FOUR_EYES = _("Locked by the four-eyes rule: whoever checks or approves an edition does not write it.")
SEPARATION = _(
    "Locked by the separation from the bulletin: what the public reads is decided by a publication, never by a right here."
)
ONLY_ADDED_TO = _("Locked because the trail is only ever added to: what happened is neither hidden nor taken back.")
RIGHTS_BY_POSTS = _("Locked because rights follow posts and routes: nobody hands them on.")
READERS = _("Locked because who reads follows from the access to the document and from its route.")
UNCHANGED = _("Locked because what was signed stays as it was signed: content changes by operations only.")
OFFICE_WIDE = _("Locked because ${role} is held across the office and would look into documents that are restricted.")
NOT_READ = _("Locked because ${role} does not read in this state.")
DUTY = _("Locked because this follows from duties in the office: ${permission} is decided by posts and operations.")


def grant_of(definition, state, permission):
    """Return the :class:`Grant` of a permission in a state, as shipped; an optional state has that of its model.

    Raises:
        KeyError: no such state, or the definition does not decide on the permission.
    """
    if definition.id == EDITION and state not in definition.states:
        if state not in {pattern.state for pattern in PATTERNS.values()}:
            raise KeyError(state)
        state = LIKE
    return definition.states[state].permissions[permission]


def is_granted(definition, cell):
    """Tell whether a role has a permission in a state, as shipped."""
    return cell.role in grant_of(definition, cell.state, cell.permission).roles


def states_with(definition, optional_states):
    """Return the ids of the states of a definition with those of the patterns that are turned on.

    Parameters:
        optional_states: ids of patterns.
    """
    if definition.id != EDITION:
        return [*definition.states]
    return [*definition.states, *(PATTERNS[name].state for name in optional_states)]


def why_locked(definition, cell, optional_states=()):
    """Return a Problem that says why a cell is as it is, None where an office may change it.

    Parameters:
        definition: the shipped one of the workflow.
        cell: ``adjustments.Cell``.
        optional_states: ids of the patterns that are turned on.
    """
    if cell.state not in states_with(definition, optional_states):
        return _problem(cell, UNKNOWN, name=cell.state)
    if cell.permission not in definition.permissions:
        return _problem(cell, UNKNOWN, name=cell.permission)
    if cell.role in OUTSIDERS:
        return _problem(cell, SEPARATION)
    if cell.permission in FREE_PERMISSIONS:
        return _why_not_free(definition, cell)
    return _problem(cell, *_law_of(cell))


def _why_not_free(definition, cell):
    if cell.role not in FREE_ROLES:
        return _problem(cell, OFFICE_WIDE, role=cell.role)
    reading: Grant = grant_of(definition, cell.state, VIEW)
    return None if cell.role in reading.roles else _problem(cell, NOT_READ, role=cell.role)


def _law_of(cell):
    if cell.permission == SAVE and cell.role in SIGNERS:
        return (FOUR_EYES,)
    for permissions, law in ((READING, READERS), (REWINDING, ONLY_ADDED_TO), (GIVING, RIGHTS_BY_POSTS)):
        if cell.permission in permissions:
            return (law,)
    return (DUTY,) if cell.permission.startswith("czest.qms: ") else (UNCHANGED,)


def _problem(cell, message, **mapping):
    if message == DUTY:
        mapping = {"permission": cell.permission}
    return Problem(".".join(cell), message, mapping)
