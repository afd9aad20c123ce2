"""A purge is made at night, or after a day of waiting."""

from czest.qms.purging.rules import is_due
import datetime
import pytest


NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


def at(hour, minute=0, day=25):
    return NOON.replace(day=day, hour=hour, minute=minute)


def test_nothing_is_due_that_nobody_asked_for():
    assert not is_due(None, None, at(2))


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (at(23, 59, day=24), False),
        (at(0), True),
        (at(4, 59), True),
        (at(5), False),
        (at(11, 59), False),
        (at(12), True),
    ],
)
def test_at_night_or_after_a_day(now, due):
    assert is_due(NOON, None, now) is due


@pytest.mark.parametrize(("now", "due"), [(at(1, 59), False), (at(2), True)])
def test_not_soon_after_a_failure(now, due):
    assert is_due(NOON, at(1), now) is due
