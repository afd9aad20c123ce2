"""What may be put on a list, destroyed and transferred: ARCH-3, ARCH-5, ARCH-6, ARCH-8."""

from czest.qms.disposal.rules import candidates
from czest.qms.disposal.rules.candidates import Candidate
from czest.qms.disposal.rules.citations import CITATIONS
from czest.qms.disposal.rules.listing import Consent
from czest.qms.disposal.rules.listing import Listing
from czest.qms.disposal.rules.problems import Problem
from czest.qms.disposal.rules.selections import Selection
from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import Hold
from czest.qms.records.rules.retention import KINDS
from dataclasses import replace
from datetime import date
from hypothesis import find
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import pytest


DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
HOLDS = st.lists(st.builds(Hold, DAYS, st.none() | DAYS, st.none() | DAYS), max_size=2).map(tuple)


#: Field → what may stand there instead of what allows a destruction.
OTHERWISE = {
    "state": st.sampled_from(["open", "filed", "disposed", "transferred"]),
    "category": st.none(),
    "jrwa_class": st.just(""),
    "closed_on": st.none() | DAYS,
    "holds": HOLDS,
    "appraised_on": st.none() | DAYS,
    "is_published": st.just(True),
    "on_list": st.sampled_from(["l2", None]),
    "selection": st.builds(Selection, st.sampled_from(KINDS)),
    "drawn_up_on": DAYS,
    "number": st.just(" "),
    "day": st.none() | DAYS,
    "is_refused": st.just(True),
    "excluded": st.just(frozenset({"r1"})),
}


@st.composite
def situations(draw):
    """Return ``(candidate, listing, day)`` that would allow a destruction but for at most two things."""
    category = Category.parse(draw(st.sampled_from(["A", "B0", "B2", "B5", "BE2", "BE5", "Bc"])))
    closed_on, drawn_up_on, appraised_on, consented_on, day = sorted(draw(st.tuples(*[DAYS] * 5)))
    values = {
        "state": "disposal_pending",
        "category": category,
        "jrwa_class": "1510",
        "closed_on": closed_on,
        "holds": (),
        "appraised_on": appraised_on,
        "is_published": False,
        "on_list": "l1",
        "selection": Selection(category.kind),
        "drawn_up_on": drawn_up_on,
        "number": "AP.620.7.2027",
        "day": consented_on,
        "is_refused": False,
        "excluded": frozenset({"r2"}),
    }
    for name in draw(st.sets(st.sampled_from(sorted(values)), max_size=2)):
        values[name] = draw(OTHERWISE[name])
    consent = Consent(values.pop("number"), values.pop("day"))
    of_list = {name: values.pop(name) for name in ("selection", "drawn_up_on", "is_refused", "excluded")}
    return Candidate("r1", **values), Listing("l1", **of_list, consent=consent), day


def codes(problems):
    assert all(problem.code in CITATIONS and problem.citation for problem in problems)
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("category", "selection"), [("B5", "B"), ("B5", "B5"), ("BE5", "BE"), ("BE5", "BE5"), ("Bc", "Bc")]
)
def test_what_is_due_is_proposed(make_candidate, day, category, selection):
    candidate = make_candidate(category, state="filed", on_list=None)
    assert candidates.problems_of(candidate, Selection.parse(selection), day) == ()


