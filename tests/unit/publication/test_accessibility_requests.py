"""Accessibility requests: deadlines (art. 18 of the act of 4.04.2019; A11Y-5) and steps."""

from czest.qms.publication.requests.rules import deadlines
from czest.qms.publication.requests.rules import request as requests
from czest.qms.publication.requests.rules.request import Request
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies
import pytest


DAYS = strategies.dates(date(2019, 5, 23), date(2100, 12, 31))
TODAY = date(2026, 11, 20)
OPEN = Request(1, date(2026, 11, 2), "Kontakt", "Plik", "Tekst", "", "pelnomocnik", "2026-11-02T08:00:00+00:00")
DONE = replace(OPEN, outcome=requests.DONE, answer="Dodano tekst.", closed_on=date(2026, 11, 4))
REFUSED = replace(DONE, outcome=requests.REFUSED)


@pytest.mark.parametrize(
    "received, latest",
    [
        ("2026-11-02", "2027-01-02"),
        ("2026-12-31", "2027-02-28"),
        ("2027-12-31", "2028-02-29"),
        ("2026-06-30", "2026-08-30"),
    ],
)
def test_the_extension_ends_two_months_from_the_request(received, latest):
    assert deadlines.latest_extension(date.fromisoformat(received)) == date.fromisoformat(latest)


@given(DAYS)
def test_seven_days_always_fit_into_two_months(received):
    first, latest = deadlines.first_deadline(received), deadlines.latest_extension(received)
    assert first - received == timedelta(days=7)
    assert timedelta(days=59) <= latest - received <= timedelta(days=62)
    assert latest.day <= received.day
    assert (latest.year * 12 + latest.month) - (received.year * 12 + received.month) == 2


@given(DAYS, strategies.none() | strategies.integers(8, 59), strategies.integers(-5, 70))
def test_a_request_stands_by_its_deadline(received, extension, later):
    extended_to = extension and received + timedelta(days=extension)
    due = deadlines.deadline(received, extended_to)
    today = received + timedelta(days=later)
    left = (due - today).days
    found = deadlines.standing(due, None, today)
    assert found == (deadlines.OVERDUE if left < 0 else deadlines.SOON if left <= 2 else deadlines.OPEN)
    assert deadlines.standing(due, today, today) == deadlines.CLOSED


@given(DAYS, strategies.integers(-10, 100))
def test_an_extension_is_longer_than_a_week_and_no_longer_than_two_months(received, days):
    request = replace(OPEN, received_on=received)
    until, today = received + timedelta(days=days), received + timedelta(days=3)
    problems = requests.extension_problems(request, until, today, "Obszerny materiał", today)
    allowed = deadlines.first_deadline(received) < until <= deadlines.latest_extension(received)
    assert [problem.code for problem in problems] == (
        [] if allowed else ["not_longer"] if until <= deadlines.first_deadline(received) else ["too_far"]
    )


def codes(problems):
    return [(problem.field, problem.code) for problem in problems]


def test_the_requester_is_told_of_an_extension_with_a_reason():
    until = date(2026, 12, 1)
    assert codes(requests.extension_problems(OPEN, until, date(2026, 11, 1), " ", TODAY)) == [
        ("reason", "required"),
        ("notified_on", "before_request"),
    ]
    assert codes(requests.extension_problems(OPEN, until, date(2026, 11, 21), "x", TODAY)) == [
        ("notified_on", "day_ahead")
    ]
    assert requests.extension_problems(OPEN, None, None, "x", TODAY) == []


def test_what_is_needed_to_enter_a_request():
    values = {"contact": "Kontakt", "element": "Plik", "wanted": "Tekst", "preferred": ""}
    assert requests.registration_problems(values, TODAY, TODAY) == []
    assert requests.registration_problems(values, None, TODAY) == []
    wrong = {"contact": "", "element": "x" * 2001, "wanted": "a\x00b", "preferred": ""}
    assert codes(requests.registration_problems(wrong, TODAY + timedelta(days=1), TODAY)) == [
        ("received_on", "day_ahead"),
        ("contact", "required"),
        ("element", "too_long"),
        ("wanted", "control_characters"),
    ]


def test_an_outcome_is_one_of_three_and_has_its_words():
    assert requests.outcome_problems(OPEN, requests.REFUSED, "Mapa.", TODAY, TODAY) == []
    assert codes(requests.outcome_problems(OPEN, "x", "", date(2026, 11, 1), TODAY)) == [
        ("outcome", "required"),
        ("answer", "required"),
        ("closed_on", "before_request"),
    ]
    assert requests.outcome_problems(OPEN, requests.DONE, "x", None, TODAY) == []


def test_steps_are_possible_in_their_order():
    complained = replace(REFUSED, complaint_on=date(2026, 11, 10))
    settled = replace(complained, complaint_settled_on=date(2026, 11, 12))
    extended = replace(OPEN, extended_to=date(2026, 12, 1))
    forgotten = replace(DONE, contact="")
    rows = {
        OPEN: "extend",
        extended: "",
        DONE: "forget",
        REFUSED: "complain forget",
        complained: "settle",
        settled: "forget",
        forgotten: "",
    }
    for request, steps in rows.items():
        possible = {
            "extend": request.may_be_extended,
            "complain": request.may_be_complained_of,
            "settle": request.has_open_complaint,
            "forget": request.may_lose_contact,
        }
        assert " ".join(name for name, there in possible.items() if there) == steps, request
    assert extended.due == date(2026, 12, 1)
    assert OPEN.standing(TODAY) == deadlines.OVERDUE


def test_open_ones_stand_first_by_their_deadline():
    second = replace(OPEN, number=2, received_on=date(2026, 11, 1))
    third = replace(DONE, number=3)
    fourth = replace(DONE, number=4, closed_on=date(2026, 11, 9))
    assert [each.number for each in sorted([DONE, OPEN, third, fourth, second], key=requests.order)] == [2, 1, 4, 3, 1]
