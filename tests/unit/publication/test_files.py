"""Rules on files and on their accessibility: SEC-2, SEC-3, SEC-5, BIP-8, SIG-4, RODO-1, A11Y-3."""

from czest.qms.publication.rules import blocking
from czest.qms.publication.rules import CaseFile
from czest.qms.publication.rules import examine
from czest.qms.publication.rules import FileReport
from czest.qms.publication.rules.accessibility import accessible
from czest.qms.publication.rules.findings import worded
from czest.qms.publication.rules.reports import failed
from czest.qms.publication.rules.reports import Refusal
from dataclasses import replace
import pytest


PLACE = "file:procedura.pdf"


def found(case):
    return {(finding.rule, finding.place, finding.severity) for finding in examine(case)}


@pytest.mark.parametrize(
    "changes, rule",
    [
        ({"refusals": (Refusal("mismatch", "x"),)}, "file-type"),
        ({"format": "xls"}, "file-type"),
        ({"refusals": (Refusal("password", "x"),)}, "file-protected"),
        ({"refusals": (Refusal("locked", "x"),)}, "file-protected"),
        ({"refusals": (Refusal("macro", "x"),)}, "file-macros"),
        ({"refusals": (Refusal("bomb", "x"),)}, "file-damaged"),
        ({"refusals": (Refusal("something new", "x"),)}, "file-damaged"),
        ({"refusals": (Refusal("classified", "x"),)}, "classified"),
        ({"classified": True}, "classified"),
        ({"malware": True}, "malware"),
        ({"foreign": ("zip",)}, "polyglot"),
        ({"active": ("javascript",)}, "active-content"),
        ({"embedded": ("attachments",)}, "embedded-files"),
        ({"tracked_changes": 1}, "tracked-changes"),
        ({"comments": 1}, "comments"),
        ({"signed": True, "revealing": ("author",)}, "metadata-signed"),
        ({"signed": True, "altered": True}, "signed-altered"),
        ({"signed": True, "earlier_versions": True}, "signed-versions"),
        ({"failure": "timeout"}, "file-screened"),
        ({"failure": "anything"}, "file-screened"),
        ({"format": ""}, "file-screened"),
    ],
)
def test_what_blocks_and_nobody_may_answer_for(with_report, changes, rule):
    """Among it a password and a lock against printing or copying (BIP-8)."""
    findings = blocking(examine(with_report(metadata=(), **changes)))
    assert [(each.rule, each.place, each.overridable) for each in findings] == [(rule, PLACE, False)]


def test_a_file_never_screened_blocks(make_case):
    assert ("file-screened", "file:a.pdf", "blocks") in found(make_case(files=(CaseFile("a.pdf"),)))


def test_where_hidden_and_covered_text_stands(with_report):
    findings = blocking(examine(with_report(hidden=("notes", "notes"), covered=(3, 3, 4))))
    assert [(each.rule, each.place, each.overridable) for each in findings] == [
        ("hidden-text", f"{PLACE}#notes", False),
        ("covered-text", f"{PLACE}#3", True),
        ("covered-text", f"{PLACE}#4", True),
    ]


def test_too_many_pages_to_look_for_covered_text(with_report):
    assert ("covered-text-unchecked", PLACE, "warns") in found(with_report(covered_unchecked=True))


def test_metadata_are_removed_where_the_file_is_made_anew(with_report):
    case = with_report(metadata=("author", "gps"), revealing=("author",))
    removed = [each for each in examine(case) if each.severity == "removed"]
    assert [(each.rule, each.terms) for each in removed] == [
        ("metadata-removed", ("author", "place where the picture was taken (GPS)"))
    ]
    assert not blocking(examine(case))


def test_metadata_of_a_signed_file_that_tell_nothing(with_report):
    assert not examine(with_report(signed=True, metadata=("program",), earlier_versions=False))


