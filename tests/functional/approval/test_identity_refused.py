"""What proves nothing signs nothing: bad answers of the provider, bad proofs, and whose fault counts."""

from czest.qms import clock
from czest.qms.approval.identity.confirming import sealed_proof
from czest.qms.approval.identity.settings import SECRET_VARIABLE
from czest.qms.approval.interfaces import IUsedProofs
from czest.qms.approval.rules import proofs
from czest.qms.evidence.interfaces import ITrail
import datetime
import pytest
from support.people import PASSWORD
from support.walker import Walker
import time
import transaction
from zope.component import getUtility


COMMENT = "Uwaga, której nie wolno zgubić"


@pytest.fixture
def edition(office):
    edition = office.submitted(office.register(), reviewers=["radca"])
    transaction.commit()
    return edition


@pytest.fixture
def radca(provider):
    return Walker("radca")


def form_of(edition):
    return f"{edition.absolute_url()}/@@operation/review"


def path_of(edition):
    return "/".join(edition.getPhysicalPath()[2:])


def traced(edition):
    transaction.begin()
    return [entry.operation for entry in getUtility(ITrail).entries(edition.document.UID())]


def proof_for(edition, user="radca", operation="review", digest=None, nonce="n1"):
    """Return a proof as the site gives it."""
    targets = [proofs.target(operation, edition.UID(), digest or edition.digest)]
    return sealed_proof(user, nonce, targets)


def refusal(answer):
    (error,) = answer.json()["errors"]
    return answer.status_code, error["field"], error["message"]


BAD_ANSWERS = {
    "old password": ({"claims": {"auth_time": int(time.time()) - 600}}, "did not ask for the password again"),
    "no time": ({"claims": {"auth_time": None}}, "did not ask for the password again"),
    "nonce": ({"claims": {"nonce": "inny"}}, "cannot be trusted"),
    "no nonce": ({"claims": {"nonce": None}}, "cannot be trusted"),
    "issuer": ({"claims": {"iss": "https://login.example"}}, "cannot be trusted"),
    "audience": ({"claims": {"aud": "inny-system"}}, "cannot be trusted"),
    "expired": ({"claims": {"exp": 1_000_000_000}}, "cannot be trusted"),
    "strange key": ({"strange_key": True}, "cannot be trusted"),
    "unsigned": ({"unsigned": True}, "cannot be trusted"),
    "no login": ({"claims": {"preferred_username": None}}, "Another person"),
    "list of logins": ({"claims": {"preferred_username": ["radca"]}}, "Another person"),
}


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_an_answer_that_proves_nothing_gives_no_proof(radca, provider, portal, edition, name):
    faults, sentence = BAD_ANSWERS[name]
    form = radca.open(form_of(edition))
    before = portal._p_jar.db().lastTransaction()
    provider.misbehave(**faults)
    back = radca.go_round(form, comment=COMMENT)
    assert sentence in " ".join(radca.words(back, ".qms-message"))
    assert radca.field(back, "identity_proof") is None
    assert radca.field(back, "comment") == COMMENT
    assert portal._p_jar.db().lastTransaction() == before


def test_another_person_at_the_provider_gives_no_proof(radca, edition):
    back = radca.go_round(radca.open(form_of(edition)), login="sprawdzajacy", comment=COMMENT)
    assert "Another person" in " ".join(radca.words(back, ".qms-message"))
    assert (radca.field(back, "identity_proof"), radca.field(back, "comment")) == (None, COMMENT)


def test_a_provider_that_is_down_keeps_the_form_as_it_is(radca, provider, portal, edition):
    form = radca.open(form_of(edition))
    before = portal._p_jar.db().lastTransaction()
    provider.misbehave(down=True)
    answer = radca.press(form, "depart", comment=COMMENT)
    assert answer.status_code == 400
    assert "does not answer" in " ".join(radca.words(answer, ".qms-error"))
    assert radca.field(answer, "comment") == COMMENT
    assert portal._p_jar.db().lastTransaction() == before


