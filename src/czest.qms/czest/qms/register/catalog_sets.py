"""Sets of record ids of the catalog: how a question is narrowed, counted and put in order without waking objects.

The indexes are asked one by one, so that the set of one condition serves the rows, the counts of the tabs and the
counts of every facet. It is the one place that knows the inside of ZCatalog.
"""

from AccessControl import getSecurityManager
from BTrees.IIBTree import difference
from BTrees.IIBTree import IISet
from BTrees.IIBTree import intersection
from BTrees.IIBTree import union
from czest.qms.register.ordering import Order
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.query import IndexQuery


#: Below this share of the records, looking up each of a group is cheaper than an intersection.
_LOOKED_UP_SHARE = 0.05


class CatalogSets:
    """The catalog as one person may see it.

    Parameters:
        catalog: ``portal_catalog``.
        user: the person.
    """

    def __init__(self, catalog, user):
        processQueue()
        self.catalog = catalog
        self.user = user
        self._catalog = catalog._catalog
        self._roles = catalog._listAllowedRolesAndUsers(user)

    def index(self, name):
        """Return an index."""
        return self._catalog.getIndex(name)

    def matching(self, name, value, within=None):
        """Return the records whose index ``name`` answers ``value``.

        Parameters:
            value: a value, a list of values any of which fits, or the query of a text index.
            within: a set that may narrow the work; the answer may hold records outside it.
        """
        index = self.index(name)
        query = IndexQuery({name: value}, name, index.query_options, index.operators, index.useOperator)
        found = index.query_index(query, within)
        return IISet() if found is None else found

    def common(self, records, others):
        """Return the records of both sets, without scores."""
        return intersection(records, IISet(others.keys()) if hasattr(others, "items") else others)

    def either(self, records, others):
        """Return the records of either set."""
        return union(records, others)

    def narrowed(self, records, name, value):
        """Return those of ``records`` whose index answers ``value``."""
        return self.common(records, self.matching(name, value, records))

    def less(self, records, others):
        """Return those of ``records`` that are not among the others."""
        return difference(records, others)

    def without(self, records, name, value):
        """Return those of ``records`` whose index does not answer ``value``."""
        return self.less(records, self.matching(name, value))

    def permitted(self, records):
        """Return those of ``records`` that the person may see."""
        return self.narrowed(records, "allowedRolesAndUsers", self._roles)

    def counts(self, name, records):
        """Return ``{value: how many of the records have it}``; the empty value and those of no record are left out."""
        found = {}
        for value, group in self.index(name)._index.items():
            count = _common_count(records, _as_set(group))
            if count and value:
                found[value] = count
        return found

    def present(self, name, records):
        """Return the values of an index that any of the records has, in their order; the empty one is left out."""
        groups = self.index(name)._index.items()
        return [value for value, group in groups if value and any(one in records for one in _as_set(group))]

    def values(self, name, records):
        """Return the set of the values that records have in an index."""
        value_of = self.index(name).documentToKeyMap()
        return {value_of[record] for record in records if record in value_of}

    def value_of(self, name):
        """Return the mapping from a record to its value in an index that keeps one; those without any are not in it."""
        return self.index(name).documentToKeyMap()

    def record_of(self, name):
        """Return the mapping from a value to the one record that has it, of an index of values that are unique."""
        return self.index(name)._index

    def ordered(self, records, name, then, descending, end, start=0):
        """Return the records in the places from ``start`` up to ``end``, not included, in the order of an index.

        Records with equal values stand in the ascending order of the index ``then``; those without a value, or with
        an empty one, come last, whichever the direction.
        """
        return Order(self.catalog, name, then, descending).part(records, start, end)

    def with_rows(self, records):
        """Yield those of the records of which the catalog has a row; a damaged one has numbers left without any."""
        rows = self._catalog.data
        return (record for record in records if record in rows)

    def brains(self, records):
        """Return the brains of records, in their order."""
        return [self._catalog[record] for record in records]


def _common_count(records, group):
    """Return how many of the records are in a group.

    An intersection goes through the whole of both sets, so those of a small group are looked up one by one.
    """
    if len(group) < _LOOKED_UP_SHARE * len(records):
        return sum(record in records for record in group)
    return len(intersection(records, group))


def _as_set(group):
    """Return the records that an index keeps under a value; for a single one it keeps the bare number."""
    return IISet((group,)) if isinstance(group, int) else group


def for_current_user():
    """Return the CatalogSets of the person signed in."""
    return CatalogSets(api.portal.get_tool("portal_catalog"), getSecurityManager().getUser())
