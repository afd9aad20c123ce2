"""An ID token proves that the person has just given his password only if every claim says so."""

from czest.qms.approval.rules import identity
from czest.qms.approval.rules.identity import Expected
from czest.qms.approval.rules.identity import problem
import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest


NOW = datetime.datetime(2026, 11, 25, 10, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
SECONDS = int(NOW.timestamp())
ISSUER, CLIENT, NONCE = "https://login.urzad.example/realms/urzad", "szj", "n-0S6_WzA2Mj"
HEADER = {"alg": "RS256"}
EXPECTED = Expected(ISSUER, CLIENT, NONCE, "radca", "preferred_username", NOW - 30 * SECOND)
CLAIMS = {
    "iss": ISSUER,
    "aud": CLIENT,
    "sub": "7",
    "iat": SECONDS,
    "exp": SECONDS + 300,
    "auth_time": SECONDS - 10,
    "nonce": NONCE,
    "preferred_username": "radca",
}

#: What a claim may hold besides what it should.
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def verdict(**changed):
    claims = {**CLAIMS, **changed}
    return problem({name: value for name, value in claims.items() if value is not None}, HEADER, EXPECTED, NOW)


def test_a_fresh_answer_to_our_question_is_a_proof():
    assert verdict() is None
    assert verdict(aud=[CLIENT]) is None
    assert verdict(aud=[CLIENT, "inny"], azp=CLIENT) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://login.urzad.example"},
        {"iss": ISSUER + "/"},
        {"iss": [ISSUER]},
        {"aud": "inny"},
        {"aud": []},
        {"aud": [CLIENT, "inny"], "azp": "inny"},
        {"aud": [CLIENT, "inny"]},
        {"nonce": "inny"},
        {"exp": SECONDS - 61},
        {"iat": SECONDS + 61},
        {"nbf": SECONDS + 61},
        *({name: None} for name in ("iss", "aud", "sub", "iat", "exp", "nonce")),
    ],
)
def test_what_was_not_meant_for_us_is_not_trusted(changed):
    assert verdict(**changed) == identity.NOT_TRUSTED


def test_the_access_token_beside_it_must_fit():
    claims = {**CLAIMS, "at_hash": "b3Ro"}
    assert problem(claims, HEADER, EXPECTED, NOW, "token") == identity.NOT_TRUSTED
    assert problem(claims, HEADER, EXPECTED, NOW) is None


@pytest.mark.parametrize("auth_time", [None, True, str(SECONDS), [SECONDS], float("nan"), SECONDS - 91, SECONDS + 61])
def test_without_the_password_just_now_it_is_not_fresh(auth_time):
    assert verdict(auth_time=auth_time) in (identity.NOT_FRESH, identity.NOT_TRUSTED)


@given(st.integers(-1000, 1000), st.integers(0, 600))
def test_the_password_is_given_after_the_question_and_within_two_minutes(shift, away):
    departed = NOW - away * SECOND
    fresh = identity.is_fresh(SECONDS + shift, departed, NOW)
    assert fresh == (max(-away - 60, -180) <= shift <= 60)


@given(st.text(max_size=10) | ANYTHING)
def test_only_the_very_login_is_the_person(claimed):
    found = verdict(preferred_username=claimed)
    assert (found is None) == (claimed == "radca")


@given(st.sampled_from([name for name in CLAIMS if name not in ("sub", "iat", "exp", "auth_time")]), ANYTHING)
def test_a_claim_that_is_not_the_one_expected_never_proves_anything(name, value):
    if value in (CLAIMS[name], [CLAIMS[name]]):
        return
    assert verdict(**{name: value}) is not None


@given(st.dictionaries(st.sampled_from([*CLAIMS, "azp", "nbf", "at_hash", "amr"]), ANYTHING))
def test_nothing_that_a_token_holds_makes_it_stumble(claims):
    assert problem({**CLAIMS, **claims}, HEADER, EXPECTED, NOW, "token") in (
        None,
        identity.NOT_TRUSTED,
        identity.NOT_FRESH,
        identity.OTHER_PERSON,
    )
