"""Persistent side of numbering: which symbols were used, and the counter of each series (PR-5)."""

from BTrees.OOBTree import OOBTree
from czest.qms.documents.interfaces import INumbering
from czest.qms.documents.rules import numbering as rules
from persistent import Persistent
from zope.interface import implementer


class Series(Persistent):
    """The counter of one series: an object of its own, so that two registrations in it conflict and one is retried."""

    last = 0


@implementer(INumbering)
class Numbering(Persistent):
    """Symbols in use or once used; nothing is ever taken out."""

    def __init__(self):
        self._uid_by_symbol = OOBTree()
        self._series = OOBTree()

    def preview(self, pattern, unit):
        """Return the symbol that would be allotted now."""
        series = self._series.get(rules.series_of(pattern, unit))
        return rules.next_free(pattern, unit, series.last if series else 0, self._uid_by_symbol)[0]

    def allot(self, pattern, unit, uid):
        """Take the next free symbol of a series for the document with this UID and return it."""
        name = rules.series_of(pattern, unit)
        if name not in self._series:
            self._series[name] = Series()
        series = self._series[name]
        symbol, series.last = rules.next_free(pattern, unit, series.last, self._uid_by_symbol)
        self.reserve(symbol, uid)
        return symbol

    def reserve(self, symbol, uid):
        """Take a symbol chosen by hand.

        Raises:
            KeyError: when the symbol was used before.
        """
        if not self._uid_by_symbol.insert(symbol, uid):
            raise KeyError(symbol)

    def is_taken(self, symbol):
        """Tell whether a symbol was ever used."""
        return symbol in self._uid_by_symbol

    def free_neighbour(self, symbol):
        """Return the next unused symbol of the same look, or None."""
        return rules.free_neighbour(symbol, self._uid_by_symbol)

    def uid_of(self, symbol):
        """Return the UID of the document with this symbol, or None."""
        return self._uid_by_symbol.get(symbol)
