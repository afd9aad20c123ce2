"""Changes of control data."""

from czest.qms.documents.comparison import compare_control_data
from czest.qms.documents.comparison import FieldChange
from hypothesis import given
from hypothesis import strategies as st
import pytest


def test_lists_tell_what_came_what_went_and_what_stayed():
    old = {"related_documents": ["PS-03", "PS-05", "PS-09"]}
    new = {"related_documents": ["PS-03", "P-OR-02", "PS-05"]}
    assert compare_control_data(old, new) == [
        FieldChange("related_documents", ("PS-09",), ("P-OR-02",), ("PS-03", "PS-05"))
    ]


def test_single_values_are_replaced():
    assert compare_control_data({"title": "Audity"}, {"title": "Audity wewnętrzne"}) == [
        FieldChange("title", ("Audity",), ("Audity wewnętrzne",))
    ]


@pytest.mark.parametrize("nothing", [None, "", [], (), set()])
def test_kinds_of_nothing_are_one(nothing):
    assert compare_control_data({"access": nothing}, {}) == []
    assert compare_control_data({}, {"access": nothing}) == []
    assert compare_control_data({"access": nothing}, {"access": "staff"}) == [FieldChange("access", (), ("staff",))]


def test_false_and_zero_are_values():
    assert compare_control_data({}, {"review_interval": 0}) == [FieldChange("review_interval", (), (0,))]
    assert compare_control_data({"a": False}, {}) == [FieldChange("a", (False,), ())]


def test_order_within_a_list_is_no_change():
    assert compare_control_data({"a": ["x", "y"]}, {"a": ("y", "x")}) == []
    assert compare_control_data({"a": {"x", "y"}}, {"a": frozenset({"z", "y"})}) == [
        FieldChange("a", ("x",), ("z",), ("y",))
    ]


def test_a_value_listed_twice_and_then_once_went_once():
    assert compare_control_data({"a": ["x", "x"]}, {"a": ["x"]}) == [FieldChange("a", ("x",), (), ("x",))]


def test_fields_come_in_the_order_of_the_newer_edition():
    changes = compare_control_data({"c": 1, "a": 1}, {"b": 2, "a": 2})
    assert [change.name for change in changes] == ["b", "a", "c"]


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_kept_and_removed_make_the_old_list_kept_and_added_the_new(old, new):
    changes = compare_control_data({"a": old}, {"a": new})
    if not changes:
        assert sorted(old) == sorted(new)
    for change in changes:
        assert sorted(change.kept + change.removed) == sorted(old)
        assert sorted(change.kept + change.added) == sorted(new)
