"""Lists: what they hold, the answer of the archive, rows and sums (ARCH-6, ARCH-8)."""

from czest.qms.disposal.rules import consents
from czest.qms.disposal.rules import rows
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.rules.rows import Row
from czest.qms.disposal.rules.rows import Totals
from czest.qms.disposal.rules.selections import Selection
from czest.qms.records.rules.retention import Category
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest


ROW = Row(
    record="r1",
    symbol="Z-OR-2016/01",
    case_sign="OR.1510.1.2016",
    heading="Skargi i wnioski załatwiane bezpośrednio",
    first_year=2015,
    last_year=2016,
)


@pytest.mark.parametrize("text", ["B", "BE", "Bc", "A", "B5", "BE10"])
def test_selections(text):
    assert str(Selection.parse(text)) == text


@pytest.mark.parametrize("text", ["", "C", "b5", "B500", "B,BE"])
def test_other_texts_select_nothing(text):
    with pytest.raises(ValueError):
        Selection.parse(text)


@pytest.mark.parametrize(
    ("selection", "covered"),
    [("B", {"B0", "B5"}), ("B5", {"B5"}), ("BE", {"BE5"}), ("Bc", {"Bc"}), ("A", {"A"}), ("B0", {"B0"})],
)
def test_arch_8_a_list_holds_one_kind(selection, covered):
    categories = {"A", "B0", "B5", "BE5", "Bc"}
    assert {one for one in categories if Selection.parse(selection).covers(Category.parse(one))} == covered


@pytest.mark.parametrize(
    ("numbers", "count", "problems", "outcome"),
    [
        ((), 3, (), "consented"),
        ((2,), 3, (), "partly"),
        ((2, 2, 3), 3, (), "partly"),
        ((1, 2, 3), 3, (), "refused"),
        ((4,), 3, (Problem("unknown_row"),), None),
        ((0,), 3, (Problem("unknown_row"),), None),
        ((), 0, (Problem("list_has_no_rows"),), None),
    ],
)
def test_arch_8_the_answer_of_the_archive_tells_rows_apart(numbers, count, problems, outcome):
    assert consents.answer_problems(numbers, count) == problems
    if not problems:
        assert consents.outcome(numbers, count) == outcome


@pytest.mark.parametrize(
    ("state", "left", "after"),
    [
        ("requested", 0, "refused"),
        ("consented", 0, "refused"),
        ("consented", 2, "partly"),
        ("partly", 2, "partly"),
        ("requested", 2, "requested"),
    ],
)
def test_arch_8_a_refusal_of_rows_leaves_the_others(state, left, after):
    assert consents.after_refusal(state, left) == after


def test_arch_8_rows_stand_by_class_and_case_and_are_numbered():
    signs = ["OR.1510.10.2016", "OR.1510.9.2016", "FK.3021.7.2016", "KD.2120.1.2015", "bez znaku"]
    arranged = rows.arranged([replace(ROW, record=sign, case_sign=sign) for sign in signs])
    assert [(row.number, row.case_sign) for row in arranged] == [
        (1, "OR.1510.9.2016"),
        (2, "OR.1510.10.2016"),
        (3, "KD.2120.1.2015"),
        (4, "FK.3021.7.2016"),
        (5, "bez znaku"),
    ]


def test_rows_of_one_case_stand_by_their_symbols():
    second, first = replace(ROW, symbol="Z-OR-2016/02"), ROW
    assert [row.symbol for row in rows.arranged([second, first])] == ["Z-OR-2016/01", "Z-OR-2016/02"]


def test_arch_8_years_and_signature():
    assert ROW.years == "2015–2016"
    assert replace(ROW, last_year=2015).years == "2015"
    assert ROW.signature is None


def test_totals():
    total = rows.totals_of([replace(ROW, units=6), replace(ROW, units=2, files=1240, size=310_000_001, last_year=2020)])
    assert total == Totals(rows=2, units=8, files=1240, size=310_000_001, first_year=2015, last_year=2020)
    assert (total.years, total.megabytes) == ("2015–2020", 310.1)


def test_totals_of_nothing():
    assert rows.totals_of([]) == Totals()
    assert (Totals().years, Totals().megabytes) == ("", 0)


@given(st.lists(st.builds(replace, st.just(ROW), units=st.integers(0, 9), first_year=st.integers(1990, 2015))))
def test_an_order_loses_no_row_and_no_sum(some):
    arranged = rows.arranged(some)
    assert [row.number for row in arranged] == list(range(1, len(some) + 1))
    assert rows.totals_of(arranged) == rows.totals_of(some)
