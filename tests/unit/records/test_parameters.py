"""Questions to the register of records."""

from czest.qms.records.rules.lifecycle import STATES
from czest.qms.records.rules.parameters import parse_question
from czest.qms.records.rules.parameters import RecordQuestion
from czest.qms.records.rules.parameters import SCOPES
import pytest


def test_a_question_that_asks_for_nothing_lists_all_by_symbol():
    question, problems = parse_question({})
    assert (question, problems) == (RecordQuestion(), [])
    assert (question.scope, question.sort, question.filters) == ("all", "symbol", {})


def test_filters_are_read_each_with_all_its_values():
    question, problems = parse_question({"series": ["Z-PS04", "Z-PS03"], "year": "2026", "held": "yes"})
    assert problems == []
    assert question.filters == {"series": ("Z-PS04", "Z-PS03"), "year": ("2026",), "held": ("yes",)}


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"held": "no"}, "held"),
        ({"state": "in_force"}, "state"),
        ({"scope": "in-force"}, "scope"),
        ({"sort": "x"}, "sort"),
    ],
)
def test_what_there_is_not_is_named(form, field):
    question, problems = parse_question(form)
    assert [problem.field for problem in problems] == [field]
    assert question == RecordQuestion()


def test_series_and_classes_that_are_gone_still_get_an_answer():
    question, problems = parse_question({"series": "Z-DAWNA", "jrwa_class": "9999", "category": "B99", "unit": "XX"})
    assert problems == []
    assert set(question.filters) == {"series", "jrwa_class", "category", "unit"}


def test_the_scopes_part_all_states_between_them():
    parted = [state for scope, states in SCOPES.items() if scope != "all" for state in states]
    assert sorted(parted) == sorted(STATES) == sorted(SCOPES["all"])
