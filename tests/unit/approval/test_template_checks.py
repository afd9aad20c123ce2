"""Which templates may be saved, and the route that becomes of them."""

from czest.qms.approval.rules.materialising import head_post
from czest.qms.approval.rules.materialising import headless
from czest.qms.approval.rules.materialising import materialised
from czest.qms.approval.rules.template_checks import Surroundings
from czest.qms.approval.rules.template_checks import template_problems
from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import Template
from czest.qms.approval.rules.templates import TemplateStage
from czest.qms.documents.rules import route
from czest.qms.documents.rules import route_problems
from czest.qms.documents.rules.route import Participant
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest


ORGANISATION = Organisation(
    units=[Unit("FE", "Fundusze"), Unit("FE-EFS", "Referat EFS", "FE"), Unit("OR", "Organizacyjny")],
    posts=[
        Post("naczelnik-fe", "Naczelnik", "FE", head=True),
        Post("inspektor-fe", "Inspektor", "FE"),
        Post("radca", "Radca prawny", "OR"),
        Post("sekretarz", "Sekretarz Miasta", "OR", entitlements=frozenset({"approver"})),
    ],
)
OFFICE = Surroundings(ORGANISATION, frozenset({"Procedure"}), frozenset({"PG-1"}), {"jan"}.__contains__)

HEAD, LEGAL, SECRETARY = Asked("owner-head"), Asked("post", "radca"), Asked("post", "sekretarz")
CHECK = TemplateStage("check", (HEAD, LEGAL), days=7)
OPINION = TemplateStage("opinion", (LEGAL, Asked("unit", "OR"), Asked("person", "jan")), "any", days=5)
APPROVAL = TemplateStage("approval", (SECRETARY,))
SOUND = Template("procedury", "Procedury", stages=(CHECK, OPINION, APPROVAL))


def problems(template=SOUND, others=(), **changes):
    found = template_problems(replace(template, **changes), others, OFFICE)
    return [(problem.field, problem.code) for problem in found]


def of_stage(stage=CHECK, **changes):
    return problems(stages=(replace(stage, **changes), CHECK, APPROVAL))


def test_a_sound_template_may_be_saved_and_saved_again():
    scope = {"kinds": {"Procedure"}, "units": {"FE-EFS"}, "processes": {"PG-1"}}
    assert problems(others=(SOUND,), **scope) == []


def test_what_a_template_names_must_be_there():
    assert problems(title=" ") == [("title", "required")]
    assert problems(kinds={"Policy"}) == [("kinds", "unknown_kind")]
    assert problems(units={"ZZ", "AA", "FE"}) == [("units", "unknown_unit")] * 2
    assert problems(processes={"PG-9"}) == [("processes", "unknown_process")]


def test_a_template_that_could_tie_is_refused_by_the_name_of_the_other():
    other = replace(SOUND, id="inny", title="Inny")
    (problem,) = template_problems(SOUND, [SOUND, other, replace(other, kinds={"Procedure"})], OFFICE)
    assert (problem.field, problem.code, problem.values) == ("kinds", "tie", {"template": "Inny"})


@pytest.mark.parametrize(
    "stages, codes",
    [
        ((), ["no_stages"]),
        ((APPROVAL,), ["no_check"]),
        ((CHECK,), ["no_approval"]),
        ((OPINION,), ["no_check", "no_approval"]),
        ((CHECK, APPROVAL, OPINION), ["order"]),
        ((APPROVAL, CHECK), ["order"]),
        ((CHECK, OPINION, CHECK, APPROVAL, APPROVAL), []),
    ],
)
def test_checks_and_opinions_come_before_approvals(stages, codes):
    assert problems(stages=stages) == [("stages", code) for code in codes]


@pytest.mark.parametrize(
    "asked, code",
    [
        ((), "nobody"),
        ((LEGAL, HEAD, LEGAL), "twice"),
        ((HEAD, HEAD), "twice"),
        ((Asked("unit", "ZZ"),), "unknown_unit"),
        ((Asked("post", "burmistrz"),), "unknown_post"),
        ((Asked("person", "obcy"),), "unknown_account"),
    ],
)
def test_everybody_asked_is_there_once(asked, code):
    assert of_stage(asked=asked) == [("stages.1.participants", code)]


