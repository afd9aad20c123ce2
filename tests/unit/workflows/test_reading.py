"""Adjustments from their plain form: there and back, and every value that is wrong named by its field."""

from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import canonical
from czest.qms.workflows.rules.adjustments import Cell
from czest.qms.workflows.rules.adjustments import digest_of
from czest.qms.workflows.rules.adjustments import merged
from czest.qms.workflows.rules.adjustments import plain
from czest.qms.workflows.rules.problems import Refused
from czest.qms.workflows.rules.reading import read
import json
import pytest
from support.adjusting import known
from support.adjusting import TEMPLATE


EDITION = "qms_edition_workflow"
TRAIL = "czest.qms: View trail"

GOOD = {
    "words": {"In review": {"en": "Being checked", "pl": " W opiniowaniu "}, "Return for correction": {"pl": "Oddaj"}},
    "optional_states": {"agreement": ["Procedure"], "formal_check": []},
    "grants": {EDITION: {"in_review": {TRAIL: {"Reviewer": True}}, "in_agreement": {TRAIL: {"Editor": False}}}},
    "settings": {"remind_before": 5, "check_days": 7, "silence_ends_opinions": False, "act_required": ["Procedure"]},
    "letters": {"check": {"pl": {"subject": "Do sprawdzenia: ${edition}", "text": "Proszę: ${edition}\n\n${address}"}}},
    "templates": {"procedury": TEMPLATE},
}


def test_what_was_read_is_written_and_read_again():
    read_once = read(GOOD, known())
    assert read(json.loads(canonical(plain(read_once))), known()) == read_once
    assert read_once.words["In review"] == {"en": "Being checked", "pl": "W opiniowaniu"}
    assert read_once.optional_states == {"agreement": frozenset({"Procedure"}), "formal_check": frozenset()}
    assert read_once.grants == {
        Cell(EDITION, "in_review", TRAIL, "Reviewer"): True,
        Cell(EDITION, "in_agreement", TRAIL, "Editor"): False,
    }
    assert read_once.settings["act_required"] == frozenset({"Procedure"})
    assert read_once.templates["procedury"]["stages"][0]["participants"] == ["owner-head"]


def test_what_is_as_shipped_is_left_out():
    as_shipped = {
        "words": {"Draft": {"en": "Draft", "pl": "Projekt"}},
        "grants": {EDITION: {"in_review": {TRAIL: {"Editor": True, "Approver": False}}}},
        "settings": {"remind_before": 2, "act_required": []},
    }
    assert read(as_shipped, known()) == Adjustments()


def refused(part, values, **kept):
    with pytest.raises(Refused) as refusal:
        read({part: values}, known(**kept))
    return {problem.field: getattr(problem, "mapping", None) for problem in refusal.value.problems}


@pytest.mark.parametrize("part", ["words", "optional_states", "grants", "settings", "letters", "templates"])
def test_a_part_that_is_no_object_is_named(part):
    assert refused(part, ["x"]) == {part: {}}


def test_an_unknown_part_is_named():
    assert refused("rights", {}) == {"rights": {"name": "rights"}}


@pytest.mark.parametrize(
    "words, field",
    [
        ({"Nothing": {"pl": "Nic"}}, "words.Nothing"),
        ({"Draft": "Projekt"}, "words.Draft"),
        ({"Draft": {"de": "Entwurf"}}, "words.Draft.de"),
        ({"Draft": {"pl": 5}}, "words.Draft.pl"),
        ({"Draft": {"pl": " "}}, "words.Draft.pl"),
        ({"Draft": {"pl": "x" * 61}}, "words.Draft.pl"),
        ({"Draft": {"pl": "<b>Projekt</b>"}}, "words.Draft.pl"),
        ({"Draft": {"pl": "Projekt ${number}"}}, "words.Draft.pl"),
        ({"Draft": {"pl": "Pro\njekt"}}, "words.Draft.pl"),
        ({"Draft": {"pl": "Pro\u200bjekt"}}, "words.Draft.pl"),
        ({"Draft": {"pl": "Pro\ud800jekt"}}, "words.Draft.pl"),
        ({"Draft": {"pl": "Рrojekt"}}, "words.Draft.pl"),
        ({"Draft": {"pl": "Pro\u034fjekt"}}, "words.Draft.pl"),
        ({"Draft": {"pl": "Projekt \u0661"}}, "words.Draft.pl"),
    ],
)
def test_wrong_words_are_named(words, field):
    assert list(refused("words", words)) == [field]


