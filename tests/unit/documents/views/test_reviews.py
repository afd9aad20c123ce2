"""Days of the next review."""

from czest.qms.documents.views.reading.rules.reviews import next_review
import datetime
import pytest


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-07-01", 12, "2025-07-01"),
        ("2024-07-01", 36, "2027-07-01"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-11-30", 13, "2025-12-30"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_next_review(day, months, expected):
    assert next_review(datetime.date.fromisoformat(day), months).isoformat() == expected
