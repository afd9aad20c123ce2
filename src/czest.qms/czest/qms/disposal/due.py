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
    clock = "transferable_from" if selection.kind == "A" else "disposable_from"
    found = sets.matching(clock, {"query": (_FIRST, day.isoformat()), "range": "min:max"})
    found = sets.narrowed(found, "archival_category", categories)
    found = sets.narrowed(found, "portal_type", "Record")
    found = sets.narrowed(found, "review_state", state)
    if unit:
        found = sets.narrowed(found, "owner_unit", unit)
    if year_until:
        last = datetime.date(year_until, 12, 31).isoformat()
        found = sets.narrowed(found, "closed_on", {"query": (_FIRST, last), "range": "min:max"})
    return found


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


def due_of(sets, kind, day):
    """Return the ``Due`` of a kind of category on a day."""
    records = sets.permitted(due_records(sets, Selection(kind), day))
    return Due(kind, records, held_among(records, day, sets))


def counted_by(sets, due):
    """Return ``{(unit, category): {"records", "held"}}`` of a ``Due``."""
    found = {}
    for category in categories_on(sets, Selection(due.kind)):
        held_of_unit = sets.counts("owner_unit", sets.narrowed(due.held, "archival_category", category))
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
    found = {}
    for kind in KINDS:
        found |= counted_by(sets, due_of(sets, kind, day))
    return found
