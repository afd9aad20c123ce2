"""Which lists of the register can be held as they stand."""

from czest.qms.records.rules.lifecycle import is_possible
from czest.qms.records.rules.lifecycle import STATES
from czest.qms.records.rules.parameters import RecordQuestion
from czest.qms.records.rules.parameters import SCOPES
from czest.qms.records.rules.selection import carried
from czest.qms.records.rules.selection import conditions
from czest.qms.records.rules.selection import not_expressed
from hypothesis import given
from hypothesis import strategies as st
import pytest


def questions():
    filters = {
        name: st.lists(st.sampled_from("ab"), max_size=2, unique=True).map(tuple) for name in ("unit", "category")
    }
    return st.builds(
        RecordQuestion,
        query=st.sampled_from(("", "protokół")),
        scope=st.sampled_from(RecordQuestion.SCOPES),
        held=st.sampled_from(((), ("yes",))),
        state=st.lists(st.sampled_from(STATES), max_size=2, unique=True).map(tuple),
        **filters,
    )


@given(questions())
def test_what_is_carried_says_all_that_narrows_the_list(question):
    found = carried(question)
    if found is None:
        return
    assert not_expressed(found) == []
    assert not question.held
    for name in ("unit", "category"):
        assert getattr(question, name) == ((found[name],) if name in found else ())
    assert found.get("query", "") == question.query
    listed = [state for state in SCOPES[question.scope] if not question.state or state in question.state]
    can_be_held = [state for state in listed if is_possible("hold", state)]
    chosen = [found["state"]] if "state" in found else [state for state in STATES if is_possible("hold", state)]
    assert chosen == can_be_held


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, None),
        ({"unit": ("OR",)}, {"unit": "OR"}),
        ({"scope": "filed"}, {"state": "filed"}),
        ({"scope": "filed", "state": ("open",)}, None),
        ({"scope": "no-longer-kept"}, None),
        ({"state": ("disposed",)}, None),
        ({"held": ("yes",), "unit": ("OR",)}, None),
        ({"unit": ("OR", "IT")}, None),
    ],
)
def test_lists_and_what_they_ask_of_the_hold(asked, expected):
    assert carried(RecordQuestion(**asked)) == expected


@pytest.mark.parametrize(
    ("form", "lost"),
    [
        ({"unit": "OR", "sort": "-title", "b_start": "25", "scope": "all"}, []),
        ({"unit": ["OR", "IT"], "held": "yes"}, ["held", "unit"]),
        ({"scope": "filed"}, ["scope"]),
        ({"year": "x"}, ["year"]),
        ({"year": "99999999999999"}, ["year"]),
        ({"year": 2015}, ["year"]),
    ],
)
def test_what_an_address_asks_in_vain(form, lost):
    assert not_expressed(form) == lost


def test_what_says_nothing_is_no_condition():
    assert conditions({"unit": "OR", "year": None, "query": "", "reason": "kontrola"}) == {"unit": "OR"}
