"""Soundness of a table of terms, and what an import makes of the table there was."""

from czest.qms.classification.rules.schemes import OPENNESS
from czest.qms.classification.rules.symbols import is_archival_category
from czest.qms.classification.rules.terms import Term
import dataclasses
import datetime


LONGEST_TITLE = 300


@dataclasses.dataclass(frozen=True)
class Fault:
    """One thing wrong in a file.

    Attributes:
        row: number of the row as spreadsheets count it, the heading being 1; 0 for the file as a whole.
        column: heading of the column, or an empty string.
        problem: identifier of what is wrong (a key of ``messages.PROBLEMS``).
        value: what stands there.
    """

    row: int
    column: str
    problem: str
    value: str = ""


def faults_of(scheme, numbered):
    """Return the faults of a table.

    Parameters:
        scheme: a ``Scheme``.
        numbered: list of pairs (number of the row, ``Term``).
    """
    faults = []
    for row, term in numbered:
        faults += [Fault(row, *rest) for rest in _faults_of_term(scheme, term)]
    faults += _faults_of_periods(numbered)
    faults += _faults_of_tree(scheme, numbered)
    return sorted(faults, key=lambda fault: fault.row)


def _faults_of_term(scheme, term):
    heading = {attribute: column for column, attribute in scheme.columns.items()}
    if not scheme.symbol.fullmatch(term.token):
        yield heading["token"], "bad_symbol" if term.token else "missing", term.token
    if not term.title:
        yield heading["title"], "missing", ""
    elif len(term.title) > LONGEST_TITLE:
        yield heading["title"], "too_long", str(LONGEST_TITLE)
    if term.valid_from and term.valid_until and term.valid_from > term.valid_until:
        yield heading["valid_until"], "ends_before_it_begins", term.valid_until.isoformat()
    for attribute in ("category", "other_category"):
        category = getattr(term, attribute)
        if category is not None and not is_archival_category(category):
            yield heading[attribute], "bad_category", category
    for degree in term.openness:
        if degree not in OPENNESS:
            yield heading["openness"], "bad_openness", degree


def _faults_of_periods(numbered):
    earlier = {}
    for row, term in numbered:
        versions = earlier.setdefault(term.token, [])
        if any(term.meets(version) for version in versions):
            yield Fault(row, "symbol", "repeated", term.token)
        versions.append(term)


def _faults_of_tree(scheme, numbered):
    parents = {term.token: term.parent for _, term in numbered}
    column = "symbol" if scheme.nested_symbols else "nadrzedny"
    for row, term in numbered:
        if term.parent is None:
            continue
        if term.parent not in parents:
            yield Fault(row, column, "unknown_parent", term.parent)
        elif _is_its_own_ancestor(term.token, parents):
            yield Fault(row, column, "own_ancestor", term.parent)
    children = {}
    for _, term in numbered:
        children.setdefault(term.parent, []).append(term)
    for row, term in numbered:
        if term.category is not None and any(child.meets(term) for child in children.get(term.token, ())):
            yield Fault(row, "kategoria_macierzysta", "category_above_end", term.category)


def _is_its_own_ancestor(token, parents):
    met = set()
    current = parents[token]
    while current in parents and current not in met:
        if current == token:
            return True
        met.add(current)
        current = parents[current]
    return False


def merged(scheme, existing, imported, day):
    """Return the table after an import, in which no term that documents may carry is lost.

    The file decides about every symbol it holds. A symbol it does not hold ends on the eve of ``day`` (on ``day``, if
    it began only then): documents keep its title, new ones cannot take it. Only what was to begin later goes.

    Parameters:
        scheme: a ``Scheme``.
        existing, imported: tuples of ``Term``, each without faults.
        day: date of the import.
    """
    held = {term.token for term in imported}
    kept = [_ended(term, day) for term in existing if term.token not in held and _has_begun(term, day)]
    return arranged(scheme, (*imported, *kept))


def arranged(scheme, terms):
    """Return terms without faults in the order in which people see them: every term with those under it.

    Where the symbol tells the place (JRWA), by symbol; elsewhere siblings stay in the order they have.
    """
    if scheme.nested_symbols:
        return tuple(sorted(terms, key=lambda term: (term.token, term.valid_from or datetime.date.min)))
    tokens = {term.token for term in terms}
    siblings = {}
    for term in terms:
        parent = term.parent if term.parent in tokens else None
        siblings.setdefault(parent, {}).setdefault(term.token, []).append(term)
    return tuple(_with_those_under(None, siblings))


def _with_those_under(parent, siblings):
    """Yield the terms under ``parent``; what was yielded leaves ``siblings``, so nothing comes twice."""
    for token, versions in siblings.pop(parent, {}).items():
        yield from versions
        yield from _with_those_under(token, siblings)


def _has_begun(term, day):
    return term.valid_from is None or term.valid_from <= day


def _ended(term, day):
    eve = day - datetime.timedelta(days=1)
    last = max(eve, term.valid_from or eve)
    if term.valid_until is not None and term.valid_until <= last:
        return term
    return dataclasses.replace(term, valid_until=last)


@dataclasses.dataclass(frozen=True)
class Changes:
    """What an import changes: tuples of ``Term``, as they will be (``removed``: as they were)."""

    added: tuple
    changed: tuple
    ended: tuple
    removed: tuple

    def __bool__(self):
        return bool(self.added or self.changed or self.ended or self.removed)


def changes(before, after):
    """Return the ``Changes`` between two tables."""
    old = {term.key: term for term in before}
    new_keys = {term.key for term in after}
    altered = [term for term in after if term.key in old and old[term.key] != term]
    ended = tuple(term for term in altered if _differs_in_end_only(old[term.key], term))
    return Changes(
        added=tuple(term for term in after if term.key not in old),
        changed=tuple(term for term in altered if term not in ended),
        ended=ended,
        removed=tuple(term for term in before if term.key not in new_keys),
    )


def _differs_in_end_only(old: Term, new: Term):
    return new.valid_until is not None and dataclasses.replace(old, valid_until=new.valid_until) == new
