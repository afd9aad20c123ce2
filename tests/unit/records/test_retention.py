"""How long records are kept: ARCH-3, ARCH-4, ARCH-5."""

from czest.qms.records.rules import retention
from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import Hold
from czest.qms.records.rules.retention import Year
import datetime
from datetime import date
from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st
import pytest


ONE_DAY = datetime.timedelta(days=1)

DAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))
YEARS = st.integers(0, 99)
CATEGORIES = st.one_of(
    st.sampled_from([Category("A"), Category("Bc")]),
    st.builds(Category, st.sampled_from(["B", "BE"]), YEARS),
)
HOLDS = st.lists(st.builds(Hold, DAYS, st.none() | DAYS, st.none() | DAYS), max_size=4)


def category(text):
    return Category.parse(text)


@pytest.mark.parametrize(
    ("text", "kind", "years"),
    [("A", "A", None), ("Bc", "Bc", None), ("B5", "B", 5), ("B50", "B", 50), ("BE10", "BE", 10), ("B0", "B", 0)],
)
def test_arch_3_categories(text, kind, years):
    parsed = category(text)
    assert (parsed.kind, parsed.years, str(parsed)) == (kind, years, text)
    assert parsed.kind in retention.KINDS


@pytest.mark.parametrize("text", ["", "B", "BE", "a", "B5 ", "b5", "A5", "Bc5", "B100", "BC", "C5", "B-5", "B٥", "A\n"])
def test_arch_3_other_texts_are_no_categories(text):
    with pytest.raises(ValueError):
        category(text)


@given(CATEGORIES)
def test_a_category_is_read_as_it_is_written(one):
    assert Category.parse(str(one)) == one


def test_arch_4_the_example_of_the_act():
    """Closed on 30.06.2021, B5: the years 2022 to 2026, disposal from 01.01.2027 (ARCH-4)."""
    closed_on = date(2021, 6, 30)
    assert [year.year for year in retention.years_of(category("B5"), closed_on)] == [2022, 2023, 2024, 2025, 2026]
    assert retention.retention_until(category("B5"), closed_on) == date(2026, 12, 31)
    assert retention.disposable_from(category("B5"), closed_on) == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("text", "closed_on", "until", "disposable", "appraisal", "transfer"),
    [
        ("B5", date(2021, 1, 1), date(2026, 12, 31), date(2027, 1, 1), None, None),
        ("B5", date(2021, 12, 31), date(2026, 12, 31), date(2027, 1, 1), None, None),
        ("B5", date(2022, 1, 1), date(2027, 12, 31), date(2028, 1, 1), None, None),
        ("B2", date(2024, 2, 29), date(2026, 12, 31), date(2027, 1, 1), None, None),
        ("B0", date(2024, 2, 29), date(2024, 12, 31), date(2025, 1, 1), None, None),
        ("BE5", date(2021, 6, 30), date(2026, 12, 31), None, date(2027, 1, 1), None),
        ("Bc", date(2024, 2, 28), None, date(2024, 2, 29), None, None),
        ("Bc", date(2025, 12, 31), None, date(2026, 1, 1), None, None),
        ("A", date(2021, 6, 30), None, None, None, date(2047, 1, 1)),
        ("B5", None, None, None, None, None),
        ("BE5", None, None, None, None, None),
        ("Bc", None, None, None, None, None),
        ("A", None, None, None, None, None),
    ],
)
def test_arch_4_days(text, closed_on, until, disposable, appraisal, transfer):
    one = category(text)
    assert retention.retention_until(one, closed_on) == until
    assert retention.disposable_from(one, closed_on) == disposable
    assert retention.appraisal_from(one, closed_on) == appraisal
    assert retention.transferable_from(one, closed_on) == transfer
    assert retention.due_from(one, closed_on) == (disposable or appraisal or transfer)


@pytest.mark.parametrize(
    ("appraised_on", "disposable"),
    [
        (None, None),
        (date(2026, 5, 5), date(2027, 1, 1)),
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 3, 8), date(2027, 3, 8)),
    ],
)
def test_arch_3_be_waits_for_its_appraisal(appraised_on, disposable):
    found = retention.disposable_from(category("BE5"), date(2021, 6, 30), appraised_on=appraised_on)
    assert found == disposable


def test_an_appraisal_changes_nothing_for_other_kinds():
    for text in ("A", "B5", "Bc"):
        plain = retention.disposable_from(category(text), date(2021, 6, 30))
        assert retention.disposable_from(category(text), date(2021, 6, 30), appraised_on=date(2022, 1, 1)) == plain


@given(YEARS, DAYS)
@example(0, date(2024, 2, 29))
@example(5, date(2024, 12, 31))
@example(5, date(2025, 1, 1))
def test_arch_4_full_years_lie_between_the_end_of_the_case_and_the_disposal(years, closed_on):
    one = Category("B", years)
    until = retention.retention_until(one, closed_on)
    first = retention.disposable_from(one, closed_on)
    assert closed_on <= until < first == until + ONE_DAY
    assert (first.month, first.day) == (1, 1)
    between = retention.years_of(one, closed_on)
    assert [year.number for year in between] == list(range(1, years + 1))
    assert all(closed_on < date(year.year, 1, 1) and date(year.year, 12, 31) < first for year in between)


@given(CATEGORIES, DAYS, DAYS)
def test_arch_4_what_ended_later_is_never_due_earlier(one, first, second):
    earlier, later = sorted((first, second))
    assert retention.due_from(one, earlier) <= retention.due_from(one, later)


