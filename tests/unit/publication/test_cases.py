"""The life of a publication, and who decides on it (BIP-2, RODO-4)."""

from czest.qms.publication.rules import cases
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


STATES = sorted(cases.STEPS)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
LOGINS = st.sampled_from(["autor", "autor2", "pelnomocnik", "redaktor-bip"])


@given(st.sampled_from(STATES), st.sampled_from(STATES))
def test_only_the_steps_of_the_table_are_possible(state, following):
    if following in cases.STEPS[state]:
        cases.require_step(state, following)
    else:
        with pytest.raises(cases.ImpossibleStep):
            cases.require_step(state, following)


@given(st.lists(st.sampled_from(STATES), max_size=12))
def test_whatever_is_tried_a_note_stays_a_note_and_a_refusal_a_refusal(tried):
    state, ended = cases.REQUESTED, None
    for following in tried:
        try:
            cases.require_step(state, following)
        except cases.ImpossibleStep:
            continue
        assert ended is None
        state = following
        if state in (cases.WITHDRAWN, cases.REFUSED, cases.LAPSED):
            ended = state


def test_nothing_becomes_public_but_from_a_request():
    assert {state for state, steps in cases.STEPS.items() if cases.PUBLISHED in steps} == cases.OPEN


@given(LOGINS, st.frozensets(LOGINS), LOGINS)
def test_whoever_may_decide_neither_wrote_it_nor_asked_for_it(login, authors, requester):
    refusal = cases.decider_refusal(login, authors, requester)
    if refusal is None:
        assert login not in authors
        assert login != requester
    else:
        assert refusal == (cases.AUTHOR if login in authors else cases.REQUESTER)


@given(DAYS, st.integers(1, 50))
def test_the_usual_end_is_the_last_day_of_a_year(day, years):
    end = cases.usual_end(day, years)
    assert (end.month, end.day, end.year - day.year) == (12, 31, years)


@given(DAYS, st.integers(-400, 400))
def test_what_ends_soon_is_not_over(today, distance):
    until = (today + timedelta(days=distance)).isoformat()
    assert cases.is_over(until, today) is (distance < 0)
    assert cases.ends_soon(until, today) is (0 <= distance <= 30)


def test_without_an_end_nothing_is_over():
    assert not cases.is_over("", date(2026, 11, 30))
    assert not cases.ends_soon("", date(2026, 11, 30))


@given(DAYS, st.integers(1, 60))
def test_the_last_day_to_decide_comes_so_many_days_after_the_request(day, count):
    assert (cases.decide_by(day, count) - day).days == count