def test_two_states_of_a_workflow_do_not_look_the_same():
    assert refused("words", {"Draft": {"pl": "w sprawdzaniu"}}) == {"words.Draft.pl": {"word": "w sprawdzaniu"}}
    assert set(refused("words", {"Draft": {"en": "Same"}, "Approved": {"en": "same"}})) >= {
        "words.Draft.en",
        "words.Approved.en",
    }
    # A swap is no clash, and the name of an optional state counts where it is turned on.
    swapped = {"Draft": {"pl": "W sprawdzaniu"}, "In review": {"pl": "Projekt"}}
    assert read({"words": swapped}, known()).words == swapped
    clash = {"words": {"Draft": {"pl": "in agreement"}}, "optional_states": {"agreement": []}}
    with pytest.raises(Refused, match="words.Draft.pl"):
        read(clash, known())


def test_a_letter_that_can_be_taken_for_another_is_named_by_its_number():
    assert refused("words", {"Draft": {"pl": "Р"}}) == {"words.Draft.pl": {"character": "Р (U+0420)"}}


def test_a_word_is_kept_and_compared_as_it_is_seen():
    written = {"Draft": {"pl": " Szkic\u00a0 wydania "}, "In review": {"pl": "W opi\ufb01owaniu: e\u0301"}}
    kept = read({"words": written}, known()).words
    assert kept == {"Draft": {"pl": "Szkic wydania"}, "In review": {"pl": "W opifiowaniu: é"}}
    assert read({"words": {"Draft": {"pl": "Ｐrojekt"}}}, known()).words == {}
    for same in ("W  sprawdzaniu", "W\u00a0sprawdzaniu", "Ｗ sprawdzaniu"):
        assert list(refused("words", {"Draft": {"pl": same}})) == ["words.Draft.pl"]


def test_two_transitions_of_a_workflow_do_not_look_the_same():
    for language in ("pl", "en"):
        clash = {"Return for correction": {language: "submit  FOR review"}}
        assert refused("words", clash) == {f"words.Return for correction.{language}": {"word": "submit FOR review"}}
    swapped = {"Return for correction": {"pl": "Submit for review"}, "Submit for review": {"pl": "Oddaj"}}
    assert read({"words": swapped}, known()).words == swapped
    clash = {"words": {"Submit for review": {"pl": "End the agreement"}}}
    read(clash, known())
    with pytest.raises(Refused, match="words.Submit for review.pl"):
        read({**clash, "optional_states": {"agreement": []}}, known())


def test_an_english_word_names_one_thing_only_since_definitions_have_nothing_else():
    assert refused("words", {"Filed": {"en": "Draft"}}) == {"words.Filed.en": {"word": "Draft"}}
    assert set(refused("words", {"Filed": {"en": "Kept"}, "Submit for review": {"en": "Kept"}})) == {
        "words.Filed.en",
        "words.Submit for review.en",
    }


@pytest.mark.parametrize(
    "values, field",
    [
        ({"legal_opinion": []}, "optional_states.legal_opinion"),
        ({"agreement": "Procedure"}, "optional_states.agreement"),
        ({"agreement": [1]}, "optional_states.agreement"),
        ({"agreement": ["Policy"]}, "optional_states.agreement"),
    ],
)
def test_wrong_optional_states_are_named(values, field):
    assert list(refused("optional_states", values)) == [field]


@pytest.mark.parametrize(
    "values, field",
    [
        ({"x_workflow": {}}, "grants.x_workflow"),
        ({EDITION: {"in_review": {TRAIL: {"Reviewer": "yes"}}}}, f"grants.{EDITION}.in_review.{TRAIL}.Reviewer"),
        ({EDITION: {"in_review": {TRAIL: {"Reader": True}}}}, f"grants.{EDITION}.in_review.{TRAIL}.Reader"),
        ({EDITION: {"in_agreement": {TRAIL: {"Editor": False}}}}, f"grants.{EDITION}.in_agreement.{TRAIL}.Editor"),
    ],
)
def test_wrong_grants_are_named(values, field):
    assert list(refused("grants", values)) == [field]


