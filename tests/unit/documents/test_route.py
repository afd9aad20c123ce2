"""Stages, who is asked, and how far an edition has come."""

from czest.qms.documents.rules import route
from czest.qms.documents.rules.access import asked
from czest.qms.documents.rules.access import principals
from czest.qms.documents.rules.route import Course
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import Stage
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = datetime.date(2026, 11, 25)
A, B, C = (Participant("person", login) for login in "abc")
LEGAL = Participant("post", "radca-prawny")


def signature(stage, participant, login=None, digest="d", void=False):
    return {
        "act": stage.act,
        "stage": stage.id,
        "participant": participant.key,
        "login": login or participant.id,
        "on_behalf_of": None,
        "digest": digest,
        "void": void,
        "void_reason": None,
        "time": "2026-11-25T10:00:00+00:00",
    }


def course(*stages, signatures=()):
    return Course(stages, signatures, "d")


@pytest.mark.parametrize(
    ("rule", "quorum", "signers", "met"),
    [
        ("all", 0, (A, B), False),
        ("all", 0, (A, B, C), True),
        ("any", 0, (), False),
        ("any", 0, (C,), True),
        ("quorum", 2, (A,), False),
        ("quorum", 2, (A, C), True),
    ],
)
def test_the_rule_of_a_stage_says_how_many_sign(rule, quorum, signers, met):
    stage = Stage("1", "check", (A, B, C), rule=rule, quorum=quorum)
    signatures = [signature(stage, signer) for signer in signers]
    assert course(stage, signatures=signatures).is_met(stage) == met


def test_a_stage_of_nobody_is_never_met():
    for stage in (Stage("1", "check", ()), Stage("1", "check", (A,), rule="quorum", quorum=0)):
        assert not course(stage).is_met(stage)


def test_the_same_signature_twice_counts_once():
    stage = Stage("1", "check", (A, B), rule="quorum", quorum=2)
    assert not course(stage, signatures=[signature(stage, A), signature(stage, A)]).is_met(stage)


@pytest.mark.parametrize("changed", [{"digest": "other"}, {"void": True}, {"stage": "2"}, {"act": "approve"}])
def test_a_signature_counts_for_its_content_stage_and_act_and_while_it_is_not_void(changed):
    stage = Stage("1", "check", (A,))
    assert not course(stage, signatures=[{**signature(stage, A), **changed}]).is_met(stage)


def test_signatures_of_people_who_are_no_longer_asked_do_not_count():
    stage = Stage("1", "check", (A,))
    assert course(stage, signatures=[signature(stage, B)]).waiting(stage) == (A,)


def test_in_parallel_all_wait_and_in_sequence_the_next():
    parallel = Stage("1", "check", (A, B, C))
    sequence = Stage("1", "check", (A, B, C), in_sequence=True)
    assert course(parallel, signatures=[signature(parallel, B)]).waiting(parallel) == (A, C)
    assert course(sequence, signatures=[signature(sequence, A)]).waiting(sequence) == (B,)
    met = Stage("1", "check", (A, B), rule="any")
    assert course(met, signatures=[signature(met, B)]).waiting(met) == ()


def test_the_current_stage_is_the_first_that_is_not_met():
    first, second = Stage("1", "check", (A,)), Stage("2", "approval", (B,))
    assert course(first, second).current == first
    assert course(first, second, signatures=[signature(second, B)]).current == first
    assert course(first, second, signatures=[signature(first, A)]).current == second
    assert course(first, second, signatures=[signature(first, A), signature(second, B)]).current is None


def test_the_following_stage_is_the_next_that_is_not_met():
    first, second, third = Stage("1", "check", (A,)), Stage("2", "opinion", (B,)), Stage("3", "approval", (C,))
    assert course(first, second, third).following == second
    assert course(first, second, third, signatures=[signature(second, B)]).following == third
    assert course(first, second, third, signatures=[signature(first, A), signature(second, B)]).following is None


def test_an_opinion_is_over_by_silence_after_its_last_day():
    stages = (Stage("1", "opinion", (A,), days=3), Stage("2", "approval", (B,)))
    assert not route.is_silent(stages[0], DAY)
    opinion, approval = route.begun(stages, "1", DAY)
    assert (opinion.due, approval.due) == (DAY + datetime.timedelta(days=3), None)
    assert not route.is_silent(opinion, opinion.due)
    assert route.is_silent(opinion, opinion.due + datetime.timedelta(days=1))
    assert not route.is_silent(Stage("1", "check", (A,), days=3, begun=DAY), DAY + datetime.timedelta(days=9))
    silent = route.silenced((opinion, approval), "1")
    assert course(*silent).current == approval


