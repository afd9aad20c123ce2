"""The closed list of optional states, for whom they are offered, and whom an edition in one waits for."""

from czest.qms.documents.rules import lifecycle
from czest.qms.documents.rules.optional_states import BY_STATE
from czest.qms.documents.rules.optional_states import Consultation
from czest.qms.documents.rules.optional_states import is_offered
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.optional_states import participants_of
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.documents.rules.route import Participant
import datetime
from hypothesis import given
from hypothesis import strategies
import pytest


DAY = datetime.date(2026, 12, 2)
KINDS = strategies.sampled_from(["Procedure", "Instruction", "FormTemplate"])


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=list(PATTERNS))
def test_the_life_of_an_edition_knows_every_way_in_and_out(pattern):
    life = lifecycle.EDITION_LIFE
    assert (life[pattern.begin].sources, life[pattern.begin].target) == ({"draft"}, pattern.state)
    assert (life[pattern.end].sources, life[pattern.end].target) == ({pattern.state}, "draft")
    leading_out = {name for name, step in life.items() if step.target and pattern.state in step.sources}
    assert leading_out == set(pattern.exits)


def test_no_optional_state_is_released_entered_from_one_or_leads_to_one():
    assert not set(OPTIONAL_STATES) & lifecycle.RELEASED_STATES
    for step in lifecycle.EDITION_LIFE.values():
        if set(OPTIONAL_STATES) & step.sources:
            assert step.target not in lifecycle.RELEASED_STATES
        if step.target in OPTIONAL_STATES:
            assert step.sources == {"draft"}


def test_a_state_leads_back_to_its_pattern():
    assert {state: pattern.id for state, pattern in BY_STATE.items()} == {
        "in_agreement": "agreement",
        "in_formal_check": "formal_check",
    }


@given(KINDS, strategies.lists(KINDS))
def test_a_pattern_is_offered_for_the_kinds_named_for_all_without_any_and_not_at_all_when_missing(kind, kinds):
    assert is_offered("agreement", kind, {"agreement": kinds}) is (not kinds or kind in kinds)
    assert not is_offered("formal_check", kind, {"agreement": kinds})


def test_each_of_those_asked_waits_until_he_has_answered():
    unit, post = participants_of(["unit:OR", "post:radca", "unit:OR"])
    consultation = Consultation("agreement", (unit, post), DAY, DAY)
    answered = consultation.answered(post, {"answer": "agreed"})
    assert consultation.id == "agreement"
    assert (consultation.waiting, answered.waiting) == ((unit, post), (unit,))
    assert answered.answers == {"post:radca": {"answer": "agreed"}}


@pytest.mark.parametrize(("due", "today", "over"), [(DAY, 2, False), (DAY, 3, True), (None, 3, False)])
def test_it_is_over_on_the_day_after_its_last(due, today, over):
    assert Consultation("agreement", (Participant("unit", "OR"),), DAY, due).is_over(DAY.replace(day=today)) is over


def test_a_key_of_nobody_is_refused():
    with pytest.raises(ValueError, match="nikt"):
        participants_of(["nikt"])
