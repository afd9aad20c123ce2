"""How an operation is performed: person, state, input, write, trail, event.

Forms, REST, jobs and imports all go through :func:`perform`.
"""

from czest.qms import _
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.jobs.transactions import roll_back
from czest.qms.operations import gate
from czest.qms.operations.base import actor
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.interfaces import IOperationPerformed
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from czest.qms.organisation.interfaces import IDirectory
from dataclasses import dataclass
from plone import api
import transaction
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@dataclass(frozen=True)
class Performed:
    """The answer of a performed operation."""

    changed: object
    state: str
    entry: object
    warnings: list


@implementer(IOperationPerformed)
class OperationPerformed(ObjectEvent):
    """An operation has been performed and traced."""

    def __init__(self, changed, operation_id, entry):
        super().__init__(changed)
        self.operation_id = operation_id
        self.entry = entry


def require_expected(operation, expected_state=None, expected_digest=None):
    """Check what the client believed about the object when it asked.

    Raises:
        ObjectMovedOn: when the object has another state or digest by now.
    """
    present = IStateOf(operation.context)
    if expected_state is not None and expected_state != present.state:
        raise ObjectMovedOn(
            _("Not done: the state has changed meanwhile to ${state}.", mapping={"state": present.word}),
            [("expected_state", _("The present state is ${state}.", mapping={"state": present.state}))],
        )
    if expected_digest is not None and expected_digest != present.digest:
        raise ObjectMovedOn(
            _("Not done: somebody changed the content meanwhile."),
            [("expected_digest", _("The content has another digest by now."))],
        )


def require_permitted(operation):
    """Check the person, then the state.

    Raises:
        NotPermitted: not this person.
        ObjectMovedOn: not in this state.
    """
    refusal = operation.person_refusal()
    if refusal:
        operation.denied()
        raise NotPermitted(refusal)
    refusal = operation.state_refusal()
    if refusal:
        raise ObjectMovedOn(refusal)


def with_defaults(schema, data):
    """Return ``data`` with the missing fields of the schema set to their defaults.

    Raises:
        InvalidInput: when a required field is missing.
    """
    if schema is None:
        return dict(data)
    complete = dict(data)
    missing = []
    for name in schema.names(all=True):
        schema_field = schema[name]
        if not hasattr(schema_field, "required"):
            continue
        complete.setdefault(name, schema_field.default)
        if schema_field.required and complete[name] in (None, "", [], ()):
            missing.append((name, _("This field is required.")))
    if missing:
        raise InvalidInput(_("Not done: required data is missing."), missing)
    return complete


def trace(operation_id, outcome, login=None):
    """Append the entry of an outcome to the trail and return it.

    Parameters:
        login: of the person who asked for what a job does now; the present person by default.
    """
    subject = ITrailSubject(outcome.changed)
    login = actor() if login is None else login
    return getUtility(ITrail).append(
        ITrailKey(outcome.changed).trail_uid,
        label=subject.label,
        operation=operation_id,
        actor=login,
        on_behalf_of=outcome.on_behalf_of,
        object_uid=api.content.get_uuid(outcome.changed),
        edition=subject.edition,
        reason=outcome.reason or "",
        digest=IStateOf(outcome.changed).digest,
        details={"post": getUtility(IDirectory).post_title(login), **outcome.details},
    )


def perform(operation, data=None, *, expected_state=None, expected_digest=None):
    """Perform an operation for the current person.

    Parameters:
        operation: an Operation bound to its object.
        data: input by field name; missing fields get the schema's defaults.
        expected_state: state id the client saw, or None.
        expected_digest: digest the client saw, or None.

    Returns:
        Performed, with the object that was changed or made, its state, the entry of the trail and warnings.

    Raises:
        OperationRefused: with status 400, 403 or 409; the object is then as it was.
    """
    require_permitted(operation)
    require_expected(operation, expected_state, expected_digest)
    complete = dict(data or {}) if operation.partial else with_defaults(operation.schema, data or {})
    operation.check(complete)
    savepoint = transaction.savepoint(optimistic=True)
    try:
        with gate.opened(operation.id):
            outcome = operation.write(complete)
            entry = trace(operation.id, outcome)
            notify(OperationPerformed(outcome.changed, operation.id, entry))
    except Exception:
        roll_back(savepoint)
        raise
    return Performed(outcome.changed, IStateOf(outcome.changed).state, entry, outcome.warnings)
