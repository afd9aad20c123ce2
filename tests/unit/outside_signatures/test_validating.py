"""The validation against real signatures, made with real keys of authorities of the tests."""

from czest.qms.outside_signatures.rules import kinds
from czest.qms.outside_signatures.rules.reports import report_on
from czest.qms.outside_signatures.validation import read_certificates
from czest.qms.outside_signatures.validation import Trust
from czest.qms.outside_signatures.validation import UnreadableCertificates
from czest.qms.outside_signatures.validation import validate
from functools import cache
from hypothesis import given
from hypothesis import strategies as st
import logging
import pytest
from support import hostile
from support.signing_office import blank_pdf
from support.signing_office import changed_later
from support.signing_office import DAY
from support.signing_office import NOW
from support.signing_office import PESEL
from support.signing_office import signing_office
from support.signing_office import with_store
from support.signing_office import YEAR


OFFICE = signing_office()
TRUST = OFFICE.trust()
TEXT = "Treść zarządzenia".encode()


def report(data, signature=None, trust=TRUST, at=NOW, declared=None):
    return report_on(validate(data, signature, trust, at), at.isoformat(), {}, trust.digest, declared)


def outcome(*arguments, **named):
    """Return the verdict, and of the first signature its problem and kind."""
    found = report(*arguments, **named)
    first = found["signatures"][0] if found["signatures"] else {"problem": None, "kind": None}
    return found["verdict"], first["problem"], first["kind"]


@cache
def good():
    return OFFICE.sign_pdf(OFFICE.qualified)


@cache
def beside():
    return OFFICE.sign_beside(OFFICE.qualified, TEXT)


@pytest.mark.parametrize(
    ("signer", "expected"),
    [
        ("qualified", ("valid", None, "qualified")),
        ("advanced", ("valid", None, "advanced")),
        ("seal", ("valid", None, "qualified-seal")),
        ("ministry", ("valid", None, "trusted")),
        ("expired", ("not-verified", "expired", None)),
        ("stranger", ("not-verified", "no-anchor", None)),
    ],
)
def test_sig_3_who_signed(signer, expected):
    assert outcome(OFFICE.sign_pdf(getattr(OFFICE, signer))) == expected


def test_sig_4_what_the_report_says():
    found = report(OFFICE.sign_pdf(OFFICE.qualified, stamped=NOW - DAY))
    (signature,) = found["signatures"]
    assert (signature["signer"], signature["identifier"]) == ("Jan Żak", "PNOPL-•••••••••45")
    assert (signature["time_source"], signature["time"]) == ("timestamp", (NOW - DAY).isoformat())
    assert signature["timestamp"]["authority"] == "Próbny Znacznik Czasu"
    assert signature["trust_path"] == ["Próbne Centrum Certyfikacji", "Próbny Dostawca Kwalifikowany"]
    assert (signature["revocation"], signature["covers_all"]) == ("not-checked", True)
    assert signature["certificate"]["issuer"] == "Próbny Dostawca Kwalifikowany"
    assert PESEL not in str(found)


def test_a_timestamp_proves_that_a_signature_was_made_in_time():
    assert outcome(OFFICE.sign_pdf(OFFICE.expired, stamped=NOW - 2 * YEAR)) == ("valid", None, "qualified")
    assert outcome(OFFICE.sign_pdf(OFFICE.expired, stamped=NOW - DAY))[:2] == ("not-verified", "expired")
    stamped = OFFICE.sign_pdf(OFFICE.qualified, stamped=NOW - DAY)
    assert outcome(stamped, trust=OFFICE.trust(timestamps=False))[:2] == ("not-verified", "bad-timestamp")


def test_a_certificate_is_judged_at_the_moment_of_the_validation():
    assert outcome(good(), at=NOW + 6 * YEAR)[:2] == ("not-verified", "expired")
    assert outcome(good(), at=NOW - 6 * YEAR)[:2] == ("not-verified", "not-yet-valid")


def test_a_certificate_on_a_list_of_revoked_ones():
    listed, roots = OFFICE.middle.revoked(OFFICE.revoked), OFFICE.root.revoked()
    signed = OFFICE.sign_pdf(OFFICE.revoked)
    assert outcome(with_store(signed, OFFICE.middle, [listed, roots]))[:2] == ("not-verified", "revoked")
    old = OFFICE.middle.revoked(OFFICE.revoked, until=NOW - DAY)
    assert outcome(with_store(signed, OFFICE.middle, [old]))[:2] == ("not-verified", "revoked")
    before = OFFICE.sign_pdf(OFFICE.revoked, stamped=NOW - 60 * DAY, crls=[listed, roots])
    assert report(before)["signatures"][0]["verdict"] == "valid"
    clean = report(OFFICE.sign_pdf(OFFICE.qualified, crls=[listed, roots]))
    assert (clean["verdict"], clean["signatures"][0]["revocation"]) == ("valid", "not-revoked")
    assert clean["signatures"][0]["later_changes"] == "maintenance"


