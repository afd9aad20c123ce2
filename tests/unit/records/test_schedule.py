"""The schedule of a record: ARCH-2, ARCH-3."""

from czest.qms.classification.rules.terms import Term
from czest.qms.records.rules import citations
from czest.qms.records.rules import lifecycle
from czest.qms.records.rules import schedule
from datetime import date
import pytest


DAY = date(2026, 11, 30)

GROUP = Term("151", "Skargi i wnioski", parent="15")
END = Term("1510", "Skargi i wnioski załatwiane bezpośrednio", parent="151", category="B10", other_category="Bc")
FORMER = Term("1510", "Skargi", parent="151", category="A", valid_until=date(2020, 12, 31))
CURRENT = Term("1510", "Skargi i wnioski", parent="151", category="B10", valid_from=date(2021, 1, 1))
FUTURE = Term("1510", "Skargi i wnioski", parent="151", category="B10", valid_from=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("versions", "problem"),
    [
        ((), "unknown_class"),
        ((GROUP,), "not_end_class"),
        ((FORMER,), "class_not_valid"),
        ((FUTURE,), "class_not_valid"),
        ((FORMER, FUTURE), "class_not_valid"),
        ((END,), None),
        ((FORMER, CURRENT), None),
    ],
)
def test_arch_2_only_an_end_class_valid_on_the_day(versions, problem):
    assert schedule.class_problem(versions, DAY) == problem


def test_arch_2_a_class_that_ended_was_right_in_its_time():
    assert schedule.class_problem((FORMER,), date(2020, 12, 31)) is None


def test_arch_3_category():
    assert schedule.category_problem("B5") is None
    assert schedule.category_problem("") == schedule.category_problem("B500") == "bad_category"


@pytest.mark.parametrize(
    ("category", "versions", "agrees"),
    [
        ("B10", (END,), True),
        ("Bc", (END,), True),
        ("B5", (END,), False),
        ("A", (FORMER, CURRENT), False),
        ("B10", (FORMER, CURRENT), True),
        ("B10", (), False),
    ],
)
def test_arch_3_the_class_gives_the_category(category, versions, agrees):
    assert schedule.category_agrees(category, versions, DAY) is agrees


def test_every_refusal_has_its_article():
    refusals = {
        *(schedule.class_problem(versions, DAY) for versions in ((), (GROUP,), (FORMER,))),
        schedule.category_problem(""),
        lifecycle.filing_problem(None, DAY),
        lifecycle.filing_problem(date(2027, 1, 1), DAY),
    }
    assert refusals == set(citations.CITATIONS)
