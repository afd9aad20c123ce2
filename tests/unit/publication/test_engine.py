"""The engine as a whole: what holds for every case."""

from czest.qms.publication.rules import blocking
from czest.qms.publication.rules import Case
from czest.qms.publication.rules import CaseFile
from czest.qms.publication.rules import examine
from czest.qms.publication.rules import examine_file
from czest.qms.publication.rules import Exclusion
from czest.qms.publication.rules import FileReport
from czest.qms.publication.rules import MetadataFields
from czest.qms.publication.rules import Office
from czest.qms.publication.rules import Override
from czest.qms.publication.rules import RULES
from czest.qms.publication.rules.checklist import QUESTIONS
from czest.qms.publication.rules.overrides import faults
from czest.qms.publication.rules.overrides import standing
from czest.qms.publication.rules.places import title
from czest.qms.publication.rules.reports import PartHit
from czest.qms.publication.rules.reports import Refusal
from czest.qms.publication.rules.terms import PARTS
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import pytest
import re


TEXT = st.text(max_size=40) | st.sampled_from(["", "PESEL 44051401359", "[wyłączono]", "art. 5 ust. 2", "TAJNE"])
IDS = st.lists(st.sampled_from(["author", "javascript", "zip", "objects", "text", "<b>"]), max_size=3).map(tuple)
REPORTS = st.builds(
    FileReport,
    format=st.sampled_from(["", "pdf", "docx", "xls"]),
    failure=st.sampled_from(["", "timeout", "other"]),
    refusals=st.lists(
        st.builds(Refusal, st.sampled_from(["type", "locked", "bomb"]), st.just("Refused.")), max_size=2
    ).map(tuple),
    pages_without_text=st.lists(st.integers(1, 9), max_size=2).map(tuple),
    foreign=IDS,
    active=IDS,
    embedded=IDS,
    hidden=IDS,
    covered=st.lists(st.integers(1, 9), max_size=3).map(tuple),
    metadata=IDS,
    revealing=IDS,
    hits=st.lists(
        st.builds(PartHit, st.sampled_from(["1", "text"]), st.sampled_from(["pesel", "email"]), st.just("44*59")),
        max_size=0,
    ).map(tuple),
)
FILES = st.builds(CaseFile, name=TEXT, title=TEXT, report=REPORTS, redacted_from=TEXT)
CASES = st.builds(
    Case,
    today=st.dates(),
    state=st.sampled_from(["in_force", "draft", ""]),
    openness=st.sampled_from(["bip", "internal", ""]),
    openness_basis=TEXT,
    metadata=st.builds(MetadataFields, TEXT, TEXT, TEXT, TEXT, TEXT),
    title=TEXT,
    summary=TEXT,
    what_changed=TEXT,
    body=TEXT,
    files=st.lists(FILES, max_size=3).map(tuple),
    exclusions=st.lists(st.builds(Exclusion, TEXT, TEXT, TEXT, TEXT), max_size=3).map(tuple),
    checklist=st.none() | st.dictionaries(st.sampled_from([*QUESTIONS, "x"]), st.sampled_from([True, False, None])),
    bip_until=TEXT,
    office=st.builds(Office),
)


def names(findings):
    return {(finding.rule, finding.place) for finding in findings}


def test_every_rule_has_its_own_id_and_a_requirement():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id) for rule in RULES)
    assert all(re.fullmatch(r"(BIP|RODO|SEC|SIG|A11Y)-\d+", rule.requirement) for rule in RULES)


@given(CASES)
def test_a_rule_and_a_place_name_one_finding(case):
    findings = examine(case)
    assert len(names(findings)) == len(findings)


@given(CASES)
def test_no_finding_shows_personal_data(case):
    assert "44051401359" not in repr(examine(case))


@given(CASES)
def test_every_place_has_a_title(case):
    for finding in examine(case):
        message, mapping = title(finding.place)
        assert set(re.findall(r"\$\{(\w+)\}", message)) == set(mapping)


@given(CASES)
def test_every_message_has_the_texts_for_its_places(case):
    for finding in examine(case):
        if finding.rule not in ("file-type", "file-damaged", "file-protected"):
            given_texts = set(finding.mapping) | ({"found"} if finding.terms else set())
            assert set(re.findall(r"\$\{(\w+)\}", finding.message)) == given_texts


@given(CASES, st.builds(Exclusion, TEXT, TEXT, TEXT, TEXT))
def test_one_more_exclusion_lets_through_only_what_lacked_one(case, exclusion):
    more = replace(case, exclusions=(*case.exclusions, exclusion))
    gone = names(blocking(examine(case))) - names(blocking(examine(more)))
    assert {rule for rule, _ in gone} <= {"exclusion-missing"}