def test_a_post_that_approves_nothing_is_not_asked_to_approve():
    assert problems(stages=(CHECK, replace(APPROVAL, asked=(LEGAL,)))) == [("stages.2.participants", "no_approver")]


@pytest.mark.parametrize("quorum, is_wrong", [(0, True), (1, False), (2, False), (3, True)])
def test_a_quorum_is_of_those_asked(quorum, is_wrong):
    assert of_stage(rule="quorum", quorum=quorum) == [("stages.1.quorum", "quorum")] * is_wrong


@pytest.mark.parametrize("days, is_wrong", [(0, True), (1, False), (365, False), (366, True), (None, False)])
def test_days_are_those_of_a_year(days, is_wrong):
    assert of_stage(days=days) == [("stages.1.days", "days")] * is_wrong


def test_an_opinion_ends_some_day():
    assert of_stage(OPINION, days=None) == [("stages.1.days", "opinion_without_days")]


def test_the_head_is_the_one_of_the_unit_or_of_the_nearest_above():
    assert [head_post(ORGANISATION, unit) for unit in ("FE", "FE-EFS", "OR", "ZZ", None)] == [
        "naczelnik-fe",
        "naczelnik-fe",
        None,
        None,
        None,
    ]


def test_a_template_becomes_a_route():
    head, legal = Participant("post", "naczelnik-fe"), Participant("post", "radca")
    assert materialised(SOUND, "FE-EFS", ORGANISATION) == (
        route.Stage("1", "check", (head, legal), days=7),
        route.Stage("2", "opinion", (legal, Participant("unit", "OR"), Participant("person", "jan")), "any", days=5),
        route.Stage("3", "approval", (Participant("post", "sekretarz"),)),
    )


def test_a_head_who_is_asked_by_the_post_too_is_asked_once():
    both = TemplateStage("check", (HEAD, Asked("post", "naczelnik-fe")), "quorum", 2, in_sequence=True)
    (stage,) = materialised(replace(SOUND, stages=(both,)), "FE", ORGANISATION)
    assert stage == route.Stage("1", "check", (Participant("post", "naczelnik-fe"),), "quorum", 1, True)


@pytest.mark.parametrize(
    "rule, quorum, lacking", [("all", 0, ("1",)), ("any", 0, ()), ("quorum", 1, ()), ("quorum", 2, ("1",))]
)
def test_a_missing_head_is_said_where_the_others_do_not_suffice(rule, quorum, lacking):
    template = replace(SOUND, stages=(replace(CHECK, rule=rule, quorum=quorum), OPINION, APPROVAL))
    assert headless(template, "OR", ORGANISATION) == lacking
    assert headless(template, "FE", ORGANISATION) == ()
    assert materialised(template, "OR", ORGANISATION)[0].participants == (Participant("post", "radca"),)


ASKED = st.lists(
    st.sampled_from(
        [HEAD, LEGAL, SECRETARY, Asked("post", "naczelnik-fe"), Asked("unit", "FE"), Asked("person", "jan")]
    ),
    max_size=4,
).map(tuple)
STAGES = st.lists(
    st.builds(
        TemplateStage,
        st.sampled_from(route.PURPOSES),
        ASKED,
        st.sampled_from(route.RULES),
        st.integers(0, 3),
        st.booleans(),
        st.one_of(st.none(), st.integers(0, 366)),
    ),
    max_size=4,
).map(lambda stages: tuple(sorted(stages, key=lambda stage: stage.purpose == "approval")))


@given(STAGES, st.sampled_from(["FE", "FE-EFS"]))
def test_a_template_without_problems_gives_a_route_without_problems(stages, owner):
    found = template_problems(replace(SOUND, stages=stages), (), OFFICE)
    routes = materialised(replace(SOUND, stages=stages), owner, ORGANISATION)
    assert [stage.id for stage in routes] == [str(number) for number in range(1, len(stages) + 1)]
    if not found:
        assert route_problems.problems(routes, ("autor",), lambda asked: {"kto"}) == []
