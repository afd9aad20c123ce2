"""Where people sign in at an identity provider, a signature asks it again, and says so."""

from czest.qms.evidence.interfaces import ITrail
import pytest
from support.people import PASSWORD
from support.walker import Walker
import transaction
from zope.component import getUtility


COMMENT = "Zażółć gęślą jaźń; bez uwag „co do treści”."
CONFIRM, SIGN = "Confirm identity at the identity provider", "Confirm the review"


@pytest.fixture
def edition(office):
    edition = office.submitted(office.register(), reviewers=["radca"])
    transaction.commit()
    return edition


@pytest.fixture
def radca(provider):
    return Walker("radca")


def form_of(edition, operation="review"):
    return f"{edition.absolute_url()}/@@operation/{operation}"


def path_of(edition):
    return "/".join(edition.getPhysicalPath()[2:])


def last_entry(edition):
    transaction.begin()
    return getUtility(ITrail).entries(edition.document.UID())[-1]


def last_change(portal):
    return portal._p_jar.db().lastTransaction()


def test_a_review_is_signed_with_identity_confirmed_at_the_provider(radca, edition, provider, client):
    form = radca.open(form_of(edition))
    assert radca.buttons(form) == [CONFIRM]
    assert radca.field(form, "password") is None
    back = radca.go_round(form, comment=COMMENT, meaning="meaning-1")
    assert radca.buttons(back) == [SIGN]
    assert (radca.field(back, "comment"), radca.field(back, "widgets.meaning")) == (COMMENT, "meaning-1")
    assert "Confirmed at the identity provider 127.0.0.1, until" in radca.words(back, ".qms-identity")[0]
    signed = radca.press(back, "perform")
    assert signed.status_code == 302, signed.text
    transaction.begin()
    (signature,) = edition.signatures
    assert (signature["comment"], signature["login"]) == (COMMENT, "radca")
    assert signature["meaning"] == "Sprawdzono pod względem merytorycznym"
    confirmed = {"confirmed_by": "identity-provider", "identity_issuer": provider.issuer}
    assert confirmed.items() <= signature.items()
    assert confirmed.items() <= last_entry(edition).details.items()
    (listed,) = client("radca").get(f"{path_of(edition.document)}/@editions").json()["items"][0]["signatures"]
    assert confirmed.items() <= listed.items()
    page = radca.open(edition.absolute_url())
    assert f"Identity confirmed at the identity provider {provider.issuer}" in " ".join(page.text.split())


def test_without_a_provider_the_password_is_asked_and_named(office, edition, client):
    answer = client("radca").operate(path_of(edition), "review", password=PASSWORD)
    assert answer.status_code == 200
    transaction.begin()
    assert (edition.signatures[0]["confirmed_by"], edition.signatures[0]["identity_issuer"]) == ("password", None)
    assert last_entry(edition).details["confirmed_by"] == "password"


def schema_of(client, edition):
    items = client("radca").get(f"{path_of(edition)}/@operations").json()["items"]
    return next(item["schema"] for item in items if item["id"] == "review")


def test_the_schema_names_the_ways_that_are_accepted(client, edition, provider, settings):
    schema = schema_of(client, edition)
    assert schema["required"] == ["identity_proof"]
    assert "password" not in schema["properties"] and "oneOf" not in schema
    settings(password_too=True)
    schema = schema_of(client, edition)
    assert schema["required"] == []
    assert schema["oneOf"] == [{"required": ["password"]}, {"required": ["identity_proof"]}]
    settings(used_for_signing=False)
    schema = schema_of(client, edition)
    assert schema["required"] == ["password"]
    assert "identity_proof" not in schema["properties"] and "oneOf" not in schema


