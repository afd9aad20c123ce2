"""What a signature made outside is worth, from plain facts."""

from czest.qms.outside_signatures.rules import facts
from czest.qms.outside_signatures.rules import kinds
from czest.qms.outside_signatures.rules import verdicts
from czest.qms.outside_signatures.rules.people import HIDDEN
from czest.qms.outside_signatures.rules.people import masked
from czest.qms.outside_signatures.rules.people import same_person
from czest.qms.outside_signatures.rules.people import without_identifiers
from czest.qms.outside_signatures.rules.reports import digest_of_report
from czest.qms.outside_signatures.rules.reports import report_on
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
import json
import pytest


CERTIFICATE = facts.CertificateFacts(
    name="Jan Żak",
    identifier="PNOPL-•••••••••45",
    organisation="",
    is_person=True,
    issuer="Dostawca",
    serial="1a",
    valid_from="2024-01-01T00:00:00+00:00",
    valid_until="2026-01-01T00:00:00+00:00",
    sha256="0" * 64,
    is_qualified=True,
    is_on_device=True,
)
STAMP = facts.TimestampFacts("2025-01-01T00:00:00+00:00", "Znacznik", is_sound=True, is_trusted=True)
GOOD = facts.SignatureFacts(
    CERTIFICATE,
    bottom_line=True,
    is_intact=True,
    is_sound=True,
    is_trusted=True,
    claimed_time="2025-01-02T00:00:00+00:00",
    anchor_uses=frozenset({kinds.FOR_QUALIFIED}),
)


@pytest.mark.parametrize(
    ("changes", "problem", "verdict"),
    [
        ({}, None, "valid"),
        ({"is_intact": False}, "changed-content", "tampered"),
        ({"is_sound": False}, "wrong-key", "tampered"),
        ({"later_changes": facts.OTHER}, "changed-later", "tampered"),
        ({"later_changes": facts.FORMS, "covers_all": False}, None, "valid"),
        ({"revocation": facts.REVOKED}, "revoked", "not-verified"),
        ({"problem": "expired", "is_trusted": False}, "expired", "not-verified"),
        ({"timestamp": replace(STAMP, is_trusted=False)}, "bad-timestamp", "not-verified"),
        ({"timestamp": STAMP}, None, "valid"),
        ({"is_trusted": False}, "no-anchor", "not-verified"),
        ({"bottom_line": False}, "uncertain", "not-verified"),
    ],
)
def test_the_verdict_on_a_signature(changes, problem, verdict):
    signature = replace(GOOD, **changes)
    assert (verdicts.problem_of(signature), verdicts.verdict_of(signature)) == (problem, verdict)


SIGNATURES = st.builds(
    replace,
    st.just(GOOD),
    bottom_line=st.booleans(),
    is_intact=st.booleans(),
    is_sound=st.booleans(),
    is_trusted=st.booleans(),
    problem=st.sampled_from([None, *verdicts.PROBLEMS]),
    timestamp=st.sampled_from([None, STAMP, replace(STAMP, is_trusted=False)]),
    revocation=st.sampled_from([facts.NOT_CHECKED, facts.NOT_REVOKED, facts.REVOKED]),
    later_changes=st.sampled_from([facts.NOTHING, facts.MAINTENANCE, facts.FORMS, facts.OTHER]),
    anchor_uses=st.sets(st.sampled_from(kinds.USES)).map(frozenset),
)
FILES = st.builds(
    facts.FileFacts,
    st.sampled_from([facts.PADES, facts.CADES, facts.XADES, facts.NO_FORMAT, facts.UNKNOWN_FORMAT]),
    st.lists(SIGNATURES, max_size=3).map(tuple),
    st.booleans(),
)


@given(FILES, st.sampled_from([None, *kinds.KINDS]))
def test_sig_4_only_the_bottom_line_of_every_signature_makes_a_file_valid(found, declared):
    report = report_on(found, "2026-11-24T08:00:00+00:00", {"sha256": "", "signature_sha256": None}, "", declared)
    json.dumps(report)
    if report["bottom_line"]:
        assert found.signatures
        assert not found.is_damaged
        assert all(each.bottom_line and each.is_intact and each.is_trusted for each in found.signatures)
        assert all(each.revocation != facts.REVOKED for each in found.signatures)
    assert report["bottom_line"] == (report["verdict"] == "valid")


@pytest.mark.parametrize(
    ("found", "declared", "verdict"),
    [
        (facts.FileFacts(facts.NO_FORMAT), None, "no-signature"),
        (facts.FileFacts(facts.NO_FORMAT), "qualified", "no-signature"),
        (facts.FileFacts(facts.NO_FORMAT), "handwritten", "scan"),
        (facts.FileFacts(facts.XADES), "qualified", "unsupported"),
        (facts.FileFacts(facts.UNKNOWN_FORMAT), None, "unsupported"),
        (facts.FileFacts(facts.PADES, is_damaged=True), None, "damaged"),
        (facts.FileFacts(facts.PADES, (GOOD, replace(GOOD, is_trusted=False))), None, "not-verified"),
        (facts.FileFacts(facts.PADES, (replace(GOOD, is_intact=False), GOOD)), None, "tampered"),
        (facts.FileFacts(facts.PADES, (GOOD, GOOD)), "handwritten", "valid"),
    ],
)
def test_the_verdict_on_a_file(found, declared, verdict):
    assert verdicts.verdict_of_file(found, declared) == verdict


