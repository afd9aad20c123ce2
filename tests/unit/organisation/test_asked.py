"""A deputyship as a program asks for it."""

from czest.qms.organisation.rules.asked import read_deputyship
from czest.qms.organisation.rules.model import Refused
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


BODY = {
    "person": "maria",
    "deputy": " piotr ",
    "from": "2026-11-24",
    "until": "2026-11-30",
    "mandate": "upoważnienie 3",
}


def test_what_is_asked():
    assert read_deputyship({**BODY, "kinds": ["Procedure"]}) == {
        "person": "maria",
        "deputy": "piotr",
        "start": date(2026, 11, 24),
        "until": date(2026, 11, 30),
        "mandate": "upoważnienie 3",
        "kinds": ["Procedure"],
    }


@pytest.mark.parametrize("absent", [{}, {"until": None, "kinds": None}])
def test_what_may_be_left_out(absent):
    asked = read_deputyship({**{name: BODY[name] for name in ("person", "deputy", "from", "mandate")}, **absent})
    assert (asked["until"], asked["kinds"]) == (None, ())


@pytest.mark.parametrize(
    "wrong, expected",
    [
        ({"person": None}, [("person", "required")]),
        ({"deputy": 5}, [("deputy", "wrong_type")]),
        ({"mandate": ["x"]}, [("mandate", "wrong_type")]),
        ({"from": 20261124}, [("from", "wrong_type")]),
        ({"from": "jutro", "until": "2026-02-30"}, [("from", "day_form"), ("until", "day_form")]),
        ({"until": ""}, [("until", "day_form")]),
        ({"kinds": "Procedure"}, [("kinds", "wrong_type")]),
        ({"kinds": ["Procedure", 5]}, [("kinds", "wrong_type")]),
        ({"start": "2026-11-24"}, [("start", "unknown_field")]),
    ],
)
def test_what_is_no_deputyship(wrong, expected):
    with pytest.raises(Refused) as refused:
        read_deputyship({**BODY, **wrong})
    assert [(problem.field, problem.code) for problem in refused.value.problems] == expected


def test_everything_wrong_is_said_at_once():
    with pytest.raises(Refused) as refused:
        read_deputyship({})
    assert [problem.field for problem in refused.value.problems] == ["person", "deputy", "from", "mandate"]


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=2))


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(BODY, JSON) | {"kinds": JSON}))
def test_nothing_but_texts_days_and_lists_of_texts_passes(body):
    try:
        asked = read_deputyship(body)
    except Refused:
        return
    assert all(isinstance(asked[name], str) for name in ("person", "deputy", "mandate"))
    assert isinstance(asked["start"], date)
    assert all(isinstance(kind, str) for kind in asked["kinds"])
