"""Holds as the trail tells of them."""

from czest.qms.records.rules.traced_holds import standing
from czest.qms.records.rules.traced_holds import traced
import datetime
from hypothesis import given
from hypothesis import strategies as st
from types import SimpleNamespace


def entry(seq, operation, **details):
    return SimpleNamespace(seq=seq, operation=operation, details=details)


def test_what_stands_is_what_is_not_lifted():
    day = datetime.date(2031, 12, 31)
    holds = [
        {"id": "a", "until": day, "lifted": None},
        {"id": "b", "until": None, "lifted": None},
        {"id": "c", "until": None, "lifted": day},
    ]
    assert standing(holds) == {"a": "2031-12-31", "b": None}


def test_a_hold_is_told_by_the_last_entry_about_it():
    entries = [
        entry(1, "capture"),
        entry(2, "hold", hold="a", until=None),
        entry(3, "hold", hold="b", until="2030-01-01"),
        entry(4, "extend-hold", hold="b", until="2031-01-01"),
        entry(5, "extend-hold", hold="a", becomes="c", until="2032-01-01"),
        entry(6, "lift-hold", holds=["b", "unknown"]),
    ]
    assert traced(entries) == {"c": ("2032-01-01", 5)}


@given(st.lists(st.sampled_from("abc"), unique=True), st.lists(st.sampled_from("abc"), unique=True))
def test_those_set_and_not_lifted_stand(set_before, lifted):
    entries = [entry(seq, "hold", hold=name, until=None) for seq, name in enumerate(set_before, 1)]
    entries.append(entry(len(entries) + 1, "lift-hold", holds=lifted))
    assert set(traced(entries)) == set(set_before) - set(lifted)
