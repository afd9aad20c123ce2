"""Which changes the organisation admits."""

from czest.qms.organisation.rules import checks
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


def codes(problems):
    return [(problem.field, problem.code) for problem in problems]


@pytest.mark.parametrize("symbol", ["OR", "FE-EFS", "OŚ", "Or", "MPUP-1", "BRM-II-2", "Wydz"])
def test_symbols_of_units(office, symbol):
    assert checks.unit_problems(office, Unit(symbol, "Nazwa")) == []


@pytest.mark.parametrize(
    "symbol, code",
    [
        ("", "required"),
        ("or", "symbol_form"),
        ("OR-authors", "symbol_form"),
        ("FE-", "symbol_form"),
        ("FE EFS", "symbol_form"),
        ("OR\n", "symbol_form"),
        ("X" * 21, "too_long"),
    ],
)
def test_what_is_no_symbol(office, symbol, code):
    assert codes(checks.unit_problems(office, Unit(symbol, "Nazwa"))) == [("symbol", code)]


@pytest.mark.parametrize(
    "title, code",
    [
        ("", "required"),
        ("  ", "required"),
        ("x" * 201, "too_long"),
        ("=1+1", "text_form"),
        ("Dwie\nlinie", "text_form"),
    ],
)
def test_titles(office, title, code):
    assert codes(checks.unit_problems(office, Unit("KD", title))) == [("title", code)]


def test_units_form_a_tree(office):
    assert codes(checks.unit_problems(office, Unit("FE", "Fundusze", "FE-EFS"))) == [("parent", "circle_of_units")]
    assert codes(checks.unit_problems(office, Unit("FE", "Fundusze", "FE"))) == [("parent", "circle_of_units")]
    assert codes(checks.unit_problems(office, Unit("KD", "Kadry", "ZZ"))) == [("parent", "unknown_unit")]
    assert checks.unit_problems(office, Unit("FE", "Fundusze", "OR")) == []


def test_a_unit_in_use_stays(office):
    office.units["KD"] = Unit("KD", "Kadry")
    assert checks.unit_removal_problems(office, "KD") == []
    for used in ("FE", "OR", "FE-EFS"):
        assert codes(checks.unit_removal_problems(office, used)) == [("symbol", "unit_in_use")]


def test_posts(office):
    post = Post("kancelista", "Kancelista", "OR", False, frozenset({"author"}))
    assert checks.post_problems(office, post) == []
    wrong = Post("Kancelista OR", "", "ZZ", False, frozenset({"king", "author"}))
    assert codes(checks.post_problems(office, wrong)) == [
        ("id", "post_id_form"),
        ("title", "required"),
        ("unit", "unknown_unit"),
        ("entitlements", "unknown_entitlement"),
    ]


def test_a_unit_has_one_head(office):
    assert codes(checks.post_problems(office, Post("dyrektor", "Dyrektor", "FE", True))) == [("head", "second_head")]
    assert checks.post_problems(office, office.posts["naczelnik-fe"]) == []
    assert checks.post_problems(office, Post("kierownik", "Kierownik", "OR", True)) == []


def test_a_post_held_by_many_at_once_cannot_head(office):
    post = Post("inspektor-efs", "Inspektor", "FE-EFS", True)
    assert codes(checks.post_problems(office, post)) == [("head", "head_held_by_many")]


def test_a_post_once_held_stays(office):
    office.posts["wolne"] = Post("wolne", "Wolne", "OR")
    assert checks.post_removal_problems(office, "wolne") == []
    assert codes(checks.post_removal_problems(office, "archiwista")) == [("id", "post_in_use")]


@pytest.mark.parametrize(
    "tenure, expected",
    [
        (Tenure(9, "anna", "archiwista", date(2026, 5, 1)), []),
        (Tenure(9, "", "archiwista", date(2026, 5, 1)), [("login", "required")]),
        (Tenure(9, "an na", "archiwista", date(2026, 5, 1)), [("login", "login_form")]),
        (Tenure(9, "anna", "archiwista", date(2026, 5, 1), date(2026, 4, 30)), [("until", "dates_out_of_order")]),
        (Tenure(9, "anna", "archiwista", date(2026, 5, 1), date(2026, 5, 1)), []),
        (Tenure(9, "anna", "nie-ma", date(2026, 5, 1)), [("post", "unknown_post")]),
        (Tenure(9, "ewa", "archiwista", date(2026, 4, 1)), [("start", "held_already")]),
        (Tenure(9, "ewa", "archiwista", date(2026, 4, 1), date(2026, 4, 30)), []),
        (Tenure(9, "anna", "naczelnik-fe", date(2026, 8, 1)), [("start", "head_held_by_another")]),
        (Tenure(9, "anna", "naczelnik-fe", date(2025, 8, 1), date(2025, 12, 31)), []),
        (Tenure(5, "ewa", "archiwista", date(2026, 5, 1), date(2026, 12, 31)), []),
    ],
)
def test_tenures(office, tenure, expected):
    assert codes(checks.tenure_problems(office, tenure)) == expected


DAYS = st.integers(0, 9).map(lambda days: date(2026, 1, 1) + timedelta(days))


@given(st.lists(st.tuples(st.sampled_from("ab"), DAYS, st.none() | DAYS), max_size=8))
def test_a_head_is_one_person_on_every_day(drafts):
    organisation = Organisation([Unit("OR", "Wydział")], [Post("szef", "Szef", "OR", True)])
    for number, (login, start, until) in enumerate(drafts, 1):
        tenure = Tenure(number, login, "szef", start, until)
        if not checks.tenure_problems(organisation, tenure):
            organisation.put_tenure(tenure)
    for day in range(12):
        assert len(organisation.holders("szef", date(2026, 1, 1) + timedelta(day))) <= 1