@given(st.sampled_from(["B", "BE"]), YEARS, YEARS, DAYS)
def test_arch_4_more_years_are_never_shorter(kind, first, second, closed_on):
    fewer, more = sorted((first, second))
    assert retention.due_from(Category(kind, fewer), closed_on) <= retention.due_from(Category(kind, more), closed_on)


@given(DAYS, HOLDS, DAYS, st.none() | DAYS)
def test_arch_5_category_a_is_never_disposable(closed_on, holds, day, appraised_on):
    assert retention.disposable_from(Category("A"), closed_on, holds, day, appraised_on) is None
    first = retention.transferable_from(Category("A"), closed_on)
    assert len(retention.years_of(Category("A"), closed_on)) == 25 == first.year - closed_on.year - 1


@pytest.mark.parametrize(
    ("hold", "day", "in_force"),
    [
        (Hold(date(2026, 9, 14)), date(2026, 9, 13), False),
        (Hold(date(2026, 9, 14)), date(2026, 9, 14), True),
        (Hold(date(2026, 9, 14)), date(2999, 1, 1), True),
        (Hold(date(2026, 9, 14), date(2031, 12, 31)), date(2031, 12, 31), True),
        (Hold(date(2026, 9, 14), date(2031, 12, 31)), date(2032, 1, 1), False),
        (Hold(date(2026, 9, 14), lifted=date(2026, 10, 1)), date(2026, 9, 30), True),
        (Hold(date(2026, 9, 14), lifted=date(2026, 10, 1)), date(2026, 10, 1), False),
    ],
)
def test_holds(hold, day, in_force):
    assert hold.is_in_force(day) is in_force


def test_the_longest_hold_counts():
    day = date(2026, 11, 30)
    holds = [Hold(date(2026, 1, 1), date(2030, 5, 5)), Hold(date(2026, 1, 1), date(2028, 1, 1))]
    assert retention.held_until(holds, day) == date(2030, 5, 5)
    assert retention.held_until([*holds, Hold(date(2026, 1, 1))], day) == retention.WITHOUT_END
    assert retention.held_until([Hold(date(2026, 12, 1))], day) is None
    assert retention.held_until([], day) is None


@pytest.mark.parametrize(
    ("hold", "disposable"),
    [
        (Hold(date(2026, 9, 14)), None),
        (Hold(date(2026, 9, 14), date(2031, 12, 30)), date(2031, 12, 31)),
        (Hold(date(2026, 9, 14), date(2026, 12, 31)), date(2027, 1, 1)),
        (Hold(date(2026, 9, 14), lifted=date(2026, 9, 20)), date(2027, 1, 1)),
    ],
)
def test_arch_4_a_hold_beats_the_day(hold, disposable):
    day = date(2026, 11, 30)
    found = retention.disposable_from(category("B5"), date(2021, 6, 30), [hold], day)
    assert found == disposable
    assert retention.due_from(category("B5"), date(2021, 6, 30), [hold], day) == disposable
    assert retention.retention_until(category("B5"), date(2021, 6, 30)) == date(2026, 12, 31)


@given(CATEGORIES, DAYS, HOLDS, DAYS, st.none() | DAYS)
def test_nothing_is_disposable_under_a_hold_or_within_its_years(one, closed_on, holds, day, appraised_on):
    found = retention.disposable_from(one, closed_on, holds, day, appraised_on)
    if found is None:
        return
    assert found > closed_on
    until = retention.retention_until(one, closed_on)
    assert until is None or found > until
    assert not any(hold.is_in_force(day) and hold.until is None for hold in holds)
    assert all(hold.until < found for hold in holds if hold.is_in_force(day))
    assert found >= retention.disposable_from(one, closed_on, appraised_on=appraised_on)


def test_the_years_of_the_project_under_a_hold():
    """B10, closed 30.06.2026, held from 14.09.2026 to 31.12.2031: five years held, five not."""
    holds = [Hold(date(2026, 9, 14), date(2031, 12, 31))]
    years = retention.years_of(category("B10"), date(2026, 6, 30), holds, date(2026, 11, 30))
    assert years[0] == Year(2027, 1, True)
    assert years[-1] == Year(2036, 10, False)
    assert [year.year for year in years if year.is_held] == [2027, 2028, 2029, 2030, 2031]


def test_a_hold_without_an_end_lies_over_every_year_and_one_that_ended_over_none():
    closed_on, day = date(2024, 6, 30), date(2026, 11, 30)
    without_end = retention.years_of(category("B3"), closed_on, [Hold(date(2026, 1, 1))], day)
    assert [year.is_held for year in without_end] == [False, True, True]
    ended = retention.years_of(category("B3"), closed_on, [Hold(date(2025, 1, 1), date(2026, 1, 1))], day)
    assert not any(year.is_held for year in ended)


@pytest.mark.parametrize(("text", "closed_on"), [("Bc", date(2026, 1, 1)), ("B5", None), ("A", None)])
def test_no_row_of_years(text, closed_on):
    assert retention.years_of(category(text), closed_on) == ()


@pytest.mark.parametrize(
    ("state", "in_force_to", "clock"),
    [
        ("superseded", date(2026, 3, 1), date(2026, 3, 1)),
        ("withdrawn", date(2026, 3, 1), date(2026, 3, 1)),
        ("withdrawn", None, None),
        ("in_force", date(2027, 3, 1), None),
        ("draft", None, None),
    ],
)
def test_arch_4_the_clock_of_an_edition_starts_with_the_end_of_its_force(state, in_force_to, clock):
    assert retention.clock_of_edition(state, in_force_to) == clock
