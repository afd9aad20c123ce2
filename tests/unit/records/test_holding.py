"""Legal holds as plain values: which are in force, how long they last, how they are changed."""

from czest.qms.records.rules import holding
from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import disposable_from
import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = datetime.date(2026, 11, 30)
ONE_DAY = datetime.timedelta(days=1)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2035, 12, 31))


@st.composite
def holds(draw):
    since = draw(DAYS)
    until = draw(st.none() | st.dates(since, datetime.date(2040, 1, 1)))
    lifted = draw(st.none() | st.dates(since, datetime.date(2040, 1, 1)))
    return {"id": draw(st.uuids()).hex, "since": since, "until": until, "lifted": lifted}


ANY_HOLDS = st.lists(holds(), max_size=5).map(tuple)


@given(ANY_HOLDS, DAYS)
def test_a_hold_is_in_force_from_its_first_to_its_last_day_unless_it_is_lifted(given_holds, day):
    expected = [
        hold
        for hold in given_holds
        if hold["since"] <= day
        and day <= (hold["until"] or datetime.date.max)
        and day < (hold["lifted"] or datetime.date.max)
    ]
    assert holding.in_force(given_holds, day) == expected


@given(ANY_HOLDS, DAYS, DAYS)
def test_arch_4_nothing_under_hold_is_disposable_today_and_without_holds_the_day_is_the_same(given_holds, day, closed):
    category = Category.parse("B5")
    rules = [holding.as_rule(hold) for hold in given_holds]
    first = disposable_from(category, closed, rules, day)
    if holding.in_force(given_holds, day):
        assert first is None or first > day
    else:
        assert first == disposable_from(category, closed)


@given(ANY_HOLDS, DAYS)
def test_lifting_all_ends_all(given_holds, day):
    lifted = holding.changed(given_holds, {hold["id"] for hold in given_holds}, lifted=day)
    assert holding.in_force(lifted, day) == []
    assert holding.last_day(lifted) is None
    assert [hold["since"] for hold in lifted] == [hold["since"] for hold in given_holds]


@given(ANY_HOLDS, DAYS)
def test_changing_one_hold_leaves_the_others_and_the_old_tuple_as_they_were(given_holds, day):
    before = [dict(hold) for hold in given_holds]
    ids = {hold["id"] for hold in given_holds[:1]}
    after = holding.changed(given_holds, ids, until=day)
    assert list(given_holds) == before
    assert after[1:] == given_holds[1:]
    assert all(hold["until"] == day for hold in after[:1])


@given(ANY_HOLDS)
def test_the_last_day_is_that_of_the_hold_that_lasts_longest(given_holds):
    standing = [hold for hold in given_holds if hold["lifted"] is None]
    last = holding.last_day(given_holds)
    assert (last is None) == (not standing)
    assert all((hold["until"] or datetime.date.max) <= last for hold in standing)


@pytest.mark.parametrize(
    ("until", "problem"), [(None, None), (DAY, None), (DAY + ONE_DAY, None), (DAY - ONE_DAY, "past")]
)
def test_a_hold_ends_today_at_the_earliest(until, problem):
    assert holding.end_problem(until, DAY) == problem


@pytest.mark.parametrize(
    ("present", "until", "problem"),
    [
        (DAY, None, None),
        (DAY, DAY + ONE_DAY, None),
        (DAY, DAY, "not_later"),
        (DAY + ONE_DAY, DAY, "not_later"),
        (None, DAY, "not_later"),
        (None, None, "not_later"),
        (DAY - 9 * ONE_DAY, DAY - ONE_DAY, "past"),
    ],
)
def test_an_extension_ends_later_than_the_hold_did(present, until, problem):
    assert holding.extension_problem(present, until, DAY) == problem


@pytest.mark.parametrize(("days", "soon"), [(0, True), (30, True), (31, False)])
def test_the_end_is_near_for_thirty_days(days, soon):
    assert holding.ends_soon(DAY + days * ONE_DAY, DAY) is soon
    assert holding.ends_soon(None, DAY) is False
