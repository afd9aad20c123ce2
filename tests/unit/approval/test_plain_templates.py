"""Templates as plain values: there and back, and every value of another type named."""

from czest.qms.approval.rules.plain_templates import plain_template
from czest.qms.approval.rules.plain_templates import read_template
from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import Template
from czest.qms.approval.rules.templates import TemplateStage
from czest.qms.documents.rules.route import PURPOSES
from czest.qms.documents.rules.route import RULES
from czest.qms.organisation.rules.model import Refused
from hypothesis import given
from hypothesis import strategies as st
import json
import pytest


WORD = st.text("abc-", min_size=1, max_size=5)
ASKED = st.one_of(st.just(Asked("owner-head")), st.builds(Asked, st.sampled_from(["post", "unit", "person"]), WORD))
STAGE = st.builds(
    TemplateStage,
    st.sampled_from(PURPOSES),
    st.lists(ASKED, max_size=3).map(tuple),
    st.sampled_from(RULES),
    st.integers(0, 5),
    st.booleans(),
    st.one_of(st.none(), st.integers()),
)
TEMPLATE = st.builds(
    Template,
    WORD,
    WORD,
    st.frozensets(WORD),
    st.frozensets(WORD),
    st.frozensets(WORD),
    st.lists(STAGE, max_size=3).map(tuple),
    st.booleans(),
)


@given(TEMPLATE)
def test_what_is_answered_may_be_sent_back(template):
    values = json.loads(json.dumps({"@id": "…", **plain_template(template)}))
    assert read_template(values, template.id) == template


def test_what_is_missing_has_its_default():
    stage = {"purpose": "check", "participants": ["owner-head"]}
    assert read_template({"title": " Procedury ", "stages": [stage]}, "x") == Template(
        "x", "Procedury", stages=(TemplateStage("check", (Asked("owner-head"),)),)
    )


def refused(**values):
    with pytest.raises(Refused) as refusal:
        read_template(values, "x")
    return [(problem.field, problem.code) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    "name, value",
    [
        ("title", 5),
        ("kinds", "Procedure"),
        ("units", [1]),
        ("processes", None),
        ("stages", ["x"]),
        ("stages", {}),
        ("keeps_signatures", 1),
    ],
)
def test_values_of_another_type_are_named(name, value):
    assert refused(**{name: value}) == [(name, "wrong_type")]


@pytest.mark.parametrize(
    "name, value",
    [
        ("purpose", "signature"),
        ("purpose", None),
        ("participants", "owner-head"),
        ("rule", "most"),
        ("quorum", True),
        ("quorum", "2"),
        ("in_sequence", "yes"),
        ("days", 1.5),
        ("days", "7"),
    ],
)
def test_values_of_a_stage_are_named_with_their_stage(name, value):
    stages = [{"purpose": "check"}, {"purpose": "check", name: value}]
    assert refused(stages=stages) == [(f"stages.2.{name}", "wrong_type")]


@pytest.mark.parametrize("text", ["Trasa \ud800", "Trasa \x07"])
def test_texts_with_control_characters_are_named(text):
    assert refused(title=text) == [("title", "control")]
    assert refused(units=["OR", text]) == [("units", "control")]
    assert refused(stages=[{"purpose": "check", "participants": [f"person:{text}"]}]) == [
        ("stages.1.participants", "control")
    ]


def test_everything_wrong_is_named_at_once():
    stage = {"participants": ["owner-head", "kto"], "asked": []}
    assert refused(title=1, colour="red", stages=[stage]) == [
        ("title", "wrong_type"),
        ("stages.1.purpose", "wrong_type"),
        ("stages.1.participants", "no_participant"),
        ("stages.1.asked", "unknown_field"),
        ("colour", "unknown_field"),
    ]
