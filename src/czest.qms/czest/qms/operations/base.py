"""The base class of operations, and how one is performed.

Forms, REST, jobs and imports all go through :func:`perform`: person, state, input, write, trail, event.
"""

from czest.qms import _
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.evidence.interfaces import SCHEDULER
from czest.qms.operations import gate
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.errors import UnknownOperation
from czest.qms.operations.interfaces import IOperation
from czest.qms.operations.interfaces import IOperationPerformed
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.interfaces import ITrailSubject
from czest.qms.organisation.interfaces import IDirectory
from dataclasses import dataclass
from dataclasses import field
from plone import api
import transaction
from zope.component import getAdapters
from zope.component import getUtility
from zope.component import queryMultiAdapter
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@dataclass(frozen=True)
class Outcome:
    """What an operation changed.

    Parameters:
        changed: the object that was changed or made.
        reason: text given by the person, for the trail.
        details: plain values for the trail, without personal data beyond logins and posts.
        on_behalf_of: login of the person in whose place the actor acted, or None.
    """

    changed: object
    reason: str = ""
    details: dict = field(default_factory=dict)
    on_behalf_of: str | None = None


@dataclass(frozen=True)
class Performed:
    """The answer of a performed operation."""

    changed: object
    state: str
    entry: object


@implementer(IOperationPerformed)
class OperationPerformed(ObjectEvent):
    """An operation has been performed and traced."""

    def __init__(self, changed, operation_id, entry):
        super().__init__(changed)
        self.operation_id = operation_id
        self.entry = entry


@implementer(IOperation)
class Operation:
    """One change of state; subclasses say who, when, with what, and how.

    Parameters:
        context: the object operated on.
        request: the current request.
    """

    id = ""
    title = ""
    #: What the page of the operation is called, with the words of its IOperationSubject; the title when empty.
    heading = ""
    #: What the person is told afterwards.
    done = _("Done.")
    #: What the person is told when some of the data is wrong.
    not_done = _("Not done.")
    #: What the button says while the operation runs.
    busy = _("Working…")
    #: Icon of the button, or None.
    icon = None
    #: Id of the operation that decides the opposite, offered beside this one, or None.
    opposite = None
    schema = None
    #: Schema of the form in the browser, where it asks for the same fields in another way.
    form_schema = None
    #: Permission checked on the object; None where ``person_refusal`` decides by itself.
    permission = None
    #: True where only the fields given are changed, and missing ones mean "as it is".
    partial = False
    #: Shown in lists in this order.
    order = 100
    #: "primary", "secondary" or "danger".
    emphasis = "secondary"

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def person_refusal(self):
        """Return why this person may not do it, or None."""
        if self.permission and not api.user.has_permission(self.permission, obj=self.context):
            return _("This operation belongs to somebody else.")
        return None

    def state_refusal(self):
        """Return why it cannot be done in the present state, or None."""
        return None

    def defaults(self):
        """Return the values that a form starts with, by field name."""
        return {}

    def check(self, data):
        """Raise InvalidInput unless ``data`` obeys the rules of the domain."""

    def write(self, data):
        """Make the change and return an Outcome."""
        raise NotImplementedError

    def consequences(self):
        """Return what will happen, as a list of Messages."""
        return []

    def withheld(self):
        """Return the names of the fields that this person is not asked for."""
        return ()

    @property
    def address(self):
        """Address of the page on which it is done."""
        return f"{self.context.absolute_url()}/@@operation/{self.id}"

    def label_of(self, name):
        """Return the label of a field that an error is about though the form does not ask for it, or None."""
        return None

    def signature(self):
        """Return who signs, when, and what the signature binds, as Messages; empty where nothing is signed."""
        return ()

    def refusal(self):
        """Return why this person cannot do it now, or None."""
        return self.person_refusal() or self.state_refusal()


def operations_of(context, request):
    """Return every operation of this kind of object, in their order."""
    found = (operation for _name, operation in getAdapters((context, request), IOperation))
    return sorted(found, key=lambda operation: (operation.order, operation.id))


def operation_named(context, request, operation_id):
    """Return the operation with this id.

    Raises:
        UnknownOperation: when this kind of object has no such operation.
    """
    operation = queryMultiAdapter((context, request), IOperation, name=operation_id)
    if operation is None:
        raise UnknownOperation(_("There is no operation ${operation} here.", mapping={"operation": operation_id}))
    return operation


def require_expected(operation, expected_state=None, expected_digest=None):
    """Check what the client believed about the object when it asked.

    Raises:
        ObjectMovedOn: when the object has another state or digest by now.
    """
    present = IStateOf(operation.context)
    if expected_state is not None and expected_state != present.state:
        raise ObjectMovedOn(
            _("Not done: the state has changed meanwhile to ${state}.", mapping={"state": present.state}),
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


def actor():
    """Return the login of the acting person, or the scheduler's name."""
    user = api.user.get_current()
    return (user.getId() if user is not None else None) or SCHEDULER


def trace(operation_id, outcome):
    """Append the entry of an outcome to the trail and return it."""
    subject = ITrailSubject(outcome.changed)
    login = actor()
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
        Performed, with the object that was changed or made, its state and the entry of the trail.

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
        savepoint.rollback()
        raise
    return Performed(outcome.changed, IStateOf(outcome.changed).state, entry)
