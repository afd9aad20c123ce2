"""Symbols of records that were ever used, and the last number of each series and year (PR-5)."""

from AccessControl.class_init import InitializeClass
from AccessControl.SecurityInfo import ClassSecurityInfo
from BTrees.OOBTree import OOBTree
from czest.qms.records.rules import symbols as rules
from persistent import Persistent


class Counter(Persistent):
    """The last number of one series and year: an object of its own, so that only those who share it ever conflict."""

    security = ClassSecurityInfo()
    security.declareObjectPrivate()
    security.setDefaultAccess("deny")

    last = 0


InitializeClass(Counter)


class RecordNumbering(Persistent):
    """Symbols in use or once used; nothing is ever taken out."""

    security = ClassSecurityInfo()
    security.declareObjectPrivate()
    security.setDefaultAccess("deny")

    def __init__(self):
        self._uid_by_symbol = OOBTree()
        self._counters = OOBTree()

    def __contains__(self, symbol):
        return symbol in self._uid_by_symbol

    def uid_of(self, symbol):
        """Return the UID of the record with this symbol, or None."""
        return self._uid_by_symbol.get(symbol)

    def is_taken(self, symbol):
        """Tell whether a symbol of the right form was ever used."""
        return rules.is_taken(symbol, self._uid_by_symbol)

    def take(self, series, year, uid, symbol=None):
        """Take a symbol for a record and return it.

        Parameters:
            series: symbol of the series.
            year: year of the record.
            uid: UID of the record.
            symbol: the one chosen by hand; without it the next number is allotted.

        Raises:
            KeyError: the symbol was used before.
        """
        symbol = symbol or self._allot(series, year)
        if not self._uid_by_symbol.insert(symbol, uid):
            raise KeyError(symbol)
        return symbol

    def _allot(self, series, year):
        name = f"{series}-{year}"
        if name not in self._counters:
            self._counters[name] = Counter()
        counter = self._counters[name]
        symbol, counter.last = rules.next_free(series, year, self._uid_by_symbol, counter.last)
        return symbol


InitializeClass(RecordNumbering)
