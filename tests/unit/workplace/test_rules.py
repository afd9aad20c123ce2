"""Order and urgency of tasks."""

from czest.qms.workplace import rules
import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest
from types import SimpleNamespace


TODAY = datetime.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("days", "urgency"), [(None, "open"), (-1, "late"), (0, "soon"), (6, "soon"), (7, "later"), (90, "later")]
)
def test_urgency(days, urgency):
    due = None if days is None else TODAY + datetime.timedelta(days=days)
    assert rules.urgency(due, TODAY) == urgency


def test_the_oldest_deadline_goes_first_then_the_longest_waiting():
    tasks = [
        SimpleNamespace(due=None, since=TODAY, symbol="B"),
        SimpleNamespace(due=None, since=None, symbol="C"),
        SimpleNamespace(due=None, since=datetime.date(2026, 1, 1), symbol="A"),
        SimpleNamespace(due=TODAY, since=None, symbol="D"),
    ]
    assert "".join(task.symbol for task in sorted(tasks, key=rules.order)) == "DABC"


def test_a_stored_day():
    assert rules.day("2026-11-25") == TODAY
    assert rules.day("") is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        (" \n\n", []),
        ("Termin: 14 dni.", ["Termin: 14 dni."]),
        ("- termin\n\n• karta\n– adres", ["termin", "karta", "adres"]),
        ("a\nb\nc\nd\ne", ["a", "b", "c", "d …"]),
        (f"{'słowo ' * 60}", [f"{'słowo ' * 46}".strip() + "…"]),
    ],
)
def test_a_change_is_shortened(text, lines):
    assert rules.shortened(text) == lines


@given(st.text())
def test_a_shortened_change_is_short_and_begins_as_the_whole(text):
    found = rules.shortened(text)
    assert len(found) <= rules.LINES
    assert sum(len(line.removesuffix("…").rstrip()) for line in found) <= rules.LETTERS
    assert all(line.removesuffix("…").strip() in text for line in found)
