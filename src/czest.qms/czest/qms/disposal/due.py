"""What is due, asked of the catalog by sets: no record is woken."""

from BTrees.IIBTree import IISet
from czest.qms.disposal.rules.selections import Selection
from czest.qms.records.holds import held_among
from czest.qms.records.rules.case_signs import order
from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import KINDS
from dataclasses import dataclass
import datetime


#: Before every day; the empty text of records that are never due comes before it.
_FIRST = "0001-01-01"


def categories_on(sets, selection):
    """Return the categories that records have and that go on a list of a ``Selection``."""
    return [text for text in sets.index("archival_category").uniqueValues() if text and _covers(selection, text)]


def _covers(selection, text):
    try:
        return selection.covers(Category.parse(text))
    except ValueError:
        return False


def due_records(sets, selection, day, unit=None, year_until=None, state="filed"):
    """Return the set of record ids of the catalog that are due on a day, holds not considered.

    Parameters:
        sets: ``CatalogSets``.
        selection: a ``rules.selections.Selection``.
        day: a date.
        unit: symbol of a unit, or None for all.
        year_until: last year in which the case was closed, or None.
        state: state of the records.
    """
    categories = categories_on(sets, selection)
    if not categories:
        return IISet()
    found = _ripe(sets, clock_of(selection.kind), day, state)
    found = sets.narrowed(found, "archival_category", categories)
    if unit:
        found = sets.narrowed(found, "owner_unit", unit)
    if year_until:
        last = datetime.date(year_until, 12, 31).isoformat()
        found = sets.narrowed(found, "closed_on", {"query": (_FIRST, last), "range": "min:max"})
    return found


def clock_of(kind):
    """Return the index of the day from which records of a kind of category are due."""
    return "transferable_from" if kind == "A" else "disposable_from"


def _ripe(sets, clock, day, state):
    """Return the records in a state whose clock has run out on a day, of every category."""
    found = sets.matching(clock, {"query": (_FIRST, day.isoformat()), "range": "min:max"})
    return sets.narrowed(sets.narrowed(found, "portal_type", "Record"), "review_state", state)


def in_order(sets, records):
    """Return the UIDs of records in the order of a list: by class, unit and case."""
    sign_of, symbol_of, uid_of = (sets.index(name).documentToKeyMap() for name in ("case_sign", "sort_symbol", "UID"))
    ordered = sorted(records, key=lambda record: (order(sign_of.get(record) or ""), symbol_of.get(record, "")))
    return [uid_of[record] for record in ordered]


@dataclass(frozen=True)
class Due:
    """The filed records of one kind of category that are due on a day and that the person may see.

    Attributes:
        kind: kind of category.
        records: set of record ids of the catalog.
        held: those of them on hold on that day.
    """

    kind: str
    records: object
    held: object


class DueOn:
    """What is due on a day, by kinds; what they share is asked of the catalog once.

    Parameters:
        sets: ``CatalogSets``.
        day: a date.
    """

    def __init__(self, sets, day):
        self.sets = sets
        self.day = day
        self._ripe = {}

    def of(self, kind):
        """Return the ``Due`` of a kind of category."""
        clock = clock_of(kind)
        if clock not in self._ripe:
            ripe = self.sets.permitted(_ripe(self.sets, clock, self.day, "filed"))
            self._ripe[clock] = ripe, held_among(ripe, self.day, self.sets)
        categories = categories_on(self.sets, Selection(kind))
        if not categories:
            return Due(kind, IISet(), IISet())
        ripe, held = self._ripe[clock]
        records = self.sets.narrowed(ripe, "archival_category", categories)
        return Due(kind, records, self.sets.common(records, held) if held else IISet())


def counted_by(sets, due):
    """Return ``{(unit, category): {"records", "held"}}`` of a ``Due``."""
    found = {}
    for category in categories_on(sets, Selection(due.kind)):
        held = sets.narrowed(due.held, "archival_category", category) if due.held else ()
        held_of_unit = sets.counts("owner_unit", held) if held else {}
        numbers = sets.counts("owner_unit", sets.narrowed(due.records, "archival_category", category))
        for unit, number in numbers.items():
            found[unit, category] = {"records": number, "held": held_of_unit.get(unit, 0)}
    return found


def counts(sets, day):
    """Return ``{(unit, category): {"records", "held"}}`` of the filed records that are due on a day.

    Parameters:
        sets: ``CatalogSets``.
        day: a date.
    """
    found, due_on = {}, DueOn(sets, day)
    for kind in KINDS:
        found |= counted_by(sets, due_on.of(kind))
    return found