@pytest.mark.parametrize(
    ("category", "selection", "problem"),
    [
        ("A", "B", "archival"),
        ("A", "BE", "archival"),
        ("A", "Bc", "archival"),
        ("B5", "A", "not_archival"),
        ("BE5", "B", "other_kind"),
        ("B5", "BE", "other_kind"),
        ("Bc", "B", "other_kind"),
        ("B10", "B5", "other_kind"),
    ],
)
def test_arch_8_kinds_are_never_mixed(make_candidate, day, category, selection, problem):
    candidate = make_candidate(category, state="filed", on_list=None)
    assert codes(candidates.problems_of(candidate, Selection.parse(selection), day)) == [problem]


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"state": "open"}, [Problem("not_filed")]),
        ({"state": "disposed"}, [Problem("not_filed")]),
        ({"on_list": "l2", "state": "disposal_pending"}, [Problem("on_another_list")]),
        ({"category": None}, [Problem("no_schedule")]),
        ({"jrwa_class": ""}, [Problem("no_schedule")]),
        ({"closed_on": None}, [Problem("not_closed")]),
        ({"closed_on": date(2027, 2, 1)}, [Problem("closed_in_future", date(2027, 2, 1))]),
        ({"closed_on": date(2022, 1, 1)}, [Problem("not_due", date(2028, 1, 1))]),
        ({"is_published": True}, [Problem("published")]),
        ({"holds": (Hold(date(2026, 1, 1)),)}, [Problem("on_hold")]),
        ({"holds": (Hold(date(2026, 1, 1), date(2031, 1, 1)),)}, [Problem("on_hold", date(2031, 1, 1))]),
        ({"holds": (Hold(date(2026, 1, 1), date(2027, 1, 30)),)}, []),
        ({"holds": (Hold(date(2027, 2, 1)),)}, []),
        (
            {"closed_on": None, "is_published": True, "holds": (Hold(date(2026, 1, 1)),)},
            [Problem("not_closed"), Problem("on_hold"), Problem("published")],
        ),
    ],
)
def test_what_keeps_a_record_off_a_list(make_candidate, day, values, problems):
    candidate = make_candidate(**{"state": "filed", "on_list": None, **values})
    assert candidates.problems_of(candidate, Selection("B"), day) == tuple(problems)
    assert all(problem.citation for problem in problems)


def test_arch_6_what_has_its_consent_may_be_destroyed(make_candidate, make_listing, day):
    assert candidates.may_be_destroyed(make_candidate(), make_listing(), day)
    assert candidates.may_be_destroyed(make_candidate("Bc"), make_listing("Bc"), day)


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"consent": Consent()}, ["no_consent_number", "no_consent_day"]),
        ({"consent": Consent("", date(2027, 1, 20))}, ["no_consent_number"]),
        ({"consent": Consent("AP.620.7.2027")}, ["no_consent_day"]),
        ({"consent": Consent("AP.620.7.2027", date(2027, 1, 7))}, ["consent_before_list"]),
        ({"consent": Consent("AP.620.7.2027", date(2027, 2, 1))}, ["consent_in_future"]),
        ({"is_refused": True}, ["refused"]),
        ({"excluded": frozenset({"r1"})}, ["excluded"]),
        ({"uid": "l2"}, ["not_on_this_list"]),
    ],
)
def test_arch_6_nothing_is_destroyed_without_the_consent_of_the_archive(
    make_candidate, make_listing, day, values, problems
):
    assert codes(candidates.obstacles_to_destruction(make_candidate(), make_listing(**values), day)) == problems


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"state": "filed"}, "not_on_this_list"),
        ({"on_list": None}, "not_on_this_list"),
        ({"holds": (Hold(date(2027, 1, 31)),)}, "on_hold"),
        ({"is_published": True}, "published"),
        ({"closed_on": date(2022, 1, 1)}, "not_due"),
        ({"jrwa_class": ""}, "no_schedule"),
        ({"category": None}, "no_schedule"),
        ({"category": "Bc"}, "other_kind"),
        ({"category": "A"}, "archival"),
    ],
)
def test_arch_6_what_changed_after_the_consent_counts(make_candidate, make_listing, day, values, problem):
    assert codes(candidates.obstacles_to_destruction(make_candidate(**values), make_listing(), day)) == [problem]


@pytest.mark.parametrize(
    ("appraised_on", "problems"),
    [
        (None, ["not_appraised"]),
        (date(2026, 12, 31), ["not_appraised"]),
        (date(2027, 2, 1), ["not_appraised"]),
        (date(2027, 1, 1), []),
        (date(2027, 1, 31), []),
    ],
)
def test_arch_3_be_is_destroyed_after_its_appraisal_only(make_candidate, make_listing, day, appraised_on, problems):
    candidate = make_candidate("BE5", appraised_on=appraised_on)
    assert codes(candidates.obstacles_to_destruction(candidate, make_listing("BE"), day)) == problems