def test_a_provider_that_goes_down_meanwhile_leads_back_without_a_proof(radca, provider, edition):
    departed = radca.press(radca.open(form_of(edition)), "depart", comment=COMMENT)
    address = radca.sign_in_at_provider(departed, "radca")
    provider.misbehave(down=True)
    back = radca.open(address)
    assert "does not answer" in " ".join(radca.words(back, ".qms-message"))
    assert (radca.field(back, "identity_proof"), radca.field(back, "comment")) == (None, COMMENT)


def test_who_gives_up_at_the_provider_is_led_back(radca, edition):
    departed = radca.press(radca.open(form_of(edition)), "depart", comment=COMMENT)
    address = radca.sign_in_at_provider(departed, "radca")
    back = radca.open(address.replace("code=", "error=access_denied&unused="))
    assert "did not confirm" in " ".join(radca.words(back, ".qms-message"))
    assert radca.field(back, "comment") == COMMENT


def test_a_secret_that_the_provider_does_not_know_gives_no_proof(radca, edition, monkeypatch):
    monkeypatch.setenv(SECRET_VARIABLE, "inny")
    back = radca.go_round(radca.open(form_of(edition)))
    assert "did not confirm" in " ".join(radca.words(back, ".qms-message"))


def test_without_a_secret_the_administrator_is_named(radca, edition, monkeypatch):
    monkeypatch.delenv(SECRET_VARIABLE)
    answer = radca.press(radca.open(form_of(edition)), "depart")
    assert "tell the administrator" in " ".join(radca.words(answer, ".qms-error"))


def test_an_answer_fits_only_the_browser_and_the_person_that_asked(radca, edition):
    address = radca.sign_in_at_provider(radca.press(radca.open(form_of(edition)), "depart"), "radca")
    stranger = Walker("radca")
    assert "another window" in " ".join(stranger.words(stranger.open(address), ".qms-message"))
    colleague = Walker("sprawdzajacy")
    colleague.session.cookies = radca.session.cookies
    assert "another window" in " ".join(colleague.words(colleague.open(address), ".qms-message"))
    forged = address.replace("state=", "state=x")
    assert "another window" in " ".join(radca.words(radca.open(forged), ".qms-message"))


def test_two_windows_do_not_disturb_each_other(radca, office, edition):
    transaction.begin()
    other = office.submitted(office.register(), reviewers=["radca"])
    transaction.commit()
    departed = [radca.press(radca.open(form_of(each)), "depart", comment=each.UID()) for each in (edition, other)]
    for each, answer in zip((edition, other), departed, strict=True):
        back = radca.open(radca.sign_in_at_provider(answer, "radca"))
        assert radca.field(back, "comment") == each.UID()
        assert radca.press(back, "perform").status_code == 302


def test_nobody_can_be_sent_a_form_that_is_filled_in(radca, edition):
    form = radca.open(f"{form_of(edition)}?form.widgets.comment=Podrzucone&identity=abcdefghijkl")
    assert radca.field(form, "comment") == ""


def test_a_forged_proof_counts_like_a_wrong_password(client, provider, edition):
    transaction.begin()
    good = proof_for(edition)
    radca = client("radca")
    changed = good[:-4] + ("AAAA" if good[-4:] != "AAAA" else "BBBB")
    of_another = proof_for(edition, user="sprawdzajacy")
    for proof in (changed, of_another):
        answer = radca.operate(path_of(edition), "review", identity_proof=proof)
        assert refusal(answer)[:2] == (400, "identity_proof")
    assert "locked" in refusal(radca.operate(path_of(edition), "review", identity_proof="zmyślone".encode().hex()))[2]
    assert traced(edition)[-3:] == ["forged-proof", "forged-proof", "signing-locked"]
    assert "locked" in refusal(radca.operate(path_of(edition), "review", identity_proof=good))[2]
    walker = Walker("radca")
    answer = walker.press(walker.open(form_of(edition)), "depart")
    assert "locked" in " ".join(walker.words(answer, ".qms-error"))


