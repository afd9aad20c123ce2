"""Who holds what on a day, and which groups and roles follow."""

from czest.qms.organisation.rules.model import Deputyship
from czest.qms.organisation.rules.model import ENTITLEMENTS
from czest.qms.organisation.rules.model import GLOBAL_ROLES
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st


JUNE = date(2026, 6, 30)
JULY = date(2026, 7, 1)


def test_tree_gives_parents_before_children(office):
    assert [(depth, unit.symbol) for depth, unit in office.tree()] == [(0, "FE"), (1, "FE-EFS"), (0, "OR")]


def test_ancestors_begin_with_the_unit(office):
    assert office.ancestors("FE-EFS") == ["FE-EFS", "FE"]


def test_holders_change_at_midnight(office):
    assert office.holders("naczelnik-fe", JUNE) == ["maria"]
    assert office.holders("naczelnik-fe", JULY) == ["piotr"]


def test_a_post_may_have_several_holders(office):
    assert office.holders("inspektor-efs", date(2026, 3, 31)) == ["ewa", "jan"]
    assert office.holders("inspektor-efs", date(2026, 4, 1)) == ["ewa"]


def test_unknown_people_and_posts_have_nothing(office):
    assert office.holders("nie-ma", JULY) == []
    assert office.posts_of("nikt", JULY) == []
    assert office.post_title("nikt", JULY) == ""
    assert office.group_ids("nikt", JULY) == set()


def test_posts_in_a_unit_begin_with_its_head(office):
    office.posts["a"] = Post("a", "Aplikant", "FE")
    assert [post.id for post in office.posts_in("FE")] == ["naczelnik-fe", "a"]


def test_post_title_prefers_the_entitling_post_then_the_head_then_the_oldest(office):
    assert office.post_title("ewa", JULY) == "Inspektor"
    assert office.post_title("ewa", JULY, "archivist") == "Archiwista zakładowy"
    assert office.post_title("ewa", JULY, "approver") == "Inspektor"
    office.put_tenure(Tenure(6, "ewa", "naczelnik-fe", date(2026, 7, 2)))
    assert office.post_title("ewa", date(2026, 7, 2)) == "Naczelnik Wydziału"


def test_units_of_names_each_unit_once(office):
    assert office.units_of("ewa", JULY) == ["FE-EFS", "OR"]
    office.posts["b"] = Post("b", "Kancelista", "OR")
    office.put_tenure(Tenure(7, "ewa", "b", JULY))
    assert office.units_of("ewa", JULY) == ["FE-EFS", "OR"]


def test_head_of_a_unit(office):
    assert office.head_of("FE", JUNE) == "maria"
    assert office.head_of("FE", date(2025, 12, 31)) is None
    assert office.head_of("OR", JUNE) is None


def test_entitled_on_a_day(office):
    assert office.entitled("approver", JUNE) == {"maria"}
    assert office.entitled("reviewer", date(2026, 3, 1)) == {"ewa", "jan"}
    assert office.entitled("auditor", JUNE) == set()


def test_groups_of_a_person(office):
    assert office.group_ids("ewa", JUNE) == {
        "unit-FE-EFS",
        "unit-FE-EFS-authors",
        "unit-FE",
        "post-inspektor-efs",
        "unit-OR",
        "post-archiwista",
    }


def test_a_head_counts_among_the_authors_of_the_unit_only(office):
    assert office.group_ids("piotr", JULY) == {"unit-FE", "unit-FE-authors", "post-naczelnik-fe"}


def test_every_group_is_listed_with_what_it_is(office):
    groups = office.groups()
    assert len(groups) == 9
    assert groups["unit-OR"] == ("unit", office.units["OR"])
    assert groups["unit-OR-authors"] == ("authors", office.units["OR"])
    assert groups["post-archiwista"] == ("post", office.posts["archiwista"])


def test_roles_follow_from_posts_but_reviewing_and_approving_are_none(office):
    assert office.roles("ewa", JUNE) == {"Author", "Archivist"}
    assert office.roles("ewa", date(2026, 4, 30)) == {"Author"}
    assert office.roles("maria", JUNE) == set()


def test_a_copy_is_independent(office):
    office.put_deputyship(Deputyship(1, "maria", "piotr", JUNE, None, "upoważnienie"))
    copy = office.copy()
    copy.put_tenure(Tenure(1, "adam", "archiwista", date(2026, 1, 1)))
    copy.units["KD"] = Unit("KD", "Kadry")
    copy.drop_tenure(3)
    copy.drop_deputyship(1)
    assert office.holders("naczelnik-fe", JUNE) == ["maria"]
    assert copy.holders("naczelnik-fe", JUNE) == []
    assert "KD" not in office.units
    assert office.holders("inspektor-efs", JUNE) == ["ewa"]
    assert 1 in office.deputyships
    assert [one.id for one in office.represented_by("piotr", JUNE)] == [1]
    assert copy.represented_by("piotr", JUNE) == []


def test_dropping_what_is_not_there_does_nothing(office):
    office.drop_tenure(99)
    office.drop_deputyship(99)
    assert len(office.tenures) == 5


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 20))
SYMBOLS = ("A", "B", "C")


@st.composite
def organisations(draw):
    parents = [None, draw(st.sampled_from([None, "A"])), draw(st.sampled_from([None, "A", "B"]))]
    units = [Unit(symbol, symbol, parent) for symbol, parent in zip(SYMBOLS, parents, strict=True)]
    posts = [
        Post(
            f"p{number}",
            "Post",
            draw(st.sampled_from(SYMBOLS)),
            draw(st.booleans()),
            draw(st.frozensets(st.sampled_from(ENTITLEMENTS))),
        )
        for number in range(4)
    ]
    tenures = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(DAYS)
        until = draw(st.none() | st.integers(0, 9).map(lambda days, start=start: start + timedelta(days)))
        tenures.append(Tenure(number + 1, draw(st.sampled_from("xyz")), f"p{draw(st.integers(0, 3))}", start, until))
    return Organisation(units, posts, tenures)


@given(organisations(), DAYS)
def test_groups_seen_from_a_person_and_from_the_group_agree(organisation, day):
    members = {group: organisation.group_members(group, day) for group in organisation.groups()}
    for login in "xyz":
        assert organisation.group_ids(login, day) == {group for group, logins in members.items() if login in logins}


@given(organisations(), DAYS)
def test_a_right_is_held_exactly_by_whoever_holds_a_post_with_it(organisation, day):
    for login in "xyz":
        held = {
            entitlement
            for tenure in organisation.tenures.values()
            if tenure.login == login and tenure.start <= day and (tenure.until is None or day <= tenure.until)
            for entitlement in organisation.posts[tenure.post].entitlements
        }
        assert organisation.roles(login, day) == {GLOBAL_ROLES[name] for name in held if name in GLOBAL_ROLES}
        assert {name for name in ENTITLEMENTS if login in organisation.entitled(name, day)} == held


@given(organisations(), DAYS)
def test_a_unit_has_everyone_of_the_units_under_it(organisation, day):
    for unit in organisation.units.values():
        if unit.parent:
            below = organisation.group_members(f"unit-{unit.symbol}", day)
            assert below <= organisation.group_members(f"unit-{unit.parent}", day)
