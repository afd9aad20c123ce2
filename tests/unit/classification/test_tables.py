"""Soundness of tables and what an import does."""

from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.tables import arranged
from czest.qms.classification.rules.tables import changes
from czest.qms.classification.rules.tables import Fault
from czest.qms.classification.rules.tables import faults_of
from czest.qms.classification.rules.tables import LONGEST_TITLE
from czest.qms.classification.rules.tables import merged
from czest.qms.classification.rules.terms import Term
import dataclasses
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies
import pytest


PROCESS = SCHEMES["process"]
TODAY = date(2026, 11, 24)
EVE = date(2026, 11, 23)


def faults(scheme, *terms):
    return [
        (fault.row, fault.column, fault.problem)
        for fault in faults_of(SCHEMES[scheme], list(enumerate(terms, start=2)))
    ]


def test_a_sound_table_has_no_faults():
    old = Term("0142", "old", "014", valid_until=EVE, category="B5")
    new = Term("0142", "new", "014", valid_from=TODAY)
    below = Term("01421", "below", "0142", valid_from=TODAY, category="A", other_category="Bc")
    assert faults("jrwa", Term("0", "a"), Term("01", "b", "0"), Term("014", "c", "01"), old, new, below) == []


@pytest.mark.parametrize(
    ("scheme", "term", "column", "problem"),
    [
        ("jrwa", Term("O142", "x"), "symbol", "bad_symbol"),
        ("process", Term("", "x"), "symbol", "missing"),
        ("process", Term("PZ-ą", "x"), "symbol", "bad_symbol"),
        ("process", Term("PZ", ""), "nazwa", "missing"),
        ("jrwa", Term("0", ""), "haslo", "missing"),
        ("process", Term("PZ", "x" * (LONGEST_TITLE + 1)), "nazwa", "too_long"),
        ("process", Term("PZ", "x", valid_from=TODAY, valid_until=EVE), "wazne_do", "ends_before_it_begins"),
        ("jrwa", Term("0", "x", category="B"), "kategoria_macierzysta", "bad_category"),
        ("jrwa", Term("0", "x", other_category="b5"), "kategoria_inna", "bad_category"),
        ("openness_basis", Term("x", "x", openness=("bip", "jawne")), "jawnosc", "bad_openness"),
        ("process", Term("PZ-1", "x", "PZ"), "nadrzedny", "unknown_parent"),
        ("jrwa", Term("01", "x", "0"), "symbol", "unknown_parent"),
        ("process", Term("PZ", "x", "PZ"), "nadrzedny", "own_ancestor"),
    ],
)
def test_faults_of_one_term(scheme, term, column, problem):
    assert faults(scheme, term) == [(2, column, problem)]


def test_longest_title_is_allowed():
    assert faults("process", Term("PZ", "x" * LONGEST_TITLE)) == []


def test_one_symbol_twice_for_the_same_days():
    assert faults("process", Term("PZ", "a", valid_until=TODAY), Term("PZ", "b", valid_from=TODAY)) == [
        (3, "symbol", "repeated")
    ]


def test_a_circle_is_told_of_its_members_only():
    table = (Term("A", "a", "B"), Term("B", "b", "A"), Term("C", "c", "A"))
    assert faults("process", *table) == [(2, "nadrzedny", "own_ancestor"), (3, "nadrzedny", "own_ancestor")]


def test_a_category_above_the_end():
    assert faults("jrwa", Term("0", "a", category="A"), Term("01", "b", "0", category="A")) == [
        (2, "kategoria_macierzysta", "category_above_end")
    ]


def test_faults_come_in_the_order_of_rows():
    found = faults_of(SCHEMES["process"], [(2, Term("B", "", "X")), (3, Term("", "c"))])
    assert [fault.row for fault in found] == [2, 2, 3]
    assert found[0] == Fault(2, "nazwa", "missing", "")


def test_a_symbol_missing_in_the_file_ends_yesterday():
    kept = Term("A", "a")
    assert merged(PROCESS, (kept,), (Term("B", "b"),), TODAY) == (
        Term("B", "b"),
        dataclasses.replace(kept, valid_until=EVE),
    )


