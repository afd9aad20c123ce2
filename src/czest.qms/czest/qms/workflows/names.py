"""What people call states, transitions, roles and permissions that rules name by their ids."""

from czest.qms import _
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.language.office_words import office_word
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.rules.known import EDITION
from czest.qms.workflows.rules.rights import ROLES
from zope.i18nmessageid import Message


#: Row of the matrix of rights → what those in it are called.
ROWS = {
    "staff": _("Staff"),
    "author": _("Author"),
    "reviewer": _("Reviewer"),
    "approver": _("Approver"),
    "officer": _("Quality officer"),
    "bip_editor": _("BIP editor"),
    "archivist": _("Archivist"),
    "auditor": _("Auditor"),
    "administrator": _("Administrator"),
}
#: Role of Plone → what people call it.
ROLE_TITLES = {role: ROWS[row] for row, role in ROLES.items()}
#: The same of the roles without a row.
OTHER_ROLES = {
    "Anonymous": _("everybody (role)"),
    "Authenticated": _("everybody who is signed in (role)"),
    "Member": _("every account (role)"),
    "Owner": _("whoever made the object (role)"),
    "Contributor": _("whoever adds objects (role)"),
    "Manager": _("the Manager of Zope (role)"),
    "Internal Auditor": _("Internal auditor (role)"),
}
PERMISSION_TITLES = {
    "View": _("reading (permission)"),
    "Access contents information": _("finding (permission)"),
    "List folder contents": _("listing what is inside (permission)"),
    "Modify portal content": _("changing the content (permission)"),
    "Delete objects": _("deleting (permission)"),
    "Add portal content": _("adding objects (permission)"),
    "Add portal folders": _("adding folders (permission)"),
    "Copy or Move": _("copying and moving (permission)"),
    "Manage properties": _("changing properties (permission)"),
    "Review portal content": _("changing states by hand (permission)"),
    "Change local roles": _("giving roles (permission)"),
    "Change permissions": _("changing permissions (permission)"),
    "Sharing page: Delegate roles": _("sharing (permission)"),
    "Take ownership": _("taking ownership (permission)"),
    "Undo changes": _("undoing what was written (permission)"),
    "View management screens": _("the management pages of Zope (permission)"),
    "CMFEditions: Access previous versions": _("reading older versions (permission)"),
    "CMFEditions: Purge version": _("removing older versions (permission)"),
    "CMFEditions: Revert to previous versions": _("returning to older versions (permission)"),
    "czest.qms: Add by operation": _("adding by operations (permission)"),
    "czest.qms: Add remark": _("adding remarks (permission)"),
    "czest.qms: Amend control data": _("changing control data (permission)"),
    "czest.qms: Dispose of records": _("disposing of records (permission)"),
    "czest.qms: Hold records": _("holding records (permission)"),
    "czest.qms: Keep records": _("keeping records (permission)"),
    "czest.qms: Manage record series": _("keeping record series (permission)"),
    "czest.qms: Open revision": _("opening a revision (permission)"),
    "czest.qms: Propose change": _("proposing a change (permission)"),
    "czest.qms: Save edition": _("saving a draft (permission)"),
    "czest.qms: View trail": _("seeing the trail (permission)"),
    "czest.qms: Withdraw document": _("withdrawing a document (permission)"),
    "czest.qms: Manage workflows": _("changing workflows (permission)"),
    "czest.qms: View workflows": _("reading workflows (permission)"),
    "czest.qms: Use intranet": _("using the intranet (permission)"),
}


def role_title(role):
    """Return what people call a role of Plone; one that nobody knows is called by its id."""
    return ROLE_TITLES.get(role) or OTHER_ROLES.get(role, role)


def permission_title(permission):
    """Return what people call a permission; one of other products is called by its name."""
    return PERMISSION_TITLES.get(permission, permission)


def state_title(state, workflow_id=None):
    """Return what the office calls a state; one that no definition has is called by its id.

    Parameters:
        workflow_id: in whose definition; without it the first one that has such a state, that of editions before others.
    """
    found = [workflow.states[state].title for workflow in _searched(workflow_id) if state in workflow.states]
    found += [str(pattern.title) for pattern in PATTERNS.values() if pattern.state == state]
    return office_word(found[0]) if found else state


def transition_title(transition, workflow_id=None):
    """Return what the office calls a transition; parameters as in :func:`state_title`."""
    found = [one.transitions[transition].title for one in _searched(workflow_id) if transition in one.transitions]
    return office_word(found[0]) if found else transition


def _searched(workflow_id):
    shipped = shipped_definitions()
    return [shipped[name] for name in (workflow_id, EDITION, *shipped) if name in shipped]


def listed(names, title):
    """Return names with commas between them as one text with their titles.

    Parameters:
        title: function that returns the title of a name.
    """
    first, *others = names.split(", ", 1)
    if not others:
        return title(first)
    mapping = {"first": title(first), "others": listed(others[0], title)}
    return Message("${first}, ${others}", domain="czest.qms", mapping=mapping)