def test_a_stage_begins_once():
    (stage,) = route.begun((Stage("1", "check", (A,)),), "1", DAY)
    assert route.begun((stage,), "1", DAY + datetime.timedelta(days=1)) == (stage,)


def test_a_rewound_stage_and_all_later_ones_begin_again():
    stages = tuple(Stage(number, "check", (A,), begun=DAY, silent=True) for number in "123")
    assert [stage.begun for stage in route.rewound(stages, "2")] == [DAY, None, None]
    assert [stage.silent for stage in route.rewound(stages, "2")] == [True, False, False]
    assert route.stages_from(stages, "2") == {"2", "3"}


def test_people_are_replaced_and_added_in_one_stage():
    stages = (Stage("1", "check", (A, B)), Stage("2", "approval", (A,)))
    assert route.replaced(stages, "1", A, C) == (Stage("1", "check", (C, B)), stages[1])
    assert route.added(stages, "2", LEGAL) == (stages[0], Stage("2", "approval", (A, LEGAL)))


def test_the_short_form_checks_then_approves():
    first, second = route.short_form(["a", "b", "a"], ["c"])
    assert (first.purpose, first.participants, first.people) == ("check", (A, B), ("a", "b"))
    assert (second.purpose, second.participants, second.act) == ("approval", (C,), "approve")


@given(st.sampled_from(["person", "post", "unit"]), st.text(min_size=1))
def test_a_participant_is_found_again_by_its_key(kind, name):
    participant = Participant(kind, name)
    assert Participant.of_key(participant.key) == participant


def test_a_participant_is_called_by_its_title_while_the_organisation_knows_it():
    organisation = Organisation([Unit("IT", "Wydział Informatyki")], [Post("radca-prawny", "Radca prawny", "IT")])
    assert route.title_of(LEGAL, organisation) == "Radca prawny"
    assert route.title_of(Participant("unit", "IT"), organisation) == "Wydział Informatyki"
    assert route.title_of(A, organisation) == "a"
    assert route.title_of(LEGAL, Organisation()) == "radca-prawny"


@pytest.mark.parametrize("key", ["", "person", "person:", "role:x", ":x"])
def test_other_keys_name_nobody(key):
    with pytest.raises(ValueError):
        Participant.of_key(key)


def test_those_asked_are_logins_and_groups_with_their_deputies():
    assert principals(A, "Procedure") == ("a", "deputy-a", "deputy-a-Procedure")
    assert principals(LEGAL, "Procedure")[0] == "post-radca-prawny"
    assert principals(Participant("unit", "PJ"), "Procedure")[1] == "deputy-unit-PJ"
    stages = (Stage("1", "check", (A,)), Stage("2", "approval", (B,)))
    assert asked(stages, "approve", "Procedure") == list(principals(B, "Procedure"))


@given(st.data())
def test_every_signature_of_those_waiting_leads_to_the_end(data):
    people = st.lists(st.sampled_from([A, B, C, LEGAL]), min_size=1, max_size=4, unique=True)
    stages = []
    for number in range(data.draw(st.integers(1, 4))):
        asked_here = tuple(data.draw(people))
        rule = data.draw(st.sampled_from(route.RULES))
        quorum = data.draw(st.integers(1, len(asked_here)))
        stages.append(Stage(str(number), "check", asked_here, rule, quorum, data.draw(st.booleans())))
    signatures = []
    while (stage := course(*stages, signatures=signatures).current) is not None:
        waiting = course(*stages, signatures=signatures).waiting(stage)
        assert waiting
        signatures.append(signature(stage, data.draw(st.sampled_from(waiting))))
    for stage in stages:
        assert len({one["participant"] for one in signatures if one["stage"] == stage.id}) == stage.needed


def test_behind_a_signature_for_another_stand_two():
    stage = Stage("1", "check", (A,))
    given = {**signature(stage, A, "x"), "on_behalf_of": "a"}
    assert course(stage, signatures=[given]).behind(stage) == {"a", "x"}


def test_only_stages_without_days_of_their_own_get_the_usual_ones():
    stages = (Stage("1", "check", (A,), days=2), Stage("2", "opinion", (B,)), Stage("3", "approval", (C,)))
    with_days = route.with_usual_days(stages, {"check": 9, "opinion": 5, "approval": None})
    assert [stage.days for stage in with_days] == [2, 5, None]
    assert route.undated(route.begun(with_days, "1", DAY)) == route.undated(stages)
