"""When something entered each of its states."""

from czest.qms.documents.rules import entrances
from czest.qms.documents.rules.entrances import Entrance
from czest.qms.documents.rules.entrances import Step
import datetime
from hypothesis import given
from hypothesis import strategies as st


def on(day, month=11):
    return datetime.date(2026, month, day)


STATES = ("draft", "in_review", "approved", "in_force", "superseded")
steps = st.lists(
    st.builds(Step, st.sampled_from(STATES), st.sampled_from(["submit", "return", None]), st.dates(on(1, 1), on(30))),
    max_size=12,
).map(lambda found: sorted(found, key=lambda step: step.day))


@given(steps)
def test_the_last_entrance_is_into_the_present_state(history):
    found = entrances.entrances(history)
    assert all(one.state != other.state for one, other in zip(found, found[1:], strict=False))
    if history:
        assert found[-1].state == history[-1].state
        assert entrances.since(found, history[-1].state) == found[-1].day
    assert {one.state for one in found} == {step.state for step in history}


@given(steps)
def test_a_month_names_each_state_once(history):
    found = entrances.by_month(entrances.entrances(history))
    assert len(set(found)) == len(found)
    assert {value.partition(":")[0] for value in found} == {step.state for step in history}


def test_a_draft_that_came_back_is_one_since_that_day():
    history = [Step("draft", None, on(1)), Step("in_review", "submit", on(3)), Step("draft", "return", on(9))]
    found = entrances.of_edition(history)
    assert entrances.since(found, "draft") == on(9)
    assert entrances.by_month(found) == ["draft:2026-11", "in_review:2026-11"]


def test_what_was_taken_off_a_list_waits_on_as_if_it_had_never_been_put_there():
    history = [
        Step("filed", "file", on(1, 3)),
        Step("disposal_pending", "propose", on(2, 5)),
        Step("filed", "take-off-list", on(4, 5)),
        Step("disposal_pending", "propose", on(6, 7)),
    ]
    assert entrances.since(entrances.entrances(history[:3]), "filed") == on(1, 3)
    pending = entrances.entrances(history)
    assert entrances.since(pending, "disposal_pending") == on(6, 7)
    assert entrances.by_month(pending) == ["disposal_pending:2026-05", "disposal_pending:2026-07", "filed:2026-03"]


def test_what_was_taken_over_was_never_a_draft_here_and_is_in_force_since_its_own_day():
    history = [Step("draft", None, on(9)), Step("in_force", "take-over", on(9))]
    expected = [Entrance("in_force", on(1, 2))]
    assert entrances.of_edition(history, taken_over_from=on(1, 2)) == expected
    assert entrances.of_document(history, taken_over_from=on(1, 2)) == expected


def test_what_a_taken_over_edition_replaced_was_superseded_on_the_day_of_that():
    history = [Step("in_force", "take-over", on(9)), Step("superseded", "supersede", on(9))]
    found = entrances.of_edition(history, taken_over_from=on(1, 2), in_force_to=on(30, 6))
    assert found == [Entrance("in_force", on(1, 2)), Entrance("superseded", on(1, 7))]


def test_what_was_replaced_on_its_first_day_was_superseded_that_day():
    history = [Step("in_force", "release", on(9)), Step("superseded", "supersede", on(9))]
    assert entrances.of_edition(history, in_force_to=on(9))[-1] == Entrance("superseded", on(9))


def test_an_ended_edition_that_was_withdrawn_was_so_on_the_day_of_the_withdrawal():
    history = [Step("in_force", "release", on(3)), Step("withdrawn", "withdraw", on(9))]
    assert entrances.of_edition(history, in_force_to=on(9))[-1] == Entrance("withdrawn", on(9))


def test_nothing_is_known_without_a_history():
    assert entrances.entrances([]) == []
    assert entrances.since([], "draft") is None
