"""What operations say of themselves: which transitions they make, who may, on what condition, and whom they tell."""

from czest.qms.interfaces import IQmsLayer
from czest.qms.operations.interfaces import IOperation
from dataclasses import dataclass
from plone.dexterity.interfaces import IDexterityFTI
from zope.component import getSiteManager
from zope.component import getUtility
from zope.dottedname.resolve import resolve
from zope.interface import implementedBy


@dataclass(frozen=True)
class OperationFacts:
    """One operation on objects of a type.

    Parameters:
        id: such as ``submit``.
        title: Message.
        fires: ids of the transitions that it makes.
        who: words of those who may do it, from ``czest.qms.operations.roles``.
        condition: Message that says on what condition, beside state and person, or None.
        tells: words of those who are told of it.
        possible_in: ids of the states in which it may be done; None for every one.
        order: place in lists.
    """

    id: str
    title: str
    fires: tuple
    who: tuple
    condition: str | None
    tells: tuple
    possible_in: frozenset | None
    order: int


def facts_of(portal_type):
    """Return the facts of every operation on objects of a type, in the order in which operations are listed."""
    provided = implementedBy(resolve(getUtility(IDexterityFTI, portal_type).klass))
    found = getSiteManager().adapters.lookupAll((provided, IQmsLayer), IOperation)
    facts = [_facts(operation) for _name, operation in found]
    return tuple(sorted(facts, key=lambda one: (one.order, one.id)))


def _facts(operation):
    return OperationFacts(
        operation.id,
        operation.title,
        operation.fires,
        operation.who,
        operation.condition,
        operation.tells,
        operation.possible_in,
        operation.order,
    )
