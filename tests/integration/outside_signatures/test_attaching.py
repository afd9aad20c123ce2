"""Files signed outside are taken in with editions and acts, verified, and kept byte for byte (SIG-3, SIG-4)."""

from czest.qms.documents.verification import verify_editions
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.outside_signatures.interfaces import ITrustList
from czest.qms.outside_signatures.rules import kinds
from czest.qms.outside_signatures.trust_list import trusted_certificates
import pytest
from support.office import file_named
from support.people import PASSWORD
from support.signing_office import blank_pdf
from support.signing_office import changed_later
from support.signing_office import PESEL
from support.signing_office import signing_office
from zope.component import getUtility


OFFICER, APPROVER = "pelnomocnik", "zatwierdzajacy"


def pdf(data, name="zarzadzenie.pdf"):
    return file_named(name, data, "application/pdf")


@pytest.fixture
def signers(portal):
    """The signers of the tests, whose authorities the office believes."""
    found = signing_office()
    for pem, uses in ((found.root.pem, (kinds.FOR_QUALIFIED,)), (found.clock_root.pem, (kinds.FOR_TIMESTAMPS,))):
        for each in trusted_certificates(pem.decode(), "Próbne", "próba", uses):
            getUtility(ITrustList).put(each)
    return found


@pytest.fixture
def edition(office):
    return office.reviewed(office.register(), source_file=pdf(blank_pdf(), "tekst.pdf"), body=None)


def last_entry(edition):
    return getUtility(ITrail).entries(edition.document.UID())[-1]


def test_sig_4_a_signed_pdf_is_kept_with_its_report(office, edition, signers):
    data = signers.sign_pdf(signers.qualified)
    office.do(APPROVER, edition, "attach-signed-file", signed_file=pdf(data), signature_kind="qualified")
    (entry,) = edition.outside_signatures
    assert entry["file"].data == data
    assert entry["reports"][-1]["verdict"] == "valid"
    assert entry["reports"][-1]["signatures"][0]["signer"] == "Jan Żak"
    traced = last_entry(edition).details["outside_signature"]
    assert (traced["verdict"], traced["sha256"]) == ("valid", entry["file"].sha256)
    assert PESEL not in str(last_entry(edition).details)
    assert "Żak" not in str(last_entry(edition).details)
    office.do(APPROVER, edition, "approve", password=PASSWORD)
    assert list(verify_editions()) == []


def test_a_signature_over_the_source_file(office, edition, signers):
    signature = file_named("tekst.pdf.p7s", signers.sign_beside(signers.qualified, blank_pdf()), "text/html")
    office.do(OFFICER, edition, "attach-signed-file", detached_signature=signature)
    (entry,) = edition.outside_signatures
    assert entry["says_the_same"]
    assert entry["reports"][-1]["verdict"] == "valid"
    assert entry["signature"].contentType == "application/pkcs7-signature"


def test_what_is_not_what_was_signed_is_refused_at_the_field(office, edition, signers):
    for data in (
        changed_later(signers.sign_pdf(signers.qualified)),
        signers.sign_pdf(signers.qualified).replace(b"200", b"300", 1),
    ):
        with pytest.raises(InvalidInput) as refusal:
            office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(data))
        assert [field for field, _message in refusal.value.errors] == ["signed_file"]
    other = file_named("inny.p7s", signers.sign_beside(signers.qualified, b"inna"))
    with pytest.raises(InvalidInput) as refusal:
        office.do(OFFICER, edition, "attach-signed-file", detached_signature=other)
    assert [field for field, _message in refusal.value.errors] == ["detached_signature"]
    assert edition.outside_signatures == ()


@pytest.mark.parametrize(
    ("signer", "verdict", "problem"),
    [("expired", "not-verified", "expired"), ("stranger", "not-verified", "no-anchor")],
)
def test_sig_4_what_cannot_be_verified_is_kept_as_such(office, edition, signers, signer, verdict, problem):
    data = signers.sign_pdf(getattr(signers, signer))
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(data))
    report = edition.outside_signatures[0]["reports"][-1]
    assert (report["verdict"], report["bottom_line"]) == (verdict, False)
    assert report["signatures"][0]["problem"] == problem


def test_another_form_and_no_signature_are_kept_as_such(office, edition, signers):
    xml = b'<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'
    office.do(OFFICER, edition, "attach-signed-file", detached_signature=file_named("tekst.xades", xml))
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(blank_pdf("inna")))
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(blank_pdf("skan")), signature_kind="handwritten")
    verdicts = [entry["reports"][-1]["verdict"] for entry in edition.outside_signatures]
    assert verdicts == ["unsupported", "no-signature", "scan"]


