"""Rules on the decision: BIP-1 to BIP-4, RODO-1, RODO-4."""

from czest.qms.publication.rules import examine
from czest.qms.publication.rules import Exclusion
from czest.qms.publication.rules import MetadataFields
from czest.qms.publication.rules.checklist import QUESTIONS
from dataclasses import replace
import pytest


PRIVACY = Exclusion("imiona i nazwiska", "art. 5 ust. 2 u.d.i.p.", "Prezydent Miasta", "osoby fizycznej")


def found(case):
    return {(finding.rule, finding.place, finding.severity) for finding in examine(case)} - {
        ("metadata-removed", "file:procedura.pdf", "removed")
    }


def test_a_sound_case_has_no_findings(make_case):
    assert found(make_case()) == set()


@pytest.mark.parametrize("state", ["draft", "in_review", "approved", "superseded", "withdrawn", "open", "disposed", ""])
def test_bip_2_only_what_is_in_force_or_filed(make_case, state):
    assert found(make_case(state=state)) == {("state", "state", "blocks")}


def test_a_filed_record_may_be_published(make_case):
    assert found(make_case(state="filed")) == set()


@pytest.mark.parametrize("openness", ["on_request", "internal", ""])
def test_bip_1_not_open(make_case, openness):
    assert found(make_case(openness=openness)) == {("openness", "openness", "blocks")}


def test_published_beyond_the_duty(make_case):
    assert found(make_case(openness="public_optional")) == set()


def test_bip_1_without_basis(make_case):
    assert found(make_case(openness_basis=" ")) == {("openness-basis", "openness", "blocks")}


def test_nothing_to_publish(make_case):
    assert found(make_case(body="<p> </p>", files=())) == {("content", "content", "blocks")}


@pytest.mark.parametrize("name", ["entity", "responsible_name", "responsible_post", "entered_by", "produced_on"])
def test_bip_3_each_part_of_the_metryczka_is_required(make_case, name):
    metadata = replace(make_case().metadata, **{name: "  "})
    assert found(make_case(metadata=metadata)) == {("metadata", f"field:{name}", "blocks")}


@pytest.mark.parametrize("day", ["2026-12-01", "2026-02-30", "30.11.2026", "20261130", "2026-W48-1", "wczoraj"])
def test_the_day_of_production_is_a_day_that_was(make_case, day):
    metadata = replace(make_case().metadata, produced_on=day)
    assert found(make_case(metadata=metadata)) == {("metadata", "field:produced_on", "blocks")}


def test_produced_today(make_case):
    metadata = replace(make_case().metadata, produced_on="2026-11-30")
    assert found(make_case(metadata=metadata)) == set()


def test_without_title_and_metryczka(make_case):
    places = {place for rule, place, _ in found(make_case(title="", metadata=MetadataFields())) if rule == "metadata"}
    assert len(places) == 6


def test_bip_4_a_redacted_file_needs_an_exclusion(make_case):
    files = (replace(make_case().files[0], redacted_from="pelna.pdf"),)
    assert found(make_case(files=files)) == {("exclusion-missing", "file:procedura.pdf", "blocks")}
    assert found(make_case(files=files, exclusions=(PRIVACY,))) == set()


@pytest.mark.parametrize("mark", ["[wyłączono]", "[Wyłączono: dane osobowe]", "[ wyłączono", "[wy<b>łączono</b> …]"])
def test_bip_4_an_omission_in_the_text_needs_an_exclusion(make_case, mark):
    body = f"<p>Skargę złożył {mark}</p>"
    assert found(make_case(body=body)) == {("exclusion-missing", "field:body", "blocks")}
    assert found(make_case(body=body, exclusions=(PRIVACY,))) == set()


def test_bip_4_an_exclusion_without_an_omission_warns(make_case):
    assert found(make_case(exclusions=(PRIVACY,))) == {("exclusion-unused", "exclusion:1", "warns")}


@pytest.mark.parametrize("name", ["scope", "legal_basis", "excluded_by"])
def test_bip_4_an_exclusion_is_whole(make_case, name):
    row = replace(PRIVACY, **{name: " "})
    assert ("exclusion-incomplete", "exclusion:2", "blocks") in found(make_case(exclusions=(PRIVACY, row)))


@pytest.mark.parametrize(
    "basis, needed",
    [
        ("art. 5 ust. 2 u.d.i.p.", True),
        ("Art.5 ust.2", True),
        ("art. 5, ust. 2 zd. 1", True),
        ("art. 5 ust. 1 u.d.i.p.", False),
        ("art. 5 ust. 21", False),
        ("art. 15 ust. 2", False),
    ],
)
def test_bip_4_in_whose_interest(make_case, basis, needed):
    row = replace(PRIVACY, legal_basis=basis, in_interest_of="")
    assert (("exclusion-interest", "exclusion:1", "blocks") in found(make_case(exclusions=(row,)))) == needed


def test_rodo_4_until_when(make_case):
    assert found(make_case(bip_until="")) == {("until-missing", "field:bip_until", "warns")}
    assert found(make_case(bip_until="2026-11-29")) == {("until-wrong", "field:bip_until", "blocks")}
    assert found(make_case(bip_until="zawsze")) == {("until-wrong", "field:bip_until", "blocks")}
    assert found(make_case(bip_until="2026-11-30")) == set()


@pytest.mark.parametrize("question", QUESTIONS)
def test_rodo_1_yes_blocks(make_case, question):
    checklist = {**make_case().checklist, question: True}
    assert found(make_case(checklist=checklist)) == {("checklist-present", f"checklist:{question}", "blocks")}


@pytest.mark.parametrize("question", QUESTIONS)
def test_rodo_1_no_answer_blocks(make_case, question):
    checklist = {**make_case().checklist, question: None}
    assert found(make_case(checklist=checklist)) == {("checklist-unanswered", f"checklist:{question}", "blocks")}


def test_a_question_of_others_answered_with_yes_blocks(make_case):
    checklist = {**make_case().checklist, "other": True}
    assert found(make_case(checklist=checklist)) == {("checklist-present", "checklist:other", "blocks")}


def test_nobody_was_asked_yet(make_case):
    assert found(make_case(checklist=None)) == set()
