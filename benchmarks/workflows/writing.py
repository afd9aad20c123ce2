"""Writing documents with their editions by the thousand, so that the catalog and the histories tell of each its own days.

A document is written after one that went its way through the operations: with all its editions, states, rights and
histories, but some days earlier, so that every copy has been where it is for another time. The values that the figures
ask the catalog for come from the real indexers, or the real rules behind them.
"""

from benchmarks.copying import Pattern
from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from czest.qms.documents import entrances
from czest.qms.documents import indexers
from czest.qms.documents.rules import entrances as rules
from czest.qms.language.collation import natural_key
from czest.qms.operations import gate
from dataclasses import replace
import datetime
from persistent.mapping import PersistentMapping
from plone import api
from plone.uuid.interfaces import IUUIDGenerator
from zope.component import getUtility


#: Days of an edition by which it is told what it was.
DAYS = ("effective_from", "in_force_from", "in_force_to")
#: What the catalog sees different in every edition.
SEEN = {
    "in_force_from": indexers.in_force_from_of_edition,
    "stage_due": indexers.stage_due,
    "state_since": entrances.state_since_of_edition,
    "states_entered": entrances.states_entered_of_edition,
}


class DocumentPattern:
    """A document that was really made, after which others are written.

    Parameters:
        document: the document.
    """

    def __init__(self, document):
        catalog = api.portal.get_tool("portal_catalog")
        self.pattern = Pattern(document, catalog)
        self.title = document.title
        self.editions = [EditionPattern(edition, catalog) for edition in document.editions()]

    def write(self, symbol, earlier):
        """Write one document with its editions and return how many these are.

        Parameters:
            symbol: of the document, free.
            earlier: how many days earlier everything happened.
        """
        with gate.opened("take-over"):
            document = self._place(symbol, datetime.timedelta(days=earlier))
            for edition in self.editions:
                edition.write(document, datetime.timedelta(days=earlier))
        return len(self.editions)

    def _place(self, symbol, delta):
        uid = getUtility(IUUIDGenerator)()
        values = {"symbol": symbol, "_tree": OOBTree(), "_count": Length(), "_mt_index": OOBTree()}
        copy = self.pattern.copy(symbol, uid, {**values, "workflow_history": history(self.pattern, delta)})
        steps = entrances.steps_of(copy)
        found = rules.of_document(steps, self._taken_over_from(delta))
        return self.pattern.put(
            copy,
            {
                "symbol": symbol,
                "sort_symbol": natural_key(symbol),
                "state_since": rules.since(found, steps[-1].state).isoformat(),
                "states_entered": rules.by_month(found),
                "SearchableText": f"{symbol} {self.title}",
            },
        )

    def _taken_over_from(self, delta):
        """Return the first day in force of a copy, where the first edition was taken over."""
        first = self.editions[-1].days if self.editions else {}
        return first["in_force_from"] - delta if first.get("taken_over") else None


class EditionPattern:
    """An edition of such a document."""

    def __init__(self, edition, catalog):
        self.pattern = Pattern(edition, catalog)
        self.days = {name: getattr(edition, name) for name in (*DAYS, "taken_over")}
        self.route = edition.route

    def write(self, document, delta):
        """Write a copy into a document.

        Parameters:
            document: the document, still without it.
            delta: how much earlier everything happened.
        """
        days = {name: self.days[name] and self.days[name] - delta for name in DAYS}
        route = tuple(replace(stage, begun=stage.begun and stage.begun - delta) for stage in self.route)
        values = {**days, "route": route, "workflow_history": history(self.pattern, delta)}
        self.pattern.container, self.pattern.path = document, document.getPhysicalPath()
        copy = self.pattern.copy(self.pattern.name, getUtility(IUUIDGenerator)(), values)
        placed = copy.__of__(document)
        seen = {name: indexer.callable(placed) for name, indexer in SEEN.items()}
        self.pattern.put(copy, {**seen, "document_uid": document.UID(), "symbol": document.symbol})


def history(pattern, delta):
    """Return the workflow history of a pattern, so much earlier."""
    days = delta.total_seconds() / 86_400
    found = pattern.attributes["workflow_history"]
    return PersistentMapping(
        {name: tuple({**line, "time": line["time"] - days} for line in lines) for name, lines in found.items()}
    )
