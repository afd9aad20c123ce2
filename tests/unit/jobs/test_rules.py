"""Messages are sent again after growing pauses, given up, and forgotten."""

from czest.qms.jobs import rules
from czest.qms.jobs.rules import FAILED
from czest.qms.jobs.rules import SENDING
from czest.qms.jobs.rules import UNKNOWN
from czest.qms.jobs.rules import WAITING
import datetime
import pytest


NOW = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


def before(**span):
    return NOW - datetime.timedelta(**span)


def test_pauses_grow_up_to_the_longest_and_end():
    minutes = [rules.pause(refusals) for refusals in range(1, 9)]
    assert [pause and pause.total_seconds() / 60 for pause in minutes] == [5, 10, 20, 40, 80, 160, 240, None]


@pytest.mark.parametrize(("troubles", "minutes"), [(1, 1), (2, 2), (4, 8), (5, 15), (100_000, 15)])
def test_a_server_is_left_alone_for_a_quarter_at_most(troubles, minutes):
    assert rules.server_pause(troubles) == datetime.timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("state", "not_before", "ready"),
    [
        (WAITING, NOW, True),
        (WAITING, NOW + datetime.timedelta(seconds=1), False),
        (SENDING, NOW, False),
        (UNKNOWN, NOW, False),
        (FAILED, NOW, False),
    ],
)
def test_ready(state, not_before, ready):
    assert rules.is_ready(state, not_before, NOW) is ready


@pytest.mark.parametrize(
    ("state", "put", "marked", "expected"),
    [
        (SENDING, before(minutes=11), before(minutes=11), UNKNOWN),
        (SENDING, before(days=8), before(minutes=10), SENDING),
        (WAITING, before(days=7), None, WAITING),
        (WAITING, before(days=7, seconds=1), before(days=6), FAILED),
        (FAILED, before(days=20), None, FAILED),
        (UNKNOWN, before(days=20), before(days=20), UNKNOWN),
    ],
)
def test_what_time_alone_does(state, put, marked, expected):
    assert rules.became(state, put, marked, NOW) == expected


def test_forgotten_after_thirty_days():
    assert not rules.is_forgotten(before(days=30), NOW)
    assert rules.is_forgotten(before(days=30, seconds=1), NOW)
