"""The full years of keeping as a row."""

from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import Hold
from czest.qms.records.rules.retention import years_of
from czest.qms.records.rules.years_row import MOST_FIELDS
from czest.qms.records.rules.years_row import row_of
import datetime
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


CLOSED = date(2026, 6, 30)
DAYS = st.dates(date(1950, 1, 1), date(2200, 12, 31))
HOLDS = st.lists(st.builds(Hold, DAYS, st.none() | DAYS), max_size=3)


def row(category, closed_on=CLOSED, day=date(2026, 11, 30), holds=()):
    return row_of(years_of(Category.parse(category), closed_on, holds, day), closed_on, day, holds)


def test_each_full_year_has_a_field_while_words_fit_in():
    drawn = row("B10")
    assert [(field.first, field.last, field.numbers) for field in drawn.fields] == [
        (2026 + number, 2026 + number, (number, number)) for number in range(1, 11)
    ]
    assert drawn.edge == pytest.approx(100 / 12)
    assert drawn.fields[0].left == pytest.approx(drawn.edge)


def test_years_of_a_long_row_stand_together():
    drawn = row("B50")
    assert len(drawn.fields) <= MOST_FIELDS
    assert (drawn.fields[0].first, drawn.fields[0].last, drawn.fields[0].numbers) == (2027, 2030, (1, 4))
    assert (drawn.fields[-1].first, drawn.fields[-1].last, drawn.fields[-1].numbers) == (2075, 2076, (49, 50))


def test_days_lie_where_they_fall():
    drawn = row("B1", day=date(2027, 1, 1))
    assert drawn.today == pytest.approx(100 / 3)
    assert drawn.closed == pytest.approx(100 / 3 * 180 / 366)
    assert [field.is_over for field in row("B1", day=date(2027, 12, 31)).fields] == [False]
    assert [field.is_over for field in row("B1", day=date(2028, 1, 1)).fields] == [True]
    assert row("B1", day=date(2050, 1, 1)).today == 100


def test_a_hold_lies_from_its_first_to_its_last_day():
    hold = Hold(date(2027, 1, 1), date(2029, 1, 1))
    drawn = row("B10", day=date(2027, 6, 1), holds=[hold])
    (bar,) = drawn.bars
    assert (bar.left, bar.width, bar.until) == (pytest.approx(100 / 12), pytest.approx(200 / 12), date(2029, 1, 1))
    assert [field.is_held for field in drawn.fields[:4]] == [True, True, True, False]
    assert [field.is_held for field in drawn.fields[3:]] == [False] * 7


def test_a_hold_without_an_end_reaches_the_end_of_the_row():
    drawn = row("B10", day=date(2028, 6, 1), holds=[Hold(date(2027, 1, 1)), Hold(date(2027, 1, 1), date(2027, 2, 1))])
    (bar,) = drawn.bars
    assert bar.left + bar.width == pytest.approx(100)
    assert all(field.is_held for field in drawn.fields)


@given(st.integers(1, 99), DAYS, DAYS, HOLDS)
def test_the_fields_fill_the_row_and_nothing_leaves_it(years, closed_on, day, holds):
    drawn = row(f"B{years}", closed_on, day, holds)
    ends = [drawn.edge, *(field.left + field.width for field in drawn.fields)]
    assert [field.left for field in drawn.fields] == pytest.approx(ends[:-1])
    assert ends[-1] + drawn.edge == pytest.approx(100)
    assert [field.first for field in drawn.fields] == [closed_on.year + field.numbers[0] for field in drawn.fields]
    assert 1 <= len(drawn.fields) <= MOST_FIELDS
    places = [
        drawn.today,
        drawn.closed,
        *(bar.left for bar in drawn.bars),
        *(bar.left + bar.width for bar in drawn.bars),
    ]
    assert all(0 <= place <= 100 + 1e-9 for place in places)


@given(st.integers(0, 60), DAYS)
def test_a_later_day_lies_no_further_left(days, day):
    later = day + datetime.timedelta(days)
    assert row("B10", day=day).today <= row("B10", day=later).today + 1e-9
