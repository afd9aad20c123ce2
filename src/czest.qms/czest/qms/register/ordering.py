"""Records of the catalog in the order of an index: any part of it, without waking objects.

An index keeps the set of every value as an object of its own, so that going through it from its beginning is cheap only
for the first pages. Few records are sorted; of many, a later page is taken out of the whole order of the index, which
is worked out once for each state of the catalog.
"""

from array import array
from BTrees.IIBTree import difference
from BTrees.IIBTree import IISet
from BTrees.IIBTree import intersection
from itertools import islice
from weakref import WeakKeyDictionary


#: So many sets of values are gone through at most before the whole order is used.
WALKED = 1000

#: Below this share of an index, sorting the records found is cheaper than anything else.
SORTED_SHARE = 0.05

#: Sets of at most so many records are sorted, whatever their share.
SORTED = 500

#: Stands after every value: ties of records without a value in the index of ties are settled last.
_LAST = "\U0010ffff"

#: Database → (catalog, index, index of ties, whether descending) → (state of the catalog, the order).
_whole_orders = WeakKeyDictionary()


class Order:
    """The order of an index.

    Records with equal values stand in the ascending order of the index ``then``; those without a value, or with an
    empty one, come last, whichever the direction.

    Parameters:
        catalog: ``portal_catalog``.
        name, then: names of the indexes.
        descending: whether the values descend.
    """

    def __init__(self, catalog, name, then, descending=False):
        self.catalog = catalog
        self.name = name
        self.then = then
        self.descending = descending
        self.index = catalog._catalog.getIndex(name)
        self.value_of = self.index.documentToKeyMap()
        self.tie_of = catalog._catalog.getIndex(then).documentToKeyMap()

    def part(self, records, start, end):
        """Return the records in the places from ``start`` up to ``end``, not included.

        Parameters:
            records: set of record ids.
            start, end: numbers of records before the first and up to the last.
        """
        total = len(records)
        end = min(end, total)
        if start >= end:
            return []
        if total <= max(SORTED, SORTED_SHARE * len(self.value_of)):
            return self._sorted(records)[start:end]
        found = self._walked(records, start, end)
        if found is None:
            found = list(islice(filter(records.__contains__, self._whole()), start, end))
        if len(found) < end - start:
            return self._with_those_without_value(records, start, end)
        return found

    def _sorted(self, records):
        """Return all records, sorted."""
        value_of = self.value_of
        by_tie = sorted(records, key=self._tie)
        found = [record for record in by_tie if value_of.get(record)]
        found.sort(key=value_of.__getitem__, reverse=self.descending)
        return found + [record for record in by_tie if not value_of.get(record)]

    def _tie(self, record):
        return self.tie_of.get(record, _LAST)

    def _walked(self, records, start, end):
        """Return the part by going through the sets of values until it is found; None where that is a long way."""
        if self.index.indexSize() > WALKED < end:
            return None
        found, passed = [], 0
        for number, group in enumerate(self._groups()):
            if number == WALKED:
                return None
            members = _members(records, group)
            if passed + len(members) > start:
                found += self._by_tie(members, max(start - passed, 0), end - passed)
            passed += len(members)
            if passed >= end:
                break
        return found

    def _groups(self):
        """Yield the sets of the values in their order, the empty value left out."""
        items = self.index._index.items()
        # One by one from the end: a list of all pairs takes longer than the rest of a page.
        every = (items[place] for place in range(len(items) - 1, -1, -1)) if self.descending else items
        return (group for value, group in every if value)

    def _by_tie(self, members, start, end):
        """Return a part of records with equal values."""
        if self.name == self.then or len(members) <= SORTED:
            return sorted(members, key=self._tie)[start:end]
        return Order(self.catalog, self.then, self.then).part(members, start, end)

    def _with_those_without_value(self, records, start, end):
        """Return a part that begins or ends among the records without a value."""
        with_value = IISet(sorted(filter(self.value_of.get, records)))
        count = len(with_value)
        found = self.part(with_value, start, count)
        return found + self._by_tie(difference(records, with_value), max(start - count, 0), end - count)

    def _whole(self):
        """Return the ids of all records that have a value, in this order.

        It is kept for the state of the catalog in which it was worked out, by which no person is told from another;
        what a transaction changed itself is not kept.
        """
        jar = self.catalog._p_jar
        state = self._state(jar)
        if state is None:
            return self._worked_out()
        kept = _whole_orders.setdefault(jar.db(), {})
        key = (self.catalog._p_oid, self.name, self.then, self.descending)
        if kept.get(key, (None, None))[0] != state:
            kept[key] = (state, self._worked_out())
        return kept[key][1]

    def _state(self, jar):
        """Return what tells this state of the catalog from any other, or None where this transaction changed something.

        The catalog counts its changes; the number of the transaction that counted last tells one state from another
        even where two counts are the same.
        """
        if jar is None or not jar._needs_to_join or self.catalog._counter is None:
            return None
        count = self.catalog.getCounter()
        return self.catalog._counter._p_serial, count, len(self.catalog), self.index.indexSize()

    def _worked_out(self):
        """Return the ids of all records that have a value, in this order, as an array."""
        place_of = {value: place for place, value in enumerate(self.index._index.keys()) if value}
        if self.descending:
            place_of = {value: -place for value, place in place_of.items()}
        if self.name == self.then:
            tie_of = {}
        else:
            tie_of = {
                value: place for place, value in enumerate(self.catalog._catalog.getIndex(self.then)._index.keys())
            }
        last, width = len(tie_of), len(tie_of) + 1
        ties = self.tie_of
        keyed = {
            record: place_of[value] * width + tie_of.get(ties.get(record), last)
            for record, value in self.value_of.items()
            if value
        }
        return array("i", sorted(keyed, key=keyed.__getitem__))


def _members(records, group):
    """Return the records of a set of a value; a small one is looked up, the intersection goes through both."""
    if isinstance(group, int):
        return IISet((group,)) if group in records else IISet()
    if len(group) <= SORTED:
        return [record for record in group if record in records]
    return intersection(records, group)