BAD_PROOFS = {
    "another content": ({"digest": "0" * 64}, "another content"),
    "another operation": ({"operation": "approve"}, "another content"),
}


@pytest.mark.parametrize("name", BAD_PROOFS)
def test_a_proof_is_good_for_what_it_was_given_for(client, provider, edition, name):
    values, sentence = BAD_PROOFS[name]
    transaction.begin()
    answer = client("radca").operate(path_of(edition), "review", identity_proof=proof_for(edition, **values))
    assert sentence in refusal(answer)[2]
    assert "forged-proof" not in traced(edition)


def test_a_proof_expires(client, provider, edition):
    transaction.begin()
    with clock.stopped_at(clock.now() - datetime.timedelta(minutes=5)):
        proof = proof_for(edition)
    answer = client("radca").operate(path_of(edition), "review", identity_proof=proof)
    assert "has expired" in refusal(answer)[2]
    assert "forged-proof" not in traced(edition)


def test_a_proof_of_another_provider_is_not_accepted(client, provider, settings, edition):
    transaction.begin()
    proof = proof_for(edition)
    settings(issuer="https://login.urzad.example")
    answer = client("radca").operate(path_of(edition), "review", identity_proof=proof)
    assert "Another identity provider" in refusal(answer)[2]


def test_a_proof_is_good_once(client, provider, office, edition):
    transaction.begin()
    proof = proof_for(edition)
    assert client("radca").operate(path_of(edition), "review", identity_proof=proof).status_code == 200
    transaction.begin()
    office.do("zatwierdzajacy", edition, "return", reason="Do poprawy")
    office.do("autor", edition, "submit")
    transaction.commit()
    again = client("radca").operate(path_of(edition), "review", identity_proof=proof)
    assert "used already" in refusal(again)[2]
    assert "forged-proof" not in traced(edition)
    walker = Walker("radca")
    assert walker.press(walker.go_round(walker.open(form_of(edition))), "perform").status_code == 302


def test_a_refused_signature_does_not_use_the_proof_up(client, provider, edition):
    transaction.begin()
    proof = proof_for(edition)
    refused = client("radca").operate(path_of(edition), "review", identity_proof=proof, expected_digest="0" * 64)
    assert refused.status_code == 409
    assert client("radca").operate(path_of(edition), "review", identity_proof=proof).status_code == 200


def test_password_and_proof_at_once_are_refused(client, provider, settings, edition):
    settings(password_too=True)
    transaction.begin()
    body = {"identity_proof": proof_for(edition), "password": PASSWORD}
    assert refusal(client("radca").operate(path_of(edition), "review", **body))[:2] == (400, "password")


def test_expired_proofs_are_forgotten(provider, edition):
    transaction.begin()
    used = getUtility(IUsedProofs)
    used.use("a", "t", clock.now() - datetime.timedelta(seconds=1))
    used.use("b", "t", clock.now() + datetime.timedelta(minutes=4))
    assert used.prune() == 1
    assert (used.is_used("a", "t"), used.is_used("b", "t")) == (False, True)


def test_log_and_trail_name_neither_tokens_nor_persons(radca, provider, edition, caplog):
    caplog.set_level("DEBUG")
    provider.misbehave(strange_key=True)
    departed = radca.press(radca.open(form_of(edition)), "depart", comment=COMMENT)
    address = radca.sign_in_at_provider(departed, "radca")
    radca.open(address)
    records = [record for record in caplog.records if record.name.startswith("czest.qms")]
    assert any(provider.issuer in record.getMessage() for record in records)
    logged = " ".join(record.getMessage() for record in records)
    for secret in ("radca", COMMENT, *(part.partition("=")[2] for part in address.partition("?")[2].split("&"))):
        assert secret not in logged
