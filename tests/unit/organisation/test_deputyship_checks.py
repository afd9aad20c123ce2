"""Which deputyships the organisation admits."""

from czest.qms.organisation.rules import changes
from czest.qms.organisation.rules import checks
from czest.qms.organisation.rules.model import Deputyship
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.rules.organisation import Organisation
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


START, END = date(2026, 2, 1), date(2026, 2, 20)


def codes(problems):
    return [(problem.field, problem.code) for problem in problems]


def deputyship(number, person, deputy, start, until=None, mandate="upoważnienie 3/2026", kinds=()):
    return Deputyship(number, person, deputy, start, until, mandate, frozenset(kinds))


def test_deputyships(office):
    first = deputyship(1, "maria", "piotr", date(2026, 2, 1), date(2026, 2, 28))
    changes.put_deputyship(office, first)
    assert office.deputyships == {1: first}
    changes.put_deputyship(office, deputyship(1, "maria", "piotr", date(2026, 2, 1), date(2026, 3, 31)))
    assert codes(checks.deputyship_problems(office, deputyship(2, "ewa", "ewa", date(2026, 2, 1)))) == [
        ("deputy", "own_deputy")
    ]
    assert codes(checks.deputyship_problems(office, deputyship(2, "maria", "piotr", date(2026, 3, 31)))) == [
        ("start", "deputyship_twice")
    ]
    assert checks.deputyship_problems(office, deputyship(2, "maria", "piotr", date(2026, 4, 1))) == []
    assert checks.deputyship_problems(office, deputyship(2, "maria", "ewa", date(2026, 2, 1))) == []
    wrong = deputyship(2, "", "an na", date(2026, 2, 2), date(2026, 2, 1), " ")
    assert codes(checks.deputyship_problems(office, wrong)) == [
        ("person", "required"),
        ("deputy", "login_form"),
        ("until", "dates_out_of_order"),
        ("mandate", "required"),
    ]


def test_deputies_may_not_form_a_circle_on_any_day(office):
    changes.put_deputyship(office, deputyship(1, "maria", "piotr", date(2026, 2, 1), date(2026, 2, 20)))
    changes.put_deputyship(office, deputyship(2, "piotr", "ewa", date(2026, 2, 15), date(2026, 3, 15)))
    with pytest.raises(Refused) as refusal:
        changes.put_deputyship(office, deputyship(3, "ewa", "maria", date(2026, 2, 20)))
    assert codes(refusal.value.problems) == [("deputy", "circle_of_deputies")]
    assert 3 not in office.deputyships
    changes.put_deputyship(office, deputyship(3, "ewa", "maria", date(2026, 2, 21)))


def test_kinds_have_the_form_of_portal_types(office):
    for kind in ("", "procedure", "Procedure-1", "Procedure\n"):
        wrong = deputyship(1, "maria", "piotr", START, kinds=["Instruction", kind])
        assert codes(checks.deputyship_problems(office, wrong)) == [("kinds", "unknown_kind")]
    assert checks.deputyship_problems(office, deputyship(1, "maria", "piotr", START, kinds=["Instruction"])) == []


@pytest.mark.parametrize("login", ["unit-OR", "post-archiwista"])
def test_deputies_of_a_person_are_not_taken_for_those_of_a_group(office, login):
    found = checks.deputyship_problems(office, deputyship(1, login, "piotr", START))
    assert codes(found) == [("person", "login_like_group")]
    assert checks.deputyship_problems(office, deputyship(1, "maria", login, START)) == []


def test_deputies_for_other_kinds_are_not_in_each_others_way(office):
    changes.put_deputyship(office, deputyship(1, "maria", "piotr", START, END, kinds=["Procedure"]))
    for person, other, code in (("maria", "piotr", "deputyship_twice"), ("piotr", "maria", "circle_of_deputies")):
        assert checks.deputyship_problems(office, deputyship(2, person, other, START, kinds=["Instruction"])) == []
        for kinds in ((), ["Procedure"], ["Instruction", "Procedure"]):
            found = checks.deputyship_problems(office, deputyship(2, person, other, START, kinds=kinds))
            assert [problem.code for problem in found] == [code]


def test_a_circle_needs_one_kind_all_the_way_round(office):
    changes.put_deputyship(office, deputyship(1, "maria", "piotr", START, kinds=["Procedure", "Policy"]))
    changes.put_deputyship(office, deputyship(2, "piotr", "ewa", START, kinds=["Policy", "Instruction"]))
    assert checks.deputyship_problems(office, deputyship(3, "ewa", "maria", START, kinds=["Instruction"])) == []
    assert codes(checks.deputyship_problems(office, deputyship(3, "ewa", "maria", START, kinds=["Policy"]))) == [
        ("deputy", "circle_of_deputies")
    ]


def test_nobody_makes_himself_a_deputy_but_may_stop_being_one(office):
    one = deputyship(1, "maria", "piotr", START, END)
    assert codes(checks.own_rights_problems(office, "piotr", one)) == [("deputy", "own_rights")]
    for actor in ("maria", "ewa", ""):
        assert checks.own_rights_problems(office, actor, one) == []
    changes.put_deputyship(office, one)
    assert checks.own_rights_problems(office, "piotr", replace(one, until=START)) == []
    for longer in (replace(one, until=None), replace(one, until=END + timedelta(1)), replace(one, kinds={"Policy"})):
        assert codes(checks.own_rights_problems(office, "piotr", longer)) == [("deputy", "own_rights")]


DAYS = st.integers(0, 9).map(lambda days: date(2026, 1, 1) + timedelta(days))
KINDS = ("Instruction", "Procedure")
DRAFTS = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from("abcd"),
        DAYS,
        st.none() | DAYS,
        st.just("upoważnienie"),
        st.frozensets(st.sampled_from(KINDS)),
    ),
    max_size=10,
)


def circle_on(deputyships, day, kind):
    """Tell by following every chain whether somebody represents himself on a day for a kind."""
    chain = {(one.person, one.deputy) for one in deputyships if one.covers(day) and one.admits(kind)}
    while True:
        longer = chain | {(a, d) for a, b in chain for c, d in chain if b == c}
        if longer == chain:
            return any(a == b for a, b in chain)
        chain = longer


@given(DRAFTS)
def test_a_deputyship_is_refused_exactly_when_it_would_close_a_circle(drafts):
    organisation = Organisation()
    for number, draft in enumerate(drafts, 1):
        candidate = Deputyship(number, *draft)
        problems = {code for _field, code in codes(checks.deputyship_problems(organisation, candidate))}
        if problems & {"dates_out_of_order", "own_deputy", "deputyship_twice"}:
            continue
        after = [*organisation.deputyships.values(), candidate]
        days = [date(2026, 1, 1) + timedelta(day) for day in range(12)]
        closed = any(circle_on(after, day, kind) for day in days for kind in (*KINDS, "Policy"))
        assert (problems == {"circle_of_deputies"}) == closed
        if not problems:
            organisation.put_deputyship(candidate)