@pytest.mark.parametrize(
    ("term", "valid_until"),
    [
        (Term("A", "a", valid_until=date(2020, 1, 1)), date(2020, 1, 1)),
        (Term("A", "a", valid_until=date(2030, 1, 1)), EVE),
        (Term("A", "a", valid_from=TODAY), TODAY),
        (Term("A", "a", valid_from=TODAY, valid_until=TODAY), TODAY),
    ],
)
def test_last_day_of_a_missing_symbol(term, valid_until):
    assert merged(PROCESS, (term,), (), TODAY) == (dataclasses.replace(term, valid_until=valid_until),)


def test_what_had_not_begun_goes():
    assert merged(PROCESS, (Term("A", "a", valid_from=TODAY + timedelta(days=1)),), (), TODAY) == ()


def test_the_file_decides_about_every_symbol_it_holds():
    existing = (Term("A", "old", valid_until=EVE), Term("A", "new", valid_from=TODAY))
    assert merged(PROCESS, existing, (Term("A", "only"),), TODAY) == (Term("A", "only"),)


DAYS = strategies.none() | strategies.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3))
TABLES = strategies.dictionaries(
    strategies.sampled_from("ABCD"),
    strategies.tuples(DAYS, DAYS).filter(lambda days: not (days[0] and days[1] and days[0] > days[1])),
).map(lambda days: tuple(Term(token, token, valid_from=a, valid_until=b) for token, (a, b) in days.items()))


@given(TABLES, TABLES)
def test_an_import_loses_no_term_that_documents_may_carry(existing, imported):
    after = merged(PROCESS, existing, imported, TODAY)
    begun = {term.token for term in existing if term.valid_from is None or term.valid_from <= TODAY}
    assert begun <= {term.token for term in after}
    assert faults_of(SCHEMES["process"], [(0, term) for term in after]) == []
    valid_tomorrow = {term.token for term in after if term.is_valid_on(TODAY + timedelta(days=1))}
    assert valid_tomorrow <= {term.token for term in imported}


@given(TABLES, TABLES)
def test_changes_tell_how_one_table_becomes_the_other(before, after):
    found = changes(before, after)
    kept = set(before) - set(found.removed)
    replaced = {term.key for term in (*found.changed, *found.ended)}
    result = {term for term in kept if term.key not in replaced} | {*found.added, *found.changed, *found.ended}
    assert result == set(after)
    assert bool(found) is (set(before) != set(after))


def test_terms_stand_with_those_under_them():
    table = (Term("B", "b"), Term("A1", "a1", "A"), Term("B1", "b1", "B"), Term("A", "a"), Term("X", "x", "gone"))
    assert [term.token for term in arranged(PROCESS, table)] == ["B", "B1", "A", "A1", "X"]


def test_versions_of_a_term_stand_together_and_only_once():
    old, new = Term("C", "old", "A", valid_until=EVE), Term("C", "new", "B", valid_from=TODAY)
    table = (Term("A", "a"), old, Term("D", "d", "C"), Term("B", "b"), new)
    assert [term.title for term in arranged(PROCESS, table)] == ["a", "old", "d", "b", "new"]


def test_jrwa_is_arranged_by_symbol():
    old, new = Term("0", "old", valid_until=EVE), Term("0", "new", valid_from=TODAY)
    table = (Term("1", "b"), new, Term("01", "a", "0"), old)
    assert [term.title for term in arranged(SCHEMES["jrwa"], table)] == ["old", "new", "a", "b"]


@given(
    strategies.lists(
        strategies.tuples(strategies.sampled_from("ABCDE"), strategies.none() | strategies.sampled_from("ABCDE")),
        unique_by=lambda pair: pair[0],
    )
)
def test_arranging_keeps_every_term_of_a_sound_table(pairs):
    table = tuple(Term(token, token, parent) for token, parent in pairs)
    if not faults_of(PROCESS, list(enumerate(table))):
        arranged_table = arranged(PROCESS, table)
        assert sorted(arranged_table, key=lambda term: term.token) == sorted(table, key=lambda term: term.token)
        places = [term.token for term in arranged_table]
        assert all(places.index(term.parent) < places.index(term.token) for term in table if term.parent)


def test_kinds_of_changes():
    before = (Term("A", "a"), Term("B", "b"), Term("C", "c"), Term("D", "d", valid_until=EVE))
    after = (Term("A", "a", valid_until=EVE), Term("B", "b!"), Term("E", "e"), Term("D", "d"))
    found = changes(before, after)
    assert [term.token for term in found.ended] == ["A"]
    assert [term.token for term in found.changed] == ["B", "D"]
    assert [term.token for term in found.added] == ["E"]
    assert [term.token for term in found.removed] == ["C"]
