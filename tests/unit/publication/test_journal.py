"""The journal of the bulletin: working days, and what is signed off."""

from czest.qms.publication.journal.keeping import DENIED
from czest.qms.publication.journal.keeping import EDITED
from czest.qms.publication.journal.keeping import Journal
from czest.qms.publication.journal.rules.reviewing import review_due
from czest.qms.publication.journal.rules.working_days import is_working_day
from czest.qms.publication.journal.rules.working_days import next_working_day
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies
import pytest


DAYS = strategies.dates(date(2007, 1, 1), date(2100, 12, 31))

#: Days free by law in 2026 that are no Saturday or Sunday.
FREE_2026 = ("01-01", "01-06", "04-06", "05-01", "06-04", "11-11", "12-24", "12-25")


def test_the_free_days_of_a_year():
    first = date(2026, 1, 1)
    free = [
        day
        for day in (first + timedelta(days=number) for number in range(365))
        if not is_working_day(day) and day.weekday() < 5
    ]
    assert [f"{day:%m-%d}" for day in free] == list(FREE_2026)


@pytest.mark.parametrize(
    "day, free",
    [("2024-12-24", False), ("2025-12-24", True), ("2025-04-21", True), ("2024-05-30", True), ("2026-11-28", True)],
)
def test_single_days(day, free):
    assert is_working_day(date.fromisoformat(day)) is not free


@given(DAYS)
def test_the_next_working_day_is_the_first_one_after(day):
    following = next_working_day(day)
    assert is_working_day(following)
    between = [day + timedelta(days=number) for number in range(1, (following - day).days)]
    assert not any(map(is_working_day, between))
    assert timedelta(0) < following - day <= timedelta(days=6)


@given(DAYS, strategies.integers(0, 30))
def test_the_review_is_due_from_the_next_working_day_on(oldest, later):
    today = oldest + timedelta(days=later)
    due = review_due(oldest, today)
    assert due == (next_working_day(oldest) if next_working_day(oldest) <= today else None)
    assert review_due(None, today) is None


@given(strategies.lists(strategies.tuples(strategies.booleans(), strategies.integers(0, 4))))
def test_every_row_is_signed_off_once(steps):
    journal, seen = Journal(), 0
    for is_attempt, looked_at in steps:
        journal.note("2026-11-24T08:00:00+00:00", DENIED if is_attempt else EDITED, "x", "redakcja")
        upto = journal.reviewed + looked_at
        if journal.reviewed < upto <= journal.last:
            expected = journal.rows(journal.reviewed + 1, upto)
            made = journal.sign_off("y", "2026-11-24T09:00:00+00:00", upto)
            assert (made.rows, made.attempts) == (len(expected), sum(row.act == DENIED for row in expected))
            seen += made.rows
        else:
            with pytest.raises(ValueError):
                journal.sign_off("y", "2026-11-24T09:00:00+00:00", upto)
    assert seen + len(journal.unreviewed()) == journal.last == len(steps)
    oldest = journal.oldest_unreviewed()
    assert oldest == next(iter(journal.unreviewed()), None)