def test_a_file_changed_after_it_was_signed():
    assert outcome(changed_later(good()))[:2] == ("tampered", "changed-later")
    assert outcome(good().replace(b"200", b"300", 1))[:2] == ("tampered", "changed-content")
    assert outcome(good()[:-200])[0] == "damaged"
    assert outcome(good()[: len(good()) // 3])[0] != "valid"


def test_a_second_signature_leaves_the_first_one_valid():
    found = report(OFFICE.sign_pdf(OFFICE.seal, good(), field="Pieczec"))
    assert [each["kind"] for each in found["signatures"]] == ["qualified", "qualified-seal"]
    assert (found["verdict"], found["signatures"][0]["later_changes"]) == ("valid", "forms")
    mixed = report(OFFICE.sign_pdf(OFFICE.stranger, good(), field="Obcy"))
    assert (mixed["verdict"], mixed["bottom_line"]) == ("not-verified", False)


def test_a_signature_beside_the_file():
    signature = beside()
    assert outcome(TEXT, signature) == ("valid", None, "qualified")
    assert outcome(TEXT + b" ", signature)[:2] == ("tampered", "changed-content")
    assert outcome(TEXT, OFFICE.sign_beside(OFFICE.expired, TEXT, stamped=NOW - 2 * YEAR))[0] == "valid"
    assert outcome(TEXT, signature[:-40])[0] == "unsupported"


@pytest.mark.parametrize(
    ("data", "signature", "verdict"),
    [
        (TEXT, None, "no-signature"),
        (blank_pdf(), None, "no-signature"),
        (b"%PDF-1.7 to nie jest PDF", None, "no-signature"),
        (b"%PDF-1.7 /ByteRange", None, "damaged"),
        (TEXT, b"<s xmlns='http://www.w3.org/2000/09/xmldsig#'/>", "unsupported"),
        (b"<s xmlns='http://www.w3.org/2000/09/xmldsig#'/>", None, "unsupported"),
        (TEXT, b"<p>XML</p>", "unsupported"),
        (TEXT, b"cokolwiek", "unsupported"),
    ],
)
def test_what_is_no_signature_to_verify(data, signature, verdict):
    assert report(data, signature)["verdict"] == verdict


def test_a_trust_list_is_believed_for_what_it_says_only():
    assert outcome(good(), trust=Trust())[:2] == ("not-verified", "no-anchor")
    others = OFFICE.trust(uses=(kinds.FOR_OTHERS,))
    assert outcome(good(), trust=others) == ("valid", None, "advanced")
    assert outcome(good(), trust=OFFICE.trust(uses=(kinds.FOR_TIMESTAMPS,)))[:2] == ("not-verified", "no-anchor")
    assert others.digest != TRUST.digest


@pytest.mark.parametrize("pem", [b"", b"nic", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_certificates_that_cannot_be_read(pem):
    with pytest.raises(UnreadableCertificates):
        read_certificates(pem)


def test_a_key_is_no_certificate():
    key = b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
    with pytest.raises(UnreadableCertificates):
        read_certificates(OFFICE.root.pem + key)
    assert len(read_certificates(OFFICE.root.pem + OFFICE.middle.pem)) == 2


def test_nobody_is_named_in_the_log(caplog):
    caplog.set_level(logging.DEBUG)
    for data in (good(), changed_later(good()), OFFICE.sign_pdf(OFFICE.stranger)):
        report(data)
    assert PESEL not in caplog.text
    assert "Żak" not in caplog.text


def test_hostile_files_are_never_valid(sampled):
    for what, _name, data in sampled(hostile.cases(), 80):
        for signature in (None, data):
            found = report(data, signature)
            assert not found["bottom_line"], what
            assert found["signatures"] == [], what


#: Where the signature itself stands in the file: it does not sign itself, and zeros behind it mean nothing.
HOLE = range(good().index(b"/Contents <") + 10, good().rindex(b">") + 1)


@given(st.integers(0, len(good()) - 1), st.integers(1, 255))
def test_a_byte_changed_anywhere_is_never_valid(place, difference):
    data = bytearray(good())
    data[place] ^= difference
    found = report(bytes(data))
    if found["bottom_line"]:
        assert place in HOLE
        assert found["signatures"][0]["signer"] == "Jan Żak"


@given(st.integers(0, 3000), st.integers(1, 255))
def test_a_byte_changed_in_a_signature_beside_is_never_somebody_elses(place, difference):
    signature = bytearray(beside())
    signature[place % len(signature)] ^= difference
    found = report(TEXT, bytes(signature))
    assert found["verdict"] in ("valid", "tampered", "damaged", "not-verified", "unsupported")
    if found["bottom_line"]:
        assert found["signatures"][0]["signer"] == "Jan Żak"