SEAL = replace(CERTIFICATE, name="Urząd", is_person=False, is_seal=True)
MINISTRY = replace(SEAL, name="Pieczęć podpisu zaufanego")


@pytest.mark.parametrize(
    ("certificate", "uses", "kind"),
    [
        (CERTIFICATE, {"qualified"}, "qualified"),
        (CERTIFICATE, {"other"}, "advanced"),
        (CERTIFICATE, set(), None),
        (replace(CERTIFICATE, is_on_device=False), {"qualified"}, "advanced"),
        (replace(CERTIFICATE, is_qualified=False), {"personal"}, "personal"),
        (CERTIFICATE, {"personal"}, "advanced"),
        (SEAL, {"qualified"}, "qualified-seal"),
        (SEAL, {"other"}, "seal"),
        (MINISTRY, {"qualified", "trusted"}, "trusted"),
        (MINISTRY, {"qualified"}, "qualified-seal"),
        (SEAL, {"trusted"}, "seal"),
    ],
)
def test_sig_3_a_certificate_is_believed_as_far_as_the_trust_list_says(certificate, uses, kind):
    assert kinds.kind_of(certificate, frozenset(uses)) == kind


def test_sig_3_under_a_trusted_signature_the_person_is_named_by_the_file():
    trusted = replace(GOOD, certificate=MINISTRY, anchor_uses=frozenset({kinds.FOR_TRUSTED}))
    assert kinds.signer_of(replace(trusted, claimed_name="Ewa Lis")) == "Ewa Lis"
    assert kinds.signer_of(replace(trusted, certificate=CERTIFICATE, claimed_name="Ktoś Inny")) == "Jan Żak"
    assert kinds.signer_of(trusted) == MINISTRY.name


@pytest.mark.parametrize("uses", [set(), {kinds.FOR_QUALIFIED}, {kinds.FOR_OTHERS, kinds.FOR_TIMESTAMPS}])
def test_a_seal_only_called_like_that_of_the_ministry_names_nobody_else(uses):
    pretended = replace(GOOD, certificate=MINISTRY, anchor_uses=frozenset(uses), claimed_name="Ewa Lis")
    assert kinds.signer_of(pretended) == MINISTRY.name


def test_sig_3_the_time_is_that_of_a_trusted_timestamp_or_as_claimed():
    assert (GOOD.time, GOOD.time_source) == ("2025-01-02T00:00:00+00:00", "claimed")
    stamped = replace(GOOD, timestamp=STAMP)
    assert (stamped.time, stamped.time_source) == (STAMP.time, "timestamp")
    assert replace(GOOD, timestamp=replace(STAMP, is_trusted=False)).time_source == "claimed"
    assert (replace(GOOD, claimed_time=None).time, replace(GOOD, claimed_time=None).time_source) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("PNOPL-83010112345", "PNOPL-•••••••••45"),
        ("PESEL:83010112345", "PESEL:•••••••••45"),
        ("83010112345", "•••••••••45"),
        ("IDCPL-ABC123456", "IDCPL-•••••••56"),
        ("123", "•••"),
        ("", ""),
    ],
)
def test_identifiers_are_masked(text, shown):
    assert masked(text) == shown


@given(st.text(alphabet="AJan żŻ-.,", max_size=10), st.text("0123456789", min_size=6, max_size=14))
def test_no_long_number_stays_in_a_name(name, number):
    shown = without_identifiers(f"{name} {number}")
    assert number not in shown
    assert HIDDEN in shown


@given(st.sampled_from(["PNOPL-", "PESEL:", "PESEL: ", "TINPL-", ""]), st.text("0123456789", min_size=11, max_size=11))
def test_a_masked_identifier_gives_away_two_digits(kind, number):
    assert not set(masked(f"{kind}{number}")[:-2]) & set("0123456789")


def test_a_name_without_numbers_stays():
    assert without_identifiers("Jan Żak, ul. 3 Maja 12") == "Jan Żak, ul. 3 Maja 12"
    assert without_identifiers("NIP 526-10-40-828") == "NIP ••••••••28"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jan Żak-Nowak", "ZAK-NOWAK JAN", True),
        ("Łucja Mała", "Mala Lucja", True),
        ("Jan Żak", "Jan Lis", False),
        ("Jan", "Jan", False),
        ("", "", False),
    ],
)
def test_the_same_person_by_name(one, other, same):
    assert same_person(one, other) is same


def test_a_report_is_known_again_by_its_digest():
    report = {"verdict": "valid", "signatures": [{"signer": "Anna Przykładowa"}]}
    assert digest_of_report(report) == digest_of_report(dict(reversed(report.items())))
    assert digest_of_report(report) != digest_of_report({**report, "verdict": "untrusted"})