def test_the_password_is_accepted_only_where_the_administrator_says_so(client, edition, provider, settings):
    refused = client("radca").operate(path_of(edition), "review", password=PASSWORD)
    assert (refused.status_code, [error["field"] for error in refused.json()["errors"]]) == (400, ["password"])
    missing = client("radca").operate(path_of(edition), "review")
    assert [error["field"] for error in missing.json()["errors"]] == ["identity_proof"]
    settings(password_too=True)
    radca = Walker("radca")
    form = radca.open(form_of(edition))
    assert (radca.buttons(form), radca.asks(form, "password")) == ([SIGN, CONFIRM], True)
    back = radca.go_round(form)
    assert (radca.buttons(back), radca.asks(back, "password")) == ([SIGN], False)
    assert client("radca").operate(path_of(edition), "review", password=PASSWORD).status_code == 200
    assert last_entry(edition).details["confirmed_by"] == "password"


def test_a_program_signs_with_the_proof_of_the_form(radca, client, edition):
    proof = radca.field(radca.go_round(radca.open(form_of(edition))), "identity_proof")
    answer = client("radca").operate(path_of(edition), "review", identity_proof=proof)
    assert (answer.status_code, answer.json()["state"]) == (200, "pending_approval")


def test_the_way_there_and_back_writes_nothing(radca, portal, edition):
    form = radca.open(form_of(edition))
    before = last_change(portal)
    radca.go_round(form, comment=COMMENT)
    assert last_change(portal) == before


def test_the_question_asks_for_the_password_again(radca, edition):
    address = radca.press(radca.open(form_of(edition)), "depart").headers["Location"]
    for part in ("prompt=login", "max_age=0", "code_challenge_method=S256", "nonce=", "scope=openid"):
        assert part in address
    cookies = [cookie for cookie in radca.session.cookies if cookie.name.startswith("qms_identity_")]
    (cookie,) = cookies
    assert cookie.has_nonstandard_attr("HttpOnly") and cookie.get_nonstandard_attr("SameSite") == "Lax"


def test_an_approval_keeps_the_day_and_the_remark(provider, office, edition):
    transaction.begin()
    other = office.draft(office.register(), reviewers=["radca"])
    office.do("autor", other, "submit")
    transaction.commit()
    radca = Walker("radca")
    radca.press(radca.go_round(radca.open(form_of(other))), "perform")
    approver = Walker("zatwierdzajacy")
    back = approver.go_round(approver.open(form_of(other, "approve")), comment="Tak", effective_from="2031-01-02")
    assert approver.field(back, "effective_from") == "2031-01-02"
    assert approver.press(back, "perform").status_code == 302
    transaction.begin()
    assert other.effective_from.isoformat() == "2031-01-02"
    assert other.signatures[-1]["confirmed_by"] == "identity-provider"


def test_a_mistake_in_another_field_leaves_the_proof_good(provider, office, edition):
    transaction.begin()
    other = office.draft(office.register(), reviewers=["radca"])
    office.do("autor", other, "submit")
    transaction.commit()
    radca, approver = Walker("radca"), Walker("zatwierdzajacy")
    radca.press(radca.go_round(radca.open(form_of(other))), "perform")
    back = approver.go_round(approver.open(form_of(other, "approve")))
    wrong = approver.press(back, "perform", effective_from="2001-01-02")
    assert (wrong.status_code, approver.field(wrong, "identity_proof") is not None) == (400, True)
    assert approver.press(wrong, "perform", effective_from="2031-01-02").status_code == 302


SENTENCE = "Proszę uzupełnić podstawę prawną w § {} ust. 2 oraz wskazać właściciela procesu; termin: 14 dni. "


def test_a_remark_of_the_greatest_length_is_kept(radca, edition):
    comment = "".join(SENTENCE.format(number) for number in range(40))[:2000]
    back = radca.go_round(radca.open(form_of(edition)), comment=comment)
    assert radca.field(back, "comment") == comment
    assert radca.press(back, "perform").status_code == 302


def test_a_remark_that_no_cookie_can_hold_is_refused_before(radca, edition):
    comment = "".join(chr(0x4E00 + number * 7919 % 20000) for number in range(2000))
    answer = radca.press(radca.open(form_of(edition)), "depart", comment=comment)
    assert answer.status_code == 400
    assert "too long to be kept" in " ".join(radca.words(answer, "#formfield-form-widgets-comment .qms-error"))
    assert radca.field(answer, "comment") == comment