@pytest.mark.parametrize(
    "name", ["<b>a.pdf", 'a".pdf', "a|b.pdf", "a?.pdf", "a*.pdf", "../a.pdf", "a\n.pdf", "", ".pdf", f"{'a' * 200}.pdf"]
)
def test_names_that_are_not_plain(with_report, name):
    assert "file-name" in {rule for rule, _, _ in found(with_report(name))}


def test_two_files_of_one_name(make_case):
    file = make_case().files[0]
    assert ("file-name", PLACE, "blocks") in found(make_case(files=(file, file)))


@pytest.mark.parametrize("field", ["title", "summary", "what_changed", "body"])
def test_classified_text(make_case, field):
    assert ("classified", f"field:{field}", "blocks") in found(make_case(**{field: "POUFNE"}))


def test_texts_of_a_refusal_fill_its_message(with_report):
    refusal = Refusal("size", "The file is larger than ${limit} MB.", (("limit", "50"), ("odd",)))
    [finding] = blocking(examine(with_report(refusals=(refusal,))))
    assert finding.mapping == {"limit": "50"}


def test_a_finding_is_worded_with_its_terms(with_report):
    def shout(message, mapping):
        for name, text in mapping.items():
            message = message.replace(f"${{{name}}}", text)
        return message.upper() if not mapping else message

    [finding] = blocking(examine(with_report(active=("javascript", "actions"))))
    assert worded(finding, shout) == "The file acts when it is opened (JAVASCRIPT, ACTIONS)."
    assert worded(replace(finding, terms=(), mapping={"found": "x"}), shout) == "The file acts when it is opened (x)."


SCAN = FileReport(format="pdf", pages=1, pages_without_text=(1,))
TEXT = CaseFile("tekst.txt", report=FileReport(format="txt", has_text=True))


def test_a11y_3_a_scan_blocks_and_may_be_answered_for(make_case):
    [finding] = blocking(examine(make_case(body="", files=(CaseFile("skan.pdf", report=SCAN),))))
    assert (finding.rule, finding.overridable) == ("text-layer", True)


@pytest.mark.parametrize("accompanied", [{"body": "<p>Tekst</p>"}, {"body": "", "second": TEXT}])
def test_a11y_3_a_scan_with_its_text_warns(make_case, accompanied):
    files = tuple(filter(None, (CaseFile("skan.pdf", report=SCAN), accompanied.pop("second", None))))
    case = make_case(files=files, **accompanied)
    assert not blocking(examine(case))
    assert ("text-layer-alternative", "file:skan.pdf", "warns") in found(case)


def test_two_scans_are_no_alternative_to_each_other(make_case):
    files = tuple(CaseFile(name, report=SCAN) for name in ("a.pdf", "b.pdf"))
    assert [each.rule for each in blocking(examine(make_case(body="", files=files)))] == ["text-layer", "text-layer"]


def test_an_alternative_that_could_not_be_screened_is_none(make_case):
    files = (CaseFile("skan.pdf", report=SCAN), CaseFile("b.txt", report=replace(TEXT.report, failure="timeout")))
    assert "text-layer" in {each.rule for each in examine(make_case(body="", files=files))}


@pytest.mark.parametrize(
    "changes, rule",
    [
        ({"title": False}, "title"),
        ({"language": ""}, "language"),
        ({"tagged": False}, "tags"),
        ({"pdf_ua": False}, "pdf-ua"),
    ],
)
def test_a11y_3_what_is_missing_warns(with_report, changes, rule):
    assert found(with_report(metadata=(), **changes)) == {(rule, PLACE, "warns")}
    assert not accessible(with_report(**changes).files[0].report)


def test_tags_are_a_matter_of_pdf(with_report):
    report = with_report(format="docx", tagged=False, pdf_ua=False, metadata=()).files[0].report
    assert accessible(report)
    assert found(with_report("a.docx", format="docx", tagged=False, pdf_ua=False, metadata=())) == set()


def test_plain_text_is_accessible_without_title():
    assert accessible(TEXT.report)
    assert not accessible(replace(TEXT.report, has_text=False))
    assert not accessible(failed("timeout"))
    assert not accessible(SCAN)
