"""The life of one publication and its days."""

from czest.qms.publication.rules import cases
import datetime
from hypothesis import given
from hypothesis import strategies
import pytest


DAYS = strategies.dates(datetime.date(2000, 1, 1), datetime.date(2099, 1, 1))


@given(DAYS, strategies.integers(1, 60))
def test_the_last_day_to_decide_comes_so_many_days_after_the_request(day, count):
    assert (cases.decide_by(day, count) - day).days == count


def test_whoever_wrote_or_asked_does_not_decide():
    authors = {"autor", "redaktor"}
    assert cases.decider_refusal("redaktor", authors, "autor") == cases.AUTHOR
    assert cases.decider_refusal("pelnomocnik", authors, "pelnomocnik") == cases.REQUESTER
    assert cases.decider_refusal("redaktor-bip", authors, "autor") is None


@pytest.mark.parametrize("state", [cases.REFUSED, cases.LAPSED, cases.WITHDRAWN])
@pytest.mark.parametrize("following", list(cases.STEPS))
def test_what_has_ended_leads_nowhere(state, following):
    with pytest.raises(cases.ImpossibleStep):
        cases.require_step(state, following)


@given(DAYS, strategies.integers(-100, 100))
def test_an_entry_ends_soon_or_is_over_and_never_both(day, distance):
    until = (day + datetime.timedelta(days=distance)).isoformat()
    assert cases.is_over(until, day) is (distance < 0)
    assert cases.ends_soon(until, day) is (0 <= distance <= 30)
    assert not (cases.is_over("", day) or cases.ends_soon("", day))
