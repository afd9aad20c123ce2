"""Single objects as they are kept: their states, the rights set on them, their local roles; and giving these back.

The rights of an object lie on itself, where nothing of the site would tell of a change. A foreign workflow leaves some
there, and so does whoever writes past the operations: in a debugger, by a script, by another add-on.
"""

from AccessControl.Permission import getPermissionIdentifier
from AccessControl.Permission import getPermissions
from Acquisition import aq_base
from czest.qms.documents.access import due_to_document
from czest.qms.documents.access import due_to_edition
from czest.qms.documents.access import roles_on
from czest.qms.documents.access import set_roles
from czest.qms.documents.cataloguing import INDEXES_OF_A_STEP
from czest.qms.documents.entrances import INDEXES
from czest.qms.documents.rules.access import ALL_STAFF_GROUP
from czest.qms.documents.rules.access import READER_ROLE
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.records.access import due_to_record
from czest.qms.records.access import due_to_series
from czest.qms.workflows.applying import edited_definition
from czest.qms.workflows.live import shipped_bindings
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.known import EDITION
from czest.qms.workflows.rules.objects import foreign_permissions
from czest.qms.workflows.rules.objects import is_explained
from czest.qms.workflows.rules.objects import Kept
from czest.qms.workflows.rules.objects import LocalRoles
from czest.qms.workflows.rules.objects import states_explained
from czest.qms.workflows.rules.objects import Step
from czest.qms.workflows.rules.objects import straying
from functools import cache
from functools import lru_cache
from plone import api


#: Indexes that follow the state and the rights of an object.
INDEXED = ("allowedRolesAndUsers", "review_state", *INDEXES)
#: Of an edition also whom it waits for, and who wrote it.
INDEXED_OF_EDITION = (*INDEXES_OF_A_STEP, "written_by")

#: Workflow → function of an object that returns what follows from its data, as ``documents.access.roles_on`` does;
#: on objects of any other workflow nobody has a local role.
DUE = {
    "qms_document_workflow": due_to_document,
    EDITION: due_to_edition,
    "qms_library_workflow": lambda _container: ({ALL_STAFF_GROUP: (READER_ROLE,)}, False),
    "qms_record_workflow": due_to_record,
    "qms_series_workflow": due_to_series,
}


class StateUnknown(Exception):
    """The history of an object does not tell its state, or one that there is no more: nobody can tell its rights."""


@cache
def ways():
    """Return ``{workflow id: Definition}`` as shipped, with every optional state that an office may have had."""
    adjustments = Adjustments(optional_states=dict.fromkeys(PATTERNS, frozenset()))
    return {workflow_id: edited_definition(workflow_id, adjustments) for workflow_id in WORKFLOWS}


class Recorded:
    """What objects are compared with.

    Parameters:
        adjustments: the recorded :class:`Adjustments`.
    """

    def __init__(self, adjustments):
        self._definitions = {workflow_id: edited_definition(workflow_id, adjustments) for workflow_id in WORKFLOWS}
        names = {name for definition in self._definitions.values() for name in definition.permissions}
        names |= {permission[0] for permission in getPermissions()}
        #: Attribute in which a permission is kept → its name.
        self._names = {getPermissionIdentifier(name): name for name in names}

    def problems(self, content):
        """Return the problems of an object, as ``rules.objects.straying`` names them."""
        workflow_id = workflow_of(content)
        place = (workflow_id, aq_base(content).UID())
        definition, known = self._definitions[workflow_id], ways()[workflow_id]
        return list(straying(place, self.kept(content), definition, known, due(content)))

    def kept(self, content):
        """Return what an object keeps about who may do what, as :class:`Kept`."""
        base = aq_base(content)
        # The attributes of an object that nobody has asked for yet are not loaded.
        base._p_activate()
        permissions = {
            self._names.get(name, name): grant(value)
            for name, value in vars(base).items()
            if name.startswith("_") and name.endswith("_Permission")
        }
        return Kept(steps_of(content), permissions, LocalRoles(*roles_on(content)))

    def foreign_attributes(self, content):
        """Return the names of the attributes in which permissions are kept that the workflow does not decide on."""
        attributes = {name: attribute for attribute, name in self._names.items()}
        foreign = foreign_permissions(self.kept(content), self._definitions[workflow_of(content)])
        return [attributes.get(name, name) for name in foreign]


def workflow_of(content):
    """Return the id of the workflow that governs an object as shipped, whatever it is bound to now."""
    return shipped_bindings()[content.portal_type]


def grant(stored):
    """Return the :class:`Grant` that is stored: a list of roles takes over those of the container, a tuple does not."""
    return _grant(isinstance(stored, tuple), tuple(stored or ()))


@lru_cache(maxsize=1024)
def _grant(is_final, roles):
    return Grant(not is_final, frozenset(roles))


def lines_of(content):
    """Return the lines that the workflow of an object has noted of it."""
    histories = getattr(aq_base(content), "workflow_history", None) or {}
    return tuple(histories.get(workflow_of(content), ()))


def steps_of(content):
    """Return these as :class:`Step`."""
    return tuple(Step(line.get("action"), line.get("review_state")) for line in lines_of(content))


def require_state(content):
    """Check that transitions led an object to where it stands, so that it gets no rights of a state set past them.

    Raises:
        StateUnknown: they did not.
    """
    if not is_explained(steps_of(content), ways()[workflow_of(content)]):
        raise StateUnknown(content.UID())


def due(content):
    """Return the :class:`LocalRoles` that follow from the data of an object."""
    found = DUE.get(workflow_of(content))
    return LocalRoles(*found(content)) if found else LocalRoles()


def restore(content, recorded):
    """Let an object be as it should: its state, the rights of this state, and the local roles due to it.

    Parameters:
        content: an object of a workflow of ours, which works as recorded by now.
        recorded: :class:`Recorded`.

    Returns:
        ``[state that was set, state to which transitions led]`` where its history had to be written anew, else None.

    Raises:
        StateUnknown: nobody can tell its state.
    """
    states = _restore_state(content)
    api.portal.get_tool("portal_workflow")[workflow_of(content)].updateRoleMappingsFor(content)
    for attribute in recorded.foreign_attributes(content):
        delattr(aq_base(content), attribute)
    content.reindexObject(idxs=INDEXED_OF_EDITION if workflow_of(content) == EDITION else INDEXED)
    roles = due(content)
    set_roles(content, roles.granted, roles.is_closed)
    if workflow_of(content) == EDITION:
        # Who works on a document follows from the states of its editions.
        document = content.document
        set_roles(document, *due_to_document(document))
    return states


def _restore_state(content):
    workflow_id, lines, steps = workflow_of(content), lines_of(content), steps_of(content)
    states = states_explained(steps, ways()[workflow_id])
    if not states or states[-1] not in api.portal.get_tool("portal_workflow")[workflow_id].states:
        raise StateUnknown(content.UID())
    if states == tuple(step.state for step in steps):
        return None
    content.workflow_history[workflow_id] = tuple(
        {**line, "review_state": state} for line, state in zip(lines, states, strict=False)
    )
    return [steps[-1].state, states[-1]]