@pytest.mark.parametrize(
    "values",
    [
        {"upload_limit": 5},
        {"remind_before": "2"},
        {"remind_before": True},
        {"remind_before": 61},
        {"silence_ends_opinions": 1},
        {"act_required": ["Policy"]},
    ],
)
def test_wrong_settings_are_named(values):
    assert list(refused("settings", values)) == [f"settings.{name}" for name in values]


def letter(**parts):
    sound = {"subject": "Do sprawdzenia", "text": "Proszę sprawdzić ${edition}: ${address}"}
    return {"check": {"pl": {**sound, **parts}}}


@pytest.mark.parametrize(
    "values, field",
    [
        ({"praise": {}}, "letters.praise"),
        ({"check": {"de": {}}}, "letters.check.de"),
        ({"check": {"pl": "Proszę"}}, "letters.check.pl"),
        ({"check": {"pl": {"text": "Proszę"}}}, "letters.check.pl"),
        (letter(subject=5), "letters.check.pl"),
        (letter(subject="Raz\nDwa"), "letters.check.pl.subject"),
        (letter(text="${edition} ${address} ${osoba}"), "letters.check.pl.text"),
        (letter(text="${edition}\ud800 ${address}"), "letters.check.pl.text"),
        (letter(text="${edition}\x00 ${address}"), "letters.check.pl.text"),
        (letter(subject="Do \ud800"), "letters.check.pl.subject"),
        (letter(subject="Do \x07"), "letters.check.pl.subject"),
    ],
)
def test_wrong_letters_are_named(values, field):
    assert list(refused("letters", values)) == [field]


def test_wrong_templates_are_named_with_their_own_fields():
    assert list(refused("templates", {"t": "x"})) == ["templates.t"]
    assert list(refused("templates", {"t": {**TEMPLATE, "title": 5}})) == ["templates.t.title"]
    assert list(refused("templates", {"t": {**TEMPLATE, "kinds": ["Policy"]}})) == ["templates.t.kinds"]
    assert list(refused("templates", {"t": {**TEMPLATE, "title": "Tytuł \ud800"}})) == ["templates.t.title"]
    stages = [{**TEMPLATE["stages"][0], "participants": ["person:\ud800"]}]
    assert list(refused("templates", {"t": {**TEMPLATE, "stages": stages}}))[0] == "templates.t.stages.1.participants"


def test_a_template_that_was_kept_before_is_not_judged_again():
    old = read({"templates": {"t": TEMPLATE}}, known()).templates["t"]
    old["stages"][1]["participants"] = ["person:gone"]
    assert read({"templates": {"t": old}}, known(templates={"t": old})).templates == {"t": old}
    assert list(refused("templates", {"t": old})) == ["templates.t.stages.2.participants"]


def test_changes_touch_only_what_they_name_and_null_takes_back():
    changed = merged(GOOD, {"words": {"In review": {"en": None}}, "settings": {"check_days": None}})
    assert changed["words"]["In review"] == {"pl": " W opiniowaniu "}
    assert "check_days" not in changed["settings"]
    assert {name: changed[name] for name in ("letters", "grants")} == {
        name: GOOD[name] for name in ("letters", "grants")
    }
    assert merged(GOOD, {"grants": {EDITION: {"in_agreement": None}}})["grants"] == {
        EDITION: {"in_review": {TRAIL: {"Reviewer": True}}}
    }
    assert merged(GOOD, {"words": {"In review": {"en": None, "pl": None}}})["words"] == {
        "Return for correction": {"pl": "Oddaj"}
    }
    assert merged(GOOD, {"templates": {"procedury": None}})["templates"] == {}
    assert merged({}, {"words": "x", "other": 1}) == {"words": "x", "other": 1}


def test_the_digest_tells_one_decision_from_another_in_whatever_order():
    assert digest_of({"words": {}, "letters": {}}) == digest_of({"letters": {}, "words": {}})
    assert digest_of(plain(Adjustments())) != digest_of(plain(read(GOOD, known())))