def test_arch_3_be_without_an_end_of_its_case_is_not_appraised(make_candidate, make_listing, day):
    candidate = make_candidate("BE5", closed_on=None, appraised_on=date(2027, 1, 1))
    found = candidates.obstacles_to_destruction(candidate, make_listing("BE"), day)
    assert codes(found) == ["not_closed", "not_appraised"]


def test_arch_5_category_a_is_transferred_and_never_destroyed(make_candidate, make_listing):
    day = date(2047, 1, 1)
    candidate = make_candidate("A")
    listing = make_listing("A", consent=Consent())
    assert candidates.may_be_transferred(candidate, listing, day)
    assert candidates.may_be_transferred(make_candidate("A", is_published=True), listing, day)
    for selection in KINDS:
        found = candidates.obstacles_to_destruction(candidate, make_listing(selection), day)
        assert "archival" in codes(found)


@pytest.mark.parametrize(
    ("selection", "values", "list_values", "problems"),
    [
        ("A", {"closed_on": date(2022, 1, 1)}, {}, ["not_due"]),
        ("A", {"holds": (Hold(date(2026, 1, 1)),)}, {}, ["on_hold"]),
        ("A", {"on_list": None}, {}, ["not_on_this_list"]),
        ("A", {}, {"is_refused": True}, ["refused"]),
        ("A", {}, {"excluded": frozenset({"r1"})}, ["excluded"]),
        ("B", {}, {}, ["not_archival", "archival"]),
    ],
)
def test_what_keeps_a_record_from_its_transfer(make_candidate, make_listing, selection, values, list_values, problems):
    candidate, listing = make_candidate("A", **values), make_listing(selection, **list_values)
    assert codes(candidates.obstacles_to_transfer(candidate, listing, date(2047, 1, 1))) == problems


def test_a_list_does_what_it_may_and_leaves_the_rest(make_candidate, make_listing, day):
    free, held = make_candidate(), make_candidate(record="r2", holds=(Hold(date(2027, 1, 25)),))
    done, left = candidates.divided((free, held), candidates.obstacles_to_destruction, make_listing(), day)
    assert done == (free,)
    assert left == {"r2": (Problem("on_hold"),)}


@given(situations())
def test_arch_6_nothing_is_destroyed_that_the_law_keeps(situation):
    candidate, listing, day = situation
    if not candidates.may_be_destroyed(candidate, listing, day):
        assert candidates.obstacles_to_destruction(candidate, listing, day)
        return
    assert candidate.category.kind == listing.selection.kind != "A"
    assert not any(hold.is_in_force(day) for hold in candidate.holds)
    assert candidate.closed_on < day
    assert candidate.category.kind == "Bc" or candidate.closed_on.year + candidate.category.years < day.year
    assert candidate.category.kind != "BE" or candidate.appraised_on <= day
    assert listing.consent.number.strip()
    assert listing.drawn_up_on <= listing.consent.day <= day
    assert candidate.record not in listing.excluded
    assert (candidate.state, candidate.on_list) == ("disposal_pending", listing.uid)


@pytest.mark.parametrize("kind", ["B", "BE", "Bc"])
def test_of_every_kind_something_is_destroyed(kind):
    found = find(
        situations(),
        lambda situation: situation[1].selection.kind == kind and candidates.may_be_destroyed(*situation),
        settings=settings(max_examples=2_000, database=None),
    )
    assert found[0].category.kind == kind


@given(situations(), st.builds(Hold, DAYS))
def test_a_hold_wins_over_every_consent(situation, hold):
    candidate, listing, day = situation
    held = replace(candidate, holds=(*candidate.holds, hold))
    if hold.is_in_force(day):
        assert not candidates.may_be_destroyed(held, listing, day)
        assert not candidates.may_be_transferred(held, listing, day)
    else:
        assert candidates.may_be_destroyed(held, listing, day) == candidates.may_be_destroyed(candidate, listing, day)


@given(situations())
def test_nothing_may_be_both_destroyed_and_transferred(situation):
    assert not (candidates.may_be_destroyed(*situation) and candidates.may_be_transferred(*situation))
