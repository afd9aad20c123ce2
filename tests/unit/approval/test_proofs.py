"""A proof of identity is good for one person, one provider, what it was given for, and five minutes."""

from czest.qms.approval.rules import proofs
import datetime
from hypothesis import given
from hypothesis import strategies as st
import json
import pytest


NOW = datetime.datetime(2026, 11, 25, 10, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
ISSUER = "https://login.urzad.example"
UIDS = st.text("0123456789abcdef", min_size=1, max_size=8)
TARGETS = st.builds(proofs.target, st.sampled_from(["review", "approve"]), UIDS, UIDS)
PROOFS = st.builds(proofs.issued, st.text(), st.just(ISSUER), st.text(), st.lists(TARGETS, min_size=1), st.just(NOW))


@given(PROOFS)
def test_a_proof_survives_the_way_through_the_browser(proof):
    assert proofs.read(json.loads(json.dumps(proofs.plain(proof)))) == proof


@given(PROOFS, st.data())
def test_it_is_good_for_each_of_its_targets_until_it_ends(proof, data):
    wanted = data.draw(st.sampled_from(proof.targets))
    assert proofs.problem(proof, proof.user, ISSUER, wanted, NOW) is None
    end = proofs.end_of(proof)
    assert end - NOW <= 5 * MINUTE
    assert proofs.problem(proof, proof.user, ISSUER, wanted, end) == proofs.EXPIRED


@given(PROOFS, TARGETS, st.text())
def test_it_is_good_for_nothing_and_nobody_else(proof, other, stranger):
    if other not in proof.targets:
        assert proofs.problem(proof, proof.user, ISSUER, other, NOW) == proofs.OTHER_TARGET
    if stranger != proof.user:
        assert proofs.problem(proof, stranger, ISSUER, proof.targets[0], NOW) == proofs.OTHER_USER
    assert proofs.problem(proof, proof.user, f"{ISSUER}/", proof.targets[0], NOW) == proofs.OTHER_ISSUER


@given(*[st.tuples(st.sampled_from(["review", "approve"]), UIDS, UIDS)] * 2)
def test_different_signatures_have_different_names(one, other):
    assert (proofs.target(*one) == proofs.target(*other)) == (one == other)


def test_an_edition_without_a_digest_has_a_name_too():
    assert proofs.target("review", "uid", None) == proofs.target("review", "uid", "")


@given(
    st.sampled_from(["user", "issuer", "nonce", "expires", "targets"]),
    st.none() | st.booleans() | st.floats() | st.lists(st.integers(), min_size=1),
)
def test_values_of_another_kind_are_no_proof(name, value):
    plain = {**proofs.plain(proofs.issued("radca", ISSUER, "n", ["t"], NOW)), name: value}
    with pytest.raises(ValueError):
        proofs.read(plain)


@pytest.mark.parametrize(
    "values", [{}, [], None, "proof", {"user": "radca", "targets": []}, {"targets": ["t"], "x": 1}]
)
def test_something_else_is_no_proof(values):
    with pytest.raises(ValueError):
        proofs.read(values)
