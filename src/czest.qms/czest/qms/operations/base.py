"""The base class of operations; ``performing`` says how one is performed."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.evidence.interfaces import SCHEDULER
from czest.qms.language.office_words import office_word
from czest.qms.operations.errors import UnknownOperation
from czest.qms.operations.interfaces import IOperation
from czest.qms.operations.interfaces import IUnaskedChange
from dataclasses import dataclass
from dataclasses import field
from plone import api
from zope.component import getAdapters
from zope.component import queryMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class Outcome:
    """What an operation changed.

    Parameters:
        changed: the object that was changed or made.
        reason: text given by the person, for the trail.
        details: plain values for the trail, without personal data beyond logins and posts.
        on_behalf_of: login of the person in whose place the actor acted, or None.
        warnings: Messages for the person about what was let in all the same.
    """

    changed: object
    reason: str = ""
    details: dict = field(default_factory=dict)
    on_behalf_of: str | None = None
    warnings: list = field(default_factory=list)


class CalledAsTheOfficeDecided:
    """Lets what makes transitions be called as the office calls these steps."""

    title = ""
    fires = ()

    def __init_subclass__(cls, **arguments):
        super().__init_subclass__(**arguments)
        if cls.fires and isinstance(cls.title, Message):
            cls.title = office_word(cls.title)


@implementer(IUnaskedChange)
class UnaskedChange(CalledAsTheOfficeDecided):
    """A change that an operation on another object, or a job, brings along; only told of, see :class:`IUnaskedChange`."""

    id = ""
    title = ""
    order = 100
    fires = ()
    who = ()
    condition = None
    tells = ()
    possible_in = None
    #: Marker interface of the objects whose states it changes.
    concerns = None
    #: The life of these objects, by operation id, where it says in which states it is possible; None elsewhere.
    life = None

    def __init_subclass__(cls, **arguments):
        super().__init_subclass__(**arguments)
        if cls.life is not None and cls.id:
            cls.possible_in = cls.life[cls.id].sources


@implementer(IOperation)
class Operation(CalledAsTheOfficeDecided):
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
    #: Ids of the transitions of the workflow that it makes.
    fires = ()
    #: Words of those who may perform it, from ``operations.roles``.
    who = ()
    #: Message that says on what condition it is done, beside state and person; None for none.
    condition = None
    #: Words of those who are told of it, from ``operations.roles``.
    tells = ()
    #: Ids of the states in which it may be done; None for every one.
    possible_in = None
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
        """Return what will happen, as a list of Messages and OnDays."""
        return []

    def withheld(self):
        """Return the names of the fields that this person is not asked for."""
        return ()

    def detour(self, prefix):
        """Return the ``IDetour`` to take before it is done, or None.

        Parameters:
            prefix: with which the form begins the names of its fields.
        """
        return None

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

    def denied(self):
        """Note that somebody tried to do it who may not; nothing else of the request is kept."""

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


def actor():
    """Return the login of the acting person, or the scheduler's name."""
    return getSecurityManager().getUser().getId() or SCHEDULER
