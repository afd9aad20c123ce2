"""Waits and months of the live figures."""

from collections import Counter
from czest.qms.workflows.rules import figures
import datetime
from hypothesis import given
from hypothesis import strategies as st
import statistics
from urllib.parse import parse_qsl
from urllib.parse import urlsplit


TODAY = datetime.date(2026, 11, 30)
days_past = st.integers(0, 20_000)


def day(past):
    return (TODAY - datetime.timedelta(days=past)).isoformat()


@given(st.lists(days_past, min_size=1, max_size=60), st.integers(0, 5))
def test_waits_are_those_of_the_standard_library_whatever_is_not_known(past, unknown):
    counts = Counter(map(day, past)) + Counter({"": unknown})
    found = figures.waits(counts, TODAY)
    assert found.longest == max(past)
    assert found.median == int(statistics.median(past) + 0.5)


def test_nothing_is_said_of_the_waits_of_nothing():
    assert figures.waits({}, TODAY) is None
    assert figures.waits({"": 7}, TODAY) is None


def test_what_entered_its_state_tomorrow_waits_no_day():
    assert figures.days_since("2026-12-01", TODAY) == 0


@given(st.dates(datetime.date(1900, 1, 1)))
def test_the_months_are_the_twelve_that_end_with_the_present_one(today):
    months = figures.months_until(today)
    first = datetime.date.fromisoformat(f"{months[0]}-01")
    assert len(set(months)) == 12
    assert months == sorted(months)
    assert all(figures.is_month(month) for month in months)
    assert months[-1] == today.isoformat()[:7]
    assert (today.year - first.year) * 12 + today.month - first.month == 11


@given(st.text(max_size=9))
def test_a_month_is_one_of_the_calendar(text):
    try:
        is_month = len(text) == 7 and text.isascii() and bool(datetime.date.fromisoformat(f"{text}-01"))
    except ValueError:
        is_month = text.startswith("0000-") and text[5:] in {f"{number:02}" for number in range(1, 13)}
    assert figures.is_month(text) == is_month


@given(st.sampled_from(["", "2026-11"]), st.booleans(), st.text(max_size=5))
def test_an_address_says_what_was_asked_and_nothing_empty(entered, late, sort):
    address = figures.list_address("https://qms.example/@@workflow-list", "w", "in_review", entered, late, sort=sort)
    asked = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    wanted = {"workflow": "w", "state": "in_review", "entered": entered, "late": "1" if late else "", "sort": sort}
    assert asked == {name: value for name, value in wanted.items() if value}


def test_the_address_of_a_month_is_that_of_the_list_with_the_month():
    base = ("https://qms.example/@@workflow-list", "w", "in review")
    assert figures.month_address(figures.list_address(*base), "2026-11") == figures.list_address(*base, "2026-11")
