"""Dates and hours as Polish offices write them."""

from czest.qms.language.dates import day_of
from czest.qms.language.dates import hour
from czest.qms.language.dates import iso_date
from czest.qms.language.dates import long_date
from czest.qms.language.dates import moment_of
from czest.qms.language.dates import parse_date
import datetime
from hypothesis import given
from hypothesis import strategies
import pytest


def test_long_date_has_the_month_in_the_genitive():
    months = [long_date(datetime.date(2026, month, 1)) for month in range(1, 13)]
    assert months[0] == "1 stycznia 2026 r."
    assert months[10] == "1 listopada 2026 r."
    assert len(set(months)) == 12


def test_the_day_of_a_moment_is_the_day_in_the_office():
    moment = datetime.datetime(2026, 11, 23, 23, 30, tzinfo=datetime.UTC)
    assert long_date(moment) == "24 listopada 2026 r."
    assert iso_date(moment) == "2026-11-24"
    assert iso_date(datetime.date(2026, 1, 2)) == "2026-01-02"


@pytest.mark.parametrize(
    ("utc", "written"),
    [
        (datetime.datetime(2026, 11, 24, 7, 0, tzinfo=datetime.UTC), "godz. 8.00"),
        (datetime.datetime(2026, 7, 1, 10, 5, tzinfo=datetime.UTC), "godz. 12.05"),
    ],
)
def test_hour_is_told_in_the_office_zone(utc, written):
    assert hour(utc) == written


@given(strategies.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_written_date_is_read_back(date):
    assert parse_date(iso_date(date)) == date


@pytest.mark.parametrize(
    "text",
    ["", "2026-02-30", "24.11.2026", "20261124", "2026-W01-1", "2026-1-2", "٢٠٢٦-01-02", "2026-11-24x", " 2026-11-24"],
)
def test_anything_else_is_no_date(text):
    assert parse_date(text) is None


def test_a_stored_time_is_a_moment_and_a_day_in_the_office():
    assert moment_of("2026-11-23T23:30:00+00:00") == datetime.datetime(2026, 11, 23, 23, 30, tzinfo=datetime.UTC)
    assert day_of("2026-11-23T23:30:00+00:00") == datetime.date(2026, 11, 24)
