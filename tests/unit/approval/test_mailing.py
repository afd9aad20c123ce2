"""When people are reminded, and in which round everybody is asked anew."""

from czest.qms.approval.rules import mailing
from czest.qms.approval.rules.mailing import AFTER
from czest.qms.approval.rules.mailing import BEFORE
from czest.qms.approval.rules.mailing import ESCALATE
from czest.qms.approval.rules.mailing import Reminding
import datetime
import pytest


DUE = datetime.date(2026, 11, 12)


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        (-3, []),
        (-2, [(BEFORE, 1)]),
        (0, [(BEFORE, 1)]),
        (1, []),
        (2, []),
        (3, [(AFTER, 1)]),
        (4, [(AFTER, 1)]),
        (5, [(AFTER, 1), (ESCALATE, 1)]),
        (6, [(AFTER, 2), (ESCALATE, 1)]),
        (300, [(AFTER, 100), (ESCALATE, 1)]),
    ],
)
def test_reminders(late, expected):
    assert list(mailing.reminder_due(DUE, DUE + datetime.timedelta(days=late), Reminding())) == expected


def test_the_officer_may_be_told_before_those_asked_are_reminded_again():
    settings = Reminding(before=0, every=10, escalate=1)
    assert list(mailing.reminder_due(DUE, DUE + datetime.timedelta(days=1), settings)) == [(ESCALATE, 1)]
    assert list(mailing.reminder_due(DUE, DUE - datetime.timedelta(days=1), settings)) == []


def test_without_a_deadline_there_is_no_reminder():
    assert mailing.reminder_due(None, DUE, Reminding()) == ()


@pytest.mark.parametrize(
    ("time", "last_day", "expected"),
    [
        ("07:29", None, False),
        ("07:30", None, True),
        ("07:30", DUE - datetime.timedelta(days=1), True),
        ("23:59", DUE - datetime.timedelta(days=9), True),
        ("23:59", DUE, False),
    ],
)
def test_morning(time, last_day, expected):
    moment = datetime.datetime.combine(DUE, datetime.time.fromisoformat(time))
    assert mailing.is_morning(moment, last_day) is expected


def test_rounds():
    assert mailing.round_of([]) == 0
    assert mailing.round_of(["save", "submit", "review", "return", "save", "submit", "rewind", "reassign"]) == 4
