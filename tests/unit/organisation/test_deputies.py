"""Who may act for whom on a day, and the groups that follow."""

from czest.qms.organisation.rules.model import common_kinds
from czest.qms.organisation.rules.model import Deputyship
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import deputy_group
from czest.qms.organisation.rules.organisation import Organisation
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pickle
import pytest


FIRST, LAST = date(2026, 2, 1), date(2026, 2, 28)


def deputyship(number=1, person="maria", deputy="piotr", start=FIRST, until=LAST, kinds=()):
    return Deputyship(number, person, deputy, start, until, "upoważnienie 3/2026", frozenset(kinds))


def test_both_sides_of_a_deputyship_on_a_day(office):
    one = deputyship()
    office.put_deputyship(one)
    for day in (FIRST, LAST):
        assert office.deputies_of("maria", day) == office.represented_by("piotr", day) == [one]
    for day in (FIRST - timedelta(1), LAST + timedelta(1)):
        assert office.deputies_of("maria", day) == office.represented_by("piotr", day) == []
    assert office.deputies_of("piotr", FIRST) == office.represented_by("maria", FIRST) == []


def test_the_oldest_deputyship_goes_first(office):
    late, early = deputyship(1, start=LAST), deputyship(2, person="jan")
    office.put_deputyship(late)
    office.put_deputyship(early)
    assert office.represented_by("piotr", LAST) == [early, late]


def test_a_deputyship_may_be_limited_to_kinds(office):
    one = deputyship(kinds=["Procedure"])
    office.put_deputyship(one)
    assert (
        office.represented_by("piotr", FIRST, "Procedure") == office.deputies_of("maria", FIRST, "Procedure") == [one]
    )
    assert office.represented_by("piotr", FIRST, "Instruction") == office.deputies_of("maria", FIRST, "Policy") == []
    assert office.represented_by("piotr", FIRST) == [one]


def test_another_deputy_of_the_same_number_takes_the_place_of_the_first(office):
    office.put_deputyship(deputyship())
    office.put_deputyship(deputyship(deputy="ewa"))
    assert office.represented_by("piotr", FIRST) == []
    assert [one.id for one in office.represented_by("ewa", FIRST)] == [1]


def test_groups_of_a_deputy_for_every_kind(office):
    office.put_deputyship(deputyship())
    assert office.deputy_group_ids("piotr", FIRST) == {
        "deputy-maria",
        "deputy-post-naczelnik-fe",
        "deputy-unit-FE",
        "deputy-unit-FE-authors",
    }
    assert office.deputy_group_ids("piotr", LAST + timedelta(1)) == set()
    assert office.deputy_group_members("deputy-unit-FE", LAST) == {"piotr"}
    assert office.deputy_group_members("deputy-unit-FE-Procedure", LAST) == set()


def test_groups_of_a_deputy_for_some_kinds(office):
    office.put_deputyship(deputyship(person="nikt", kinds=["Procedure", "Instruction"]))
    assert office.deputy_group_ids("piotr", FIRST) == {"deputy-nikt-Procedure", "deputy-nikt-Instruction"}


def test_a_deputy_has_the_groups_of_the_posts_held_that_day(office):
    office.put_deputyship(deputyship(until=None))
    assert "deputy-unit-FE" in office.deputy_group_ids("piotr", date(2026, 6, 30))
    assert office.deputy_group_ids("piotr", date(2026, 7, 1)) == {"deputy-maria"}


def test_being_a_deputy_gives_neither_posts_nor_roles(office):
    office.put_deputyship(deputyship(person="ewa"))
    assert office.roles("piotr", FIRST) == set()
    assert office.group_ids("piotr", FIRST) == set()


def test_a_deputy_of_a_deputy_does_not_act(office):
    office.put_deputyship(deputyship())
    office.put_deputyship(deputyship(2, "piotr", "ewa"))
    assert [one.person for one in office.represented_by("ewa", FIRST)] == ["piotr"]
    assert office.deputy_group_ids("ewa", FIRST) == {"deputy-piotr"}


def test_ids_of_groups():
    assert deputy_group("post-radca-prawny") == "deputy-post-radca-prawny"
    assert deputy_group("unit-PJ", "Procedure") == "deputy-unit-PJ-Procedure"
    assert deputy_group("jan") == "deputy-jan"


def test_a_record_stored_before_there_were_kinds_means_every_kind(office):
    stored = deputyship()
    del stored.__dict__["kinds"]
    assert b"kinds" not in pickle.dumps(stored)
    old = pickle.loads(pickle.dumps(stored))
    assert old.kinds == frozenset()
    assert old == deputyship()
    office.put_deputyship(old)
    assert office.represented_by("piotr", FIRST, "Procedure") == [old]


@pytest.mark.parametrize(
    "day, expected", [(FIRST - timedelta(1), "coming"), (FIRST, "acting"), (LAST, "acting"), (date(2026, 3, 1), "past")]
)
def test_standing(day, expected):
    assert deputyship().standing(day) == expected


KINDS = ("Instruction", "Policy", "Procedure")
SOME_KINDS = st.frozensets(st.sampled_from(KINDS))


@given(SOME_KINDS, SOME_KINDS)
def test_common_kinds_are_those_of_both(one, other):
    common = common_kinds(one, other)
    for kind in (*KINDS, "Record"):
        both = (not one or kind in one) and (not other or kind in other)
        assert (common is not None and (not common or kind in common)) == both


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 12))
DEPUTYSHIPS = st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from("xyz"), DAYS, st.none() | DAYS, SOME_KINDS))


@given(DEPUTYSHIPS, DAYS)
def test_groups_say_exactly_who_may_act_for_whom_and_for_which_kind(drafts, day):
    posts = [Post(f"p{login}", "Post", "A") for login in "xy"]
    tenures = [Tenure(number, login, f"p{login}", date(2026, 1, 5)) for number, login in enumerate("xy")]
    records = [deputyship(number, *draft) for number, draft in enumerate(drafts)]
    organisation = Organisation([Unit("A", "Wydział")], posts, tenures, records)
    for login in "xyz":
        groups = organisation.deputy_group_ids(login, day)
        for person in "xyz":
            for kind in (*KINDS, "Record"):
                acts = any(one.person == person for one in organisation.represented_by(login, day, kind))
                assert acts == bool({deputy_group(person), deputy_group(person, kind)} & groups)
        for group in groups | {"deputy-unit-A", "deputy-px"}:
            assert (login in organisation.deputy_group_members(group, day)) == (group in groups)
