"""The register's answer to a question: rows, total, counts of the tabs and of the facets, running editions.

Everything is asked of the catalog and within the rights of the person; no document or edition is woken.
"""

from BTrees.IIBTree import IISet
from BTrees.IIBTree import union
from collections import Counter
from czest.qms.documents.kinds import kinds
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.language.query import search_query
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.register.catalog_sets import for_current_user
from functools import cached_property
from zope.component import getUtility


#: Filter → index.
FILTER_INDEXES = {
    "kind": "portal_type",
    "unit": "owner_unit",
    "process": "process",
    "state": "review_state",
    "openness": "openness",
}

#: Sort key → index.
SORT_INDEXES = {
    "symbol": "sort_symbol",
    "title": "sort_title",
    "owner_unit": "owner_unit",
    "in_force_from": "in_force_from",
    "openness": "openness",
    "state": "review_state",
    "kind": "portal_type",
}

SYMBOL_INDEX = "sort_symbol"

#: Rows of a whole list that are read at a time.
BATCH = 500

#: Scopes told by the state of the document.
SCOPE_STATES = {"in-force": "in_force", "not-in-force": "withdrawn"}


def units_below(symbol):
    """Return the symbols of a unit and of all units under it; of an unknown unit, itself alone."""
    organisation = getUtility(IDirectory).organisation()
    return [symbol, *(unit.symbol for _depth, unit in organisation.tree(symbol))]


def units_above(symbol):
    """Return the symbols of a unit and of all units above it; of an unknown unit, itself alone."""
    organisation = getUtility(IDirectory).organisation()
    return organisation.ancestors(symbol) if symbol in organisation.units else [symbol]


class Answer:
    """What the register answers to one person.

    Parameters:
        parameters: a ``rules.parameters.Parameters``.
        sets: the CatalogSets of the person; those of the person signed in by default.
    """

    def __init__(self, parameters, sets=None):
        self.parameters = parameters
        self.sets = sets or for_current_user()

    # Sets of records

    @cached_property
    def documents(self):
        """All documents the person may see."""
        return self.sets.permitted(self.sets.matching("portal_type", list(kinds())))

    @cached_property
    def running(self):
        """All running editions the person may know of."""
        editions = self.sets.matching("portal_type", "Edition")
        return self.sets.permitted(self.sets.narrowed(editions, "review_state", sorted(OPEN_STATES)))

    @cached_property
    def _scopes(self):
        found = {
            scope: self.sets.narrowed(self.documents, "review_state", state) for scope, state in SCOPE_STATES.items()
        }
        documents_of = list(self.sets.values("document_uid", self.running))
        found["in-preparation"] = self.sets.narrowed(self.documents, "UID", documents_of)
        without_edition = self.sets.narrowed(self.documents, "review_state", "draft")
        found["in-preparation"] = union(found["in-preparation"], without_edition)
        found["all"] = self.documents
        return found

    @cached_property
    def _scores(self):
        """Relevance by record for the query; None without one."""
        if not self.parameters.query:
            return None
        query = search_query(self.parameters.query)
        return self.sets.matching("SearchableText", query) if query else {}

    @cached_property
    def _conditions(self):
        """Records that answer each filter in use."""
        found = {}
        for name, values in self.parameters.filters.items():
            if name == "unit":
                values = {below for value in values for below in units_below(value)}
            found[name] = self.sets.matching(FILTER_INDEXES[name], sorted(values))
        return found

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
        return self._narrow(self._scopes[self.parameters.scope])

    # What is shown

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
        end = start + parameters.size
        return self.sets.brains(self._ordered(end)[start:end])

    def batches(self):
        """Return an iterator over the brains of all rows in their order, in lists of at most BATCH."""
        ordered = self._ordered(self.total)
        for start in range(0, self.total, BATCH):
            yield self.sets.brains(ordered[start : start + BATCH])

    def _ordered(self, limit):
        parameters = self.parameters
        if parameters.sort == "relevance":
            return self._by_relevance(limit)
        index = SORT_INDEXES[parameters.sort]
        return self.sets.ordered(self.records, index, SYMBOL_INDEX, parameters.descending, limit)

    def _by_relevance(self, limit):
        """Return the records by their scores; the document whose symbol was typed goes first."""
        by_symbol = self.sets.ordered(self.records, SYMBOL_INDEX, SYMBOL_INDEX, False, self.total)
        named = self.sets.matching("symbol", self.parameters.query.upper())
        best_first = not self.parameters.descending
        return sorted(by_symbol, key=lambda one: (one in named, self._scores[one]), reverse=best_first)[:limit]

    def scope_counts(self):
        """Return ``{scope: rows}``: how many would answer the same query and filters in each scope."""
        return {scope: len(self._narrow(records)) for scope, records in self._scopes.items()}

    def facets(self):
        """Return ``{filter: {value: rows}}``: how many rows each value would leave.

        A filter does not narrow its own facet, because its values add up; a unit counts for those above it, as it
        does when a unit is asked for.
        """
        scope = self._scopes[self.parameters.scope]
        found = {name: self.sets.counts(index, self._narrow(scope, but=name)) for name, index in FILTER_INDEXES.items()}
        found["unit"] = _rolled_up(found["unit"])
        return found

    def running_editions(self, brains):
        """Return ``{UID of document: brain}`` of the running editions of some documents."""
        uids = [brain.UID for brain in brains]
        editions = self.sets.narrowed(self.running, "document_uid", uids) if uids else IISet()
        return {brain.document_uid: brain for brain in self.sets.brains(editions)}


def _rolled_up(counts):
    total = Counter()
    for symbol, count in counts.items():
        for above in units_above(symbol):
            total[above] += count
    return dict(total)