def test_bad_input_is_told_at_the_fields(office, edition, signers):
    for values, field in (
        ({}, "signed_file"),
        ({"detached_signature": file_named("podpis.exe", b"x")}, "detached_signature"),
        ({"detached_signature": file_named("podpis.p7s", b"")}, "detached_signature"),
        ({"signed_file": file_named("program.exe", b"MZ", "application/x")}, "signed_file"),
        ({"signed_file": pdf(signers.sign_pdf(signers.qualified)[:-300])}, "signed_file"),
    ):
        with pytest.raises(InvalidInput) as refusal:
            office.do(OFFICER, edition, "attach-signed-file", **values)
        assert field in [name for name, _message in refusal.value.errors], values


def test_the_same_file_is_attached_once(office, edition, signers):
    data = signers.sign_pdf(signers.qualified)
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(data))
    with pytest.raises(InvalidInput):
        office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(data))


def test_who_may_attach_and_when(office, signers):
    data = signers.sign_pdf(signers.qualified)
    draft = office.draft(office.register())
    with pytest.raises(ObjectMovedOn):
        office.do(OFFICER, draft, "attach-signed-file", signed_file=pdf(data))
    edition = office.in_force(office.register(title="Druga"))
    for login in ("autor", "sprawdzajacy", "pracownik", "administrator", "manager"):
        with pytest.raises(NotPermitted):
            office.do(login, edition, "attach-signed-file", signed_file=pdf(data))
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(data))


def test_sig_4_verified_again_the_former_report_stays(office, edition, signers):
    data = signers.sign_pdf(signers.qualified)
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(data))
    trust_list = getUtility(ITrustList)
    for each in trust_list.certificates():
        trust_list.remove(each.sha256)
    office.do(OFFICER, edition, "revalidate")
    (entry,) = edition.outside_signatures
    assert [report["verdict"] for report in entry["reports"]] == ["valid", "not-verified"]
    assert entry["file"].data == data
    assert last_entry(edition).details["outside_signatures"][0]["verdict"] == "not-verified"
    with pytest.raises(NotPermitted):
        office.do(APPROVER, edition, "revalidate")


def test_sig_4_verification_names_a_file_that_was_swapped_taken_away_or_slipped_in(office, edition, signers):
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(signers.sign_pdf(signers.qualified)))
    office.do(APPROVER, edition, "approve", password=PASSWORD)
    (entry,) = edition.outside_signatures
    entry["file"].data = signers.sign_pdf(signers.advanced)
    assert [label for label, _seq, _message in verify_editions()] == [edition.document.symbol]
    edition.__dict__["outside_signatures"] = ()
    assert len(list(verify_editions())) == 1
    edition.__dict__["outside_signatures"] = (entry, {**entry, "id": "2"})
    assert [seq for _label, seq, _message in verify_editions()][-1] is None


def test_verification_names_a_report_that_was_changed(office, edition, signers):
    office.do(OFFICER, edition, "attach-signed-file", signed_file=pdf(signers.sign_pdf(signers.stranger)))
    office.do(APPROVER, edition, "approve", password=PASSWORD)
    office.do(OFFICER, edition, "revalidate")
    assert list(verify_editions()) == []
    (entry,) = edition.outside_signatures
    pretended = {**entry["reports"][-1], "verdict": "valid", "bottom_line": True}
    traced = last_entry(edition)
    for reports in ((*entry["reports"][:-1], pretended), (*entry["reports"], pretended), entry["reports"][:1]):
        edition.__dict__["outside_signatures"] = ({**entry, "reports": reports},)
        assert [seq for _label, seq, _message in verify_editions()] == [traced.seq]
    edition.__dict__["outside_signatures"] = (entry,)
    assert list(verify_editions()) == []


def test_a_signed_act_is_verified_and_its_signature_beside(office, signers):
    data = signers.sign_pdf(signers.seal)
    act = office.record_act(signed_file=pdf(data))
    assert act.signed_file.data == data
    assert act.outside_signatures[0]["file"] is act.signed_file
    assert act.outside_signatures[0]["reports"][-1]["signatures"][0]["kind"] == "qualified-seal"
    signature = file_named("akt.pdf.p7s", signers.sign_beside(signers.qualified, data))
    office.do(OFFICER, act, "attach-signature", detached_signature=signature)
    assert act.outside_signatures[1]["reports"][-1]["verdict"] == "valid"
    entry = getUtility(ITrail).entries(act.UID())[-1]
    assert entry.details["outside_signature"]["id"] == "2"


def test_a_tampered_act_is_refused(office, signers):
    data = changed_later(signers.sign_pdf(signers.seal))
    with pytest.raises(InvalidInput) as refusal:
        office.record_act(signed_file=pdf(data))
    assert [field for field, _message in refusal.value.errors] == ["signed_file"]
    act = office.record_act(signed_file=None)
    with pytest.raises(ObjectMovedOn):
        office.do(OFFICER, act, "attach-signature", detached_signature=file_named("akt.p7s", b"x"))


def test_changes_of_the_trust_list_are_traced(portal, signers):
    entries = getUtility(ITrail).entries("trust-list")
    assert [entry.operation for entry in entries] == ["add-trusted-certificate"] * 2
    assert entries[0].details["source"] == "próba"
