"""Local roles of series and records (DESIGN §4)."""

from czest.qms.records.rules.access import roles_of_record
from czest.qms.records.rules.access import roles_of_series
from hypothesis import given
from hypothesis import strategies as st


UNITS = st.sampled_from(["OR", "PJ", "FE-PI", "all"])


def test_people_of_the_unit_hand_in_and_all_staff_read_by_acquisition():
    assert roles_of_series("OR", "staff", ["PJ"]) == {"unit-OR": ("Contributor",)}


def test_a_restricted_series_is_read_by_its_unit_and_its_list_only():
    assert roles_of_series("OR", "distribution", ["PJ"]) == {
        "unit-OR": ("Contributor", "Reader"),
        "unit-PJ": ("Reader",),
    }


def test_the_author_keeps_reading_a_record_closed_by_itself():
    assert roles_of_record("OR", ["PJ"], "autor") == {
        "unit-OR": ("Reader",),
        "unit-PJ": ("Reader",),
        "autor": ("Editor",),
    }


@given(UNITS, st.sampled_from(["staff", "distribution"]), st.lists(UNITS))
def test_nobody_outside_the_unit_hands_in(unit, access, distribution):
    granted = roles_of_series(unit, access, distribution)
    assert [group for group, roles in granted.items() if "Contributor" in roles] == [
        "AuthenticatedUsers" if unit == "all" else f"unit-{unit}"
    ]
