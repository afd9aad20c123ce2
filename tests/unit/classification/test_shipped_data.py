"""The first data of a new site."""

from czest.qms.classification.rules.schemes import OPENNESS
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.terms import is_choosable
from czest.qms.classification.setup import shipped
import pytest


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=list(SCHEMES))
def test_shipped_tables_are_sound_and_offer_something(scheme):
    assert any(is_choosable(scheme, term) for term in shipped(scheme))


def test_all_standards_of_management_control_are_there():
    standards = [term for term in shipped(SCHEMES["control_standard"]) if term.parent]
    assert [int(term.token[1:]) for term in standards] == list(range(1, 23))
    assert {term.token[0] for term in standards} == set("ABCDE")


def test_both_editions_of_the_norm_are_there():
    tokens = {term.token for term in shipped(SCHEMES["iso_clause"])}
    assert {"9001:2015/7.5.3", "9001:2026/7.5.3"} <= tokens


def test_every_degree_of_openness_has_a_legal_basis():
    supported = {degree for term in shipped(SCHEMES["openness_basis"]) for degree in term.openness}
    assert supported == set(OPENNESS)


def test_faulty_data_is_refused(monkeypatch):
    monkeypatch.setattr("czest.qms.classification.setup._data", lambda name: "symbol\n")
    with pytest.raises(ValueError, match=r"process\.csv"):
        shipped(SCHEMES["process"])
