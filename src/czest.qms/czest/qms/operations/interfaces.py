"""Interfaces of operations."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


#: Tagged value of a schema: names of fields of which exactly one must be given.
ALTERNATIVES = "czest.qms.alternatives"


class IOperable(Interface):
    """Marks content that has operations."""


class IWrittenByOperations(Interface):
    """Marks content that only operations may create, change, move or delete."""


class ITellsOfItself(Interface):
    """What a change of state says of itself, for the workflow manager and the specifications beside the definitions.

    The facts stand on the class. A test walks every type, state and role and compares them with what really happens.
    """

    id = Attribute("Stable identifier, such as ``open-revision``")
    title = Attribute("Message: what it is called")
    order = Attribute("Place in lists, ascending")
    fires = Attribute("Tuple of the ids of the transitions that it may make of the workflow of its object")
    who = Attribute("Tuple of the words of those who may do it, see ``operations.roles``")
    condition = Attribute("Message: on what condition beside state and person, as a short phrase; or None")
    tells = Attribute("Tuple of the words of those who get a letter about it, see ``operations.roles``")
    possible_in = Attribute(
        "Frozenset of the ids of the states in which it may be done, or None for every one; ``state_refusal`` asks it"
    )


class IUnaskedChange(ITellsOfItself):
    """A change that nobody asks of the object itself: a job makes it, or an operation on another object brings it along.

    A named utility: the class of the operation, where there is one, or one that only tells.
    """

    concerns = Attribute("Marker interface of the objects whose states it changes")


class IOperation(ITellsOfItself):
    """One change of state of one kind of object; a named adapter of (context, request)."""

    schema = Attribute("Schema interface of the input, or None")

    def person_refusal():
        """Return why this person may not do it (a Message), or None."""

    def state_refusal():
        """Return why it cannot be done in the present state (a Message), or None."""

    def check(data):
        """Raise InvalidInput unless ``data`` obeys the rules of the domain."""

    def write(data):
        """Make the change and return an Outcome."""

    def consequences():
        """Return what will happen, as a list of Messages and OnDays."""


class IDetour(Interface):
    """A way on which the form of an operation leads the person elsewhere and back, before it can be done."""

    label = Attribute("Message: what the button says that leads there")
    busy = Attribute("Message: what it says while it does")
    typed = Attribute("Raw input by name that the person had typed before; filled in when he is back")
    is_over = Attribute("Whether the person is back and has brought what is needed")
    replaces = Attribute("Names of fields that are not asked once it is over")
    is_needed = Attribute("Whether the operation cannot be done without it")

    def begin(typed):
        """Return the address to which the person is led; the database is not written.

        Parameters:
            typed: raw input by name, to be kept.

        Raises:
            OperationRefused: when he cannot be led there now.
        """


class ITrailSubject(Interface):
    """Says how the trail calls an object; an adapter of the object."""

    label = Attribute("Symbol shown beside the chain")
    edition = Attribute("Number of the edition, or None")


class IStateOf(Interface):
    """State and digest of an object, as clients see them; an adapter of the object."""

    state = Attribute("Id of the state, such as ``draft``")
    word = Attribute("Message: what people call the state")
    digest = Attribute("SHA-256 of the content in hexadecimal, or None")


class IOperationSubject(Interface):
    """How the page of an operation shows what is operated on; an adapter of the operation."""

    title = Attribute("Symbol, title and edition")
    edge = Attribute("Edge of the box, as in czest.qms.appearance.states, or None")
    rows = Attribute("List of dicts with ``label``, ``value``, and perhaps ``url``, ``link`` and ``whole``")
    words = Attribute("Mapping for the heading of the operation, such as ``{'number': '5', 'symbol': 'PS-04'}``")


class IOperationPerformed(IObjectEvent):
    """An operation has been performed and traced."""

    operation_id = Attribute("Id of the operation")
    entry = Attribute("The entry of the trail")


class IIdempotencyStore(Interface):
    """Local utility: answers kept under the client's Idempotency-Key."""

    def find(key):
        """Return ``(request digest, Answer)``, or None."""

    def keep(key, digest, answer):
        """Keep the answer of a request."""

    def prune():
        """Forget old answers; return how many."""
