"""The way of one object: its steps, and the entries of the trail that witness them."""

from czest.qms.workflows.rules.course import Move
from czest.qms.workflows.rules.course import passed
from czest.qms.workflows.rules.course import steps_of
from czest.qms.workflows.rules.course import witness_of
from dataclasses import dataclass
import datetime


NOON = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


@dataclass
class Entry:
    """An entry of the trail."""

    operation: str
    time: datetime.datetime
    is_own: bool = True


def at(seconds):
    return NOON + datetime.timedelta(seconds=seconds)


MOVES = [Move(None, "draft", at(0)), Move("submit", "in_review", at(100)), Move("return", "draft", at(300))]


def test_steps_last_until_the_next_one():
    steps = steps_of(MOVES)
    assert [(step.source, step.move.state, step.until) for step in steps] == [
        (None, "draft", at(100)),
        ("draft", "in_review", at(300)),
        ("in_review", "draft", None),
    ]
    assert passed(MOVES) == {("draft", "submit"), ("in_review", "return")}
    assert steps_of([]) == []


def test_the_entry_of_the_operation_that_makes_it_goes_before_a_nearer_one():
    makes = {"submit": {"submit", "review"}, "save": set()}
    entries = [Entry("save", at(100)), Entry("submit", at(101)), Entry("submit", at(140))]
    assert witness_of(MOVES[1], entries, makes).time == at(101)
    assert witness_of(MOVES[1], entries[:1], makes).operation == "save"
    assert witness_of(MOVES[2], entries, makes) is None


def test_an_entry_about_the_object_goes_before_a_nearer_one_about_another():
    entries = [Entry("register", at(0), is_own=False), Entry("open-revision", at(1))]
    assert witness_of(MOVES[0], entries, {}).operation == "open-revision"
