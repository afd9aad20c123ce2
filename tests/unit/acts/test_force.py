"""From when an act gives force, and what it may be told twice."""

from czest.qms.acts.rules.force import disagreements
from czest.qms.acts.rules.force import Force
from czest.qms.acts.rules.force import force_of
from czest.qms.acts.rules.force import missing
import datetime
from hypothesis import given
from hypothesis import strategies
import pytest


TODAY = datetime.date(2026, 11, 24)
PAST = datetime.date(2026, 11, 1)
COMING = datetime.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("said", "force", "now"),
    [
        (None, Force(TODAY), True),
        (TODAY, Force(TODAY), True),
        (PAST, Force(TODAY, PAST), True),
        (COMING, Force(COMING), False),
    ],
)
def test_the_day(said, force, now):
    assert force_of(said, TODAY) == force
    assert force.is_now(TODAY) is now


@given(strategies.none() | strategies.dates(), strategies.dates())
def test_nothing_ever_begins_in_the_past(said, today):
    force = force_of(said, today)
    assert force.day >= today
    assert (force.retroactive_from is None) == (said is None or said >= today)


def test_what_was_recorded_stands():
    known = {"number": "k.14.2024", "date": PAST, "effective_from": None}
    assert disagreements(known, {"number": "k.15.2024", "date": PAST, "effective_from": COMING}) == ["number"]
    assert disagreements(known, {"number": None, "date": None, "effective_from": None}) == []


def test_what_is_missing():
    assert missing({"date": None, "signed_file": None}, {"date": PAST, "signed_file": None}) == ["signed_file"]
    assert missing({"date": PAST, "signed_file": "x"}, {"date": None, "signed_file": None}) == []
