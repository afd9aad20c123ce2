"""Drift between a site and what is recorded, exports, and what adjustments come to, in plain values."""

from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import changed_paths
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.adjustments import plain
from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.drift import drift
from czest.qms.workflows.rules.drift import Standing
from czest.qms.workflows.rules.effects import states_with_other_rights
from czest.qms.workflows.rules.effects import words_by_language
from czest.qms.workflows.rules.exporting import export_of
from czest.qms.workflows.rules.exporting import PartsMissing
from czest.qms.workflows.rules.exporting import UnreadableExport
from czest.qms.workflows.rules.exporting import values_of
from dataclasses import replace
import json
import pytest
from support.adjusting import definitions


EDITION = "qms_edition_workflow"
STANDING = Standing(
    definitions=definitions(),
    bindings={"Edition": (EDITION,)},
    roles=frozenset({"Auditor"}),
    permissions={"Undo changes": (False, frozenset()), "czest.qms: View trail": (False, frozenset({"Auditor"}))},
    records={"remind_before": 2, "act_required": [], "czest.qms.words": {}},
    templates={},
)


def test_a_site_that_stands_as_expected_has_no_drift():
    assert drift(STANDING, replace(STANDING, roles=STANDING.roles | {"Gardener"})) == []


@pytest.mark.parametrize(
    "found, field, words",
    [
        (
            {"definitions": {**definitions(), EDITION: replace(definitions()[EDITION], manager_bypass=True)}},
            f"definitions.{EDITION}.manager_bypass",
            {},
        ),
        ({"bindings": {}}, "bindings.Edition", {"type": "Edition", "found": "–", "expected": EDITION}),
        ({"roles": frozenset()}, "roles.Auditor", {"role": "Auditor"}),
        (
            {"permissions": {**STANDING.permissions, "Undo changes": (True, frozenset({"Manager"}))}},
            "permissions.Undo changes",
            {"permission": "Undo changes", "found": "Manager, …", "expected": "–"},
        ),
        (
            {"permissions": {"Undo changes": (False, frozenset())}},
            "permissions.czest.qms: View trail",
            {"permission": "czest.qms: View trail", "found": "–", "expected": "Auditor"},
        ),
        (
            {"records": {**STANDING.records, "remind_before": 9}},
            "records.remind_before",
            {"name": "remind_before", "found": "9", "expected": "2"},
        ),
        (
            {"records": {**STANDING.records, "act_required": ["Procedure"]}},
            "records.act_required",
            {"name": "act_required", "found": "Procedure", "expected": "–"},
        ),
        (
            {"records": {**STANDING.records, "czest.qms.words": {"pl": {}}}},
            "records.czest.qms.words",
            {"name": "czest.qms.words"},
        ),
        ({"templates": {"t": {}}}, "templates", {}),
    ],
)
def test_each_difference_is_named(found, field, words):
    (problem,) = drift(STANDING, replace(STANDING, **found))
    assert (problem.field, problem.mapping) == (field, words)


def test_a_workflow_that_is_gone_is_named():
    found = {name: one for name, one in definitions().items() if name != EDITION}
    (problem,) = drift(STANDING, replace(STANDING, definitions=found))
    assert (problem.field, problem.mapping) == (f"definitions.{EDITION}", {"workflow": EDITION})


def test_an_export_is_read_again_and_is_the_same_for_the_same_adjustments():
    values = {**plain(Adjustments()), "settings": {"remind_before": 3, "check_days": 5}}
    again = {**values, "settings": {"check_days": 5, "remind_before": 3}}
    assert export_of(values) == export_of(again)
    assert values_of(export_of(values)) == values


def test_an_export_without_some_of_its_parts_is_refused_by_their_names():
    whole = json.loads(export_of(plain(Adjustments())))
    del whole["templates"], whole["grants"]
    with pytest.raises(PartsMissing) as refused:
        values_of(json.dumps(whole))
    assert refused.value.parts == ["grants", "templates"]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"format": "czest.qms.workflows", "version": 2}', b"\xff", b"[" * 100_000],
)
def test_what_is_no_export_is_refused(content):
    with pytest.raises(UnreadableExport):
        values_of(content)


def test_the_plain_form_is_taken_back_without_checks():
    values = {
        "grants": {EDITION: {"in_review": {"View": {"Reader": True}}}},
        "optional_states": {"agreement": ["Procedure"]},
        "settings": {"act_required": ["Procedure"], "remind_before": 3},
    }
    assert plain(of_plain(values)) == {**plain(Adjustments()), **values}


def test_differences_of_two_plain_forms_are_named_by_their_places():
    before = {**plain(Adjustments()), "words": {"Draft": {"pl": "Szkic"}}, "settings": {"remind_before": 3}}
    after = {**plain(Adjustments()), "words": {"Draft": {"pl": "Brudnopis", "en": "Sketch"}}}
    assert changed_paths(before, after) == ["settings.remind_before", "words.Draft.en", "words.Draft.pl"]
    assert changed_paths(after, after) == []


def test_screens_find_a_word_by_the_shipped_one_and_by_the_one_of_the_live_definition():
    adjusted = Adjustments(words={"Draft": {"en": "Sketch"}, "In review": {"pl": "W toku"}})
    shipped = {"Draft": "Projekt"}
    assert words_by_language(adjusted, lambda msgid, language: shipped.get(msgid, msgid)) == {
        "en": {"Draft": "Sketch"},
        "pl": {"Sketch": "Projekt", "In review": "W toku"},
    }
    assert words_by_language(Adjustments(), None) == {}


def test_states_in_which_somebody_gets_other_rights_are_found():
    before = definitions()[EDITION]
    review = before.states["in_review"]
    given = {**review.permissions, "czest.qms: View trail": Grant(False, frozenset({"Auditor", "Reviewer"}))}
    after = replace(before, states={**before.states, "in_review": replace(review, permissions=given, title="Other")})
    assert states_with_other_rights(before, after) == {
        "in_review": {"czest.qms: View trail": (frozenset({"Editor", "Quality Officer"}), frozenset({"Reviewer"}))}
    }
    wider = replace(after, permissions=(*after.permissions, "Mail"))
    assert set(states_with_other_rights(after, wider)) == set(before.states)
    missing = replace(review, permissions={name: one for name, one in review.permissions.items() if name != "View"})
    assert states_with_other_rights(before, replace(before, states={**before.states, "in_review": missing})) == {
        "in_review": {"View": (frozenset(), frozenset())}
    }