@given(CASES, FILES)
def test_one_more_file_lets_through_only_what_had_no_alternative(case, file):
    more = replace(case, files=(*case.files, file))
    gone = names(blocking(examine(case))) - names(blocking(examine(more)))
    assert {rule for rule, _ in gone} <= {"text-layer", "content"}


@given(FILES, CASES)
def test_what_blocks_a_file_alone_blocks_it_in_every_case(file, case):
    alone = names(blocking(examine_file(file, case)))
    assert alone <= names(blocking(examine(replace(case, files=(file, *case.files)))))


@given(CASES)
def test_overrides_answer_for_what_is_overridable_and_for_nothing_else(case):
    findings = examine(case)
    overrides = [Override(each.rule, each.place, "Anna Nowak", "powód", "art. 5", "odczyt") for each in findings]
    left = standing(findings, overrides)
    assert names(left) == {(each.rule, each.place) for each in blocking(findings) if not each.overridable}


@pytest.fixture
def pesel(make_case):
    return examine(make_case(summary="PESEL 44051401359"))


SOUND = Override("pesel", "field:summary", "Anna Nowak", "funkcja publiczna", "art. 5 ust. 2 zd. 2 u.d.i.p.")


def test_a_sound_override(pesel):
    assert [each.rule for each in standing(pesel, ())] == ["pesel"]
    assert standing(pesel, (SOUND,)) == ()


@pytest.mark.parametrize("field", ["person", "reason", "legal_basis"])
def test_an_override_is_whole(pesel, field):
    override = replace(SOUND, **{field: "  "})
    assert [(fault.ordinal, fault.field) for fault in faults(pesel, (SOUND, override))] == [(1, field)]
    assert standing(pesel, (override,)) != ()


def test_an_override_of_nothing(pesel):
    assert [fault.field for fault in faults(pesel, (replace(SOUND, place="field:title"),))] == ["rule"]


def test_nobody_answers_for_what_is_not_overridable(make_case):
    findings = examine(make_case(state="draft"))
    override = replace(SOUND, rule="state", place="state")
    assert [fault.field for fault in faults(findings, (override,))] == ["rule"]
    assert len(standing(findings, (override,))) == 1


def test_a11y_3_a_scan_needs_access_of_another_kind(make_case):
    scan = FileReport(format="pdf", pages=1, pages_without_text=(1,), title=True, language="pl")
    findings = examine(make_case(body="", files=(CaseFile("skan.pdf", report=scan),)))
    override = replace(SOUND, rule="text-layer", place="file:skan.pdf")
    assert [fault.field for fault in faults(findings, (override,))] == ["alt_access"]
    assert standing(findings, (replace(override, alt_access="Odczytujemy przez telefon."),)) == ()


def test_hits_of_files_and_texts_stand_where_they_were_found(make_case):
    hits = (PartHit("3", "pesel", "44*******59", True, 1), PartHit("3", "pesel", "45*******59", True, 2))
    file = replace(make_case().files[0], title="jan@example.org")
    case = make_case(
        files=(replace(file, report=replace(file.report, hits=hits)),),
        body='<p>tel. <a href="tel:501502503">zadzwoń</a></p>',
        exclusions=(Exclusion("PESEL 440514<b>01359", "a", "b"),),
    )
    seen = {(each.rule, each.place): each.mapping.get("found") for each in examine(case)}
    assert seen["pesel", "file:procedura.pdf#3"] == "44*******59, 45*******59"
    assert seen["email", "file:procedura.pdf#title"] == "ja***********rg"
    assert seen["phone", "field:body"] == "50*****03"


def test_a_number_split_by_markup_is_found(make_case):
    assert "pesel" in {each.rule for each in examine(make_case(body="<p>PESEL 440514<b>01359</b></p>"))}
    assert "pesel" not in {each.rule for each in examine(make_case(body="<p>PESEL 440514</p><p>01359</p>"))}


def test_a_file_named_after_a_person_is_not_repeated(make_case):
    case = make_case(files=(CaseFile("44051401359 100%#1.pdf"),))
    places = {each.place for each in examine(case) if each.place.startswith("file:")}
    assert places == {"file:44*******59 100%25%231.pdf"}
    assert title(places.pop()) == ("File ${name}", {"name": "44*******59 100%#1.pdf"})


@pytest.mark.parametrize("part", PARTS)
def test_parts_have_titles(part):
    assert title(f"file:a.pdf#{part}") == (PARTS[part], {"name": "a.pdf"})


def test_a_page_has_a_title():
    assert title("file:a.pdf#12")[1] == {"name": "a.pdf", "page": "12"}
    assert title("exclusion:2")[1] == {"ordinal": "2"}
    assert title("checklist:other")[0] == "Checklist"
