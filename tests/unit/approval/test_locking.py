"""Signing is locked after three wrong passwords, for a while."""

from czest.qms.approval.rules import locking
import datetime
from hypothesis import given
from hypothesis import strategies as st


NOW = datetime.datetime(2026, 11, 25, 10, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


def after(*gaps):
    """Return failures that lie so many minutes apart, and the time of the last."""
    failures, now = None, NOW
    for gap in gaps:
        now += gap * MINUTE
        failures = locking.noted(failures, now)
    return failures, now


def test_nobody_is_locked_at_first():
    assert locking.locked_until(None, NOW) is None


def test_the_third_wrong_password_locks_for_a_quarter():
    failures, now = after(0, 1)
    assert locking.locked_until(failures, now) is None
    failures, now = after(0, 1, 1)
    end = locking.locked_until(failures, now)
    assert end == now + 15 * MINUTE
    assert locking.locked_until(failures, end - MINUTE) == end
    assert locking.locked_until(failures, end) is None


@given(st.lists(st.integers(15, 500), min_size=1))
def test_mistakes_far_apart_do_not_add_up(gaps):
    failures, now = after(*gaps)
    assert failures == locking.Failures(1, now)
