"""What operations say of themselves: which transitions they make, who may, on what condition, and whom they tell."""

from czest.qms.bulletin.content import BulletinEntry
from czest.qms.interfaces import IQmsLayer
from czest.qms.operations.interfaces import IOperation
from czest.qms.operations.interfaces import IUnaskedChange
from dataclasses import dataclass
from plone.dexterity.interfaces import IDexterityFTI
from zope.component import getSiteManager
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.component import queryUtility
from zope.dottedname.resolve import resolve
from zope.interface import implementedBy


#: Types that only the site of the bulletin has.
OF_BULLETIN = {"BulletinEntry": BulletinEntry}


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
        is_asked: whether people ask for it at the object; else a job or an operation on another object makes it.
    """

    id: str
    title: str
    fires: tuple
    who: tuple
    condition: str | None
    tells: tuple
    possible_in: frozenset | None
    order: int
    is_asked: bool = True


def facts_of(portal_type):
    """Return the facts of every operation on objects of a type, in the order in which operations are listed.

    Raises:
        ComponentLookupError: there is no such type.
    """
    provided = implementedBy(_class_of(portal_type))
    asked = getSiteManager().adapters.lookupAll((provided, IQmsLayer), IOperation)
    unasked = [change for _name, change in getUtilitiesFor(IUnaskedChange) if provided.extends(change.concerns)]
    facts = [_facts(operation, True) for _name, operation in asked] + [_facts(change, False) for change in unasked]
    return tuple(sorted(facts, key=_place))


def facts_of_types(portal_types):
    """Return the facts of every operation on objects of some types, each once, in their order; types may have none."""
    found = {}
    for portal_type in filter(_is_known, portal_types):
        for one in facts_of(portal_type):
            found.setdefault((one.id, one.is_asked), one)
    return sorted(found.values(), key=_place)


def _is_known(portal_type):
    return portal_type in OF_BULLETIN or queryUtility(IDexterityFTI, portal_type) is not None


def _place(facts):
    return facts.order, facts.id, not facts.is_asked


def _class_of(portal_type):
    if portal_type in OF_BULLETIN:
        return OF_BULLETIN[portal_type]
    return resolve(getUtility(IDexterityFTI, portal_type).klass)


def _facts(operation, is_asked):
    return OperationFacts(
        operation.id,
        operation.title,
        operation.fires,
        operation.who,
        operation.condition,
        operation.tells,
        operation.possible_in,
        operation.order,
        is_asked,
    )
