"""The answer of a register to a question: rows, total, counts of the tabs and of the facets.

Everything is asked of the catalog and within the rights of the person; no object is woken. What a register lists, and
what its filters mean, its own class says.
"""

from BTrees.IIBTree import IISet
from collections import Counter
from czest.qms.language.query import search_query
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.register.catalog_sets import for_current_user
from functools import cached_property
from itertools import groupby
from zope.component import getUtility


SYMBOL_INDEX = "sort_symbol"

#: Rows read at a time where all of them are wanted.
BATCH = 500


def units_below(symbol):
    """Return the symbols of a unit and of all units under it; of an unknown unit, itself alone."""
    organisation = getUtility(IDirectory).organisation()
    return [symbol, *(unit.symbol for _depth, unit in organisation.tree(symbol))]


def units_above(symbol):
    """Return the symbols of a unit and of all units above it; of an unknown unit, itself alone."""
    organisation = getUtility(IDirectory).organisation()
    return organisation.ancestors(symbol) if symbol in organisation.units else [symbol]


class RegisterAnswer:
    """What a register answers to one person.

    Subclasses set ``FILTER_INDEXES`` (filter → index) and ``SORT_INDEXES`` (sort key → index), and say what is
    ``listed`` and what the ``scopes`` are.

    Parameters:
        parameters: a ``rules.parameters.Question``.
        sets: the CatalogSets of the person; those of the person signed in by default.
    """

    FILTER_INDEXES = {}
    SORT_INDEXES = {}

    def __init__(self, parameters, sets=None):
        self.parameters = parameters
        self.sets = sets or for_current_user()

    @cached_property
    def listed(self):
        """The set of everything in the register that the person may see."""
        raise NotImplementedError

    @cached_property
    def scopes(self):
        """``{scope: set of what it lists}``."""
        raise NotImplementedError

    def condition(self, name, values):
        """Return the set of what answers a filter; it may hold what is not in the register.

        Parameters:
            name: of the filter.
            values: the values asked for; any of them fits.
        """
        if name == "unit":
            values = {below for value in values for below in units_below(value)}
        return self.sets.matching(self.FILTER_INDEXES[name], sorted(values))

    def counts(self, name, records):
        """Return ``{value: how many of the records have it}`` of a filter; a unit counts for those above it."""
        found = self.sets.counts(self.FILTER_INDEXES[name], records)
        return _rolled_up(found) if name == "unit" else found

    @cached_property
    def _scores(self):
        """Relevance by record for the query; None without one."""
        if not self.parameters.query:
            return None
        query = search_query(self.parameters.query)
        return self.sets.matching("SearchableText", query) if query else {}

    @cached_property
    def _conditions(self):
        return {name: self.condition(name, values) for name, values in self.parameters.filters.items()}

    def _narrow(self, records, but=None):
        """Return the records that answer the query and every filter, one left out."""
        if self._scores is not None:
            records = self.sets.common(records, self._scores)
        for name, condition in self._conditions.items():
            if name != but:
                records = self.sets.common(records, condition)
        return records

    @cached_property
    def records(self):
        """The set of records that answer the whole question."""
        return self._narrow(self.scopes[self.parameters.scope])

    @property
    def total(self):
        """Number of rows on all pages."""
        return len(self.records)

    def brains(self, start=None):
        """Return the brains of the page asked for, in their order.

        Parameters:
            start: rows before the page; those of the parameters by default.
        """
        parameters = self.parameters
        start = parameters.start if start is None else start
        return self.sets.brains(self._ordered(start, start + parameters.size))

    def batches(self):
        """Return an iterator over the brains of all rows in their order, in lists of at most BATCH."""
        ordered = self._ordered(0, self.total)
        for start in range(0, self.total, BATCH):
            yield self.sets.brains(ordered[start : start + BATCH])

    def _ordered(self, start, end):
        parameters = self.parameters
        if parameters.sort == "relevance":
            return self._by_relevance(start, end)
        index = self.SORT_INDEXES[parameters.sort]
        return self.sets.ordered(self.records, index, SYMBOL_INDEX, parameters.descending, end, start)

    def _by_relevance(self, start, end):
        """Return a part of the records by their scores; the one whose symbol was typed goes first.

        Records of one score stand in the order of their symbols; only those of the part are put so.
        """
        found, passed = [], 0
        for records in self._of_one_score():
            if passed + len(records) > start:
                part = (False, end - passed, max(start - passed, 0))
                found += self.sets.ordered(IISet(sorted(records)), SYMBOL_INDEX, SYMBOL_INDEX, *part)
            passed += len(records)
            if passed >= end:
                break
        return found

    def _of_one_score(self):
        """Yield the records of every score, the best ones first unless the order is reversed."""
        best_first = not self.parameters.descending
        named = self.sets.common(self.records, self.sets.matching("symbol", self.parameters.query.upper()))
        others = self.sets.less(self.records, named)
        score_of = self._scores.__getitem__
        for records in (named, others) if best_first else (others, named):
            ordered = sorted(records, key=score_of, reverse=best_first)
            yield from (list(group) for _score, group in groupby(ordered, key=score_of))

    def scope_counts(self):
        """Return ``{scope: rows}``: how many would answer the same query and filters in each scope."""
        return {scope: len(self._narrow(records)) for scope, records in self.scopes.items()}

    def facets(self):
        """Return ``{filter: {value: rows}}``: how many rows each value would leave.

        A filter does not narrow its own facet, because its values add up.
        """
        scope = self.scopes[self.parameters.scope]
        return {name: self.counts(name, self._narrow(scope, but=name)) for name in self.parameters.FILTERS}


def _rolled_up(counts):
    total = Counter()
    for symbol, count in counts.items():
        for above in units_above(symbol):
            total[above] += count
    return dict(total)
