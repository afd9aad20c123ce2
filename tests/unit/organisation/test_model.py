"""Periods, days, identifiers."""

from czest.qms.organisation.rules.model import common_period
from czest.qms.organisation.rules.model import covers
from czest.qms.organisation.rules.model import Deputyship
from czest.qms.organisation.rules.model import fold
from czest.qms.organisation.rules.model import POST_ID
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import proposed_post_id
from czest.qms.organisation.rules.model import Refused
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 15))
PERIODS = st.tuples(DAYS, st.none() | DAYS).filter(lambda period: period[1] is None or period[0] <= period[1])


@given(PERIODS, PERIODS)
def test_common_period_holds_exactly_the_days_of_both(one, other):
    common = common_period(one, other)
    for number in range(60):
        day = date(2026, 1, 1) + timedelta(number)
        assert (covers(*one, day) and covers(*other, day)) == bool(common and covers(*common, day))


@pytest.mark.parametrize("day, held", [(date(2026, 1, 31), False), (date(2026, 2, 1), True), (date(2026, 2, 28), True)])
def test_a_period_has_its_first_and_last_day(day, held):
    deputyship = Deputyship(1, "maria", "piotr", date(2026, 2, 1), date(2026, 2, 28), "upoważnienie 3/2026")
    assert deputyship.covers(day) is held


def test_a_period_ends_after_its_last_day():
    assert not covers(date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1))
    assert covers(date(2026, 2, 1), None, date(2126, 3, 1))


def test_fold_takes_diacritics_away():
    assert fold("ZAŻÓŁĆ Gęślą Jaźń") == "zazolc gesla jazn"


@given(st.text(min_size=1), st.from_regex(r"[A-Z]{1,4}", fullmatch=True))
def test_a_proposed_identifier_is_always_admissible(title, unit):
    assert POST_ID.fullmatch(proposed_post_id(title, unit))


def test_a_proposed_identifier_can_be_read():
    assert proposed_post_id("Naczelnik Wydziału Organizacyjnego", "OR") == "naczelnik-wydzialu-organizacyjnego-or"


def test_a_refusal_names_field_and_code():
    assert str(Refused([Problem("symbol", "required"), Problem("title", "too_long", {"limit": 200})])) == (
        "symbol: required; title: too_long"
    )
