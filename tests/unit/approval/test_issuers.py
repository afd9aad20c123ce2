"""An identity provider is asked over an encrypted connection, or on this machine."""

from czest.qms.approval.rules.issuers import discovery_address
from czest.qms.approval.rules.issuers import is_issuer
from czest.qms.approval.rules.issuers import is_safe
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    "address",
    [
        "https://login.urzad.example",
        "https://login.urzad.example:8443/realms/urzad",
        "http://127.0.0.1:5000",
        "http://localhost/x",
        "http://[::1]:5000",
    ],
)
def test_encrypted_or_at_home_is_safe(address):
    assert is_safe(address) and is_issuer(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://login.urzad.example",
        "http://127.0.0.1.example",
        "ftp://127.0.0.1",
        "https://",
        "https://host:port",
        "https://[::1",
        "login.urzad.example",
        "",
        None,
        7,
    ],
)
def test_everything_else_is_not(address):
    assert not is_safe(address) and not is_issuer(address)


@pytest.mark.parametrize("mark", ["?a=b", "#a", " ", "\n"])
def test_an_issuer_has_no_query_and_no_blank(mark):
    assert not is_issuer(f"https://login.urzad.example/{mark}")


def test_an_issuer_names_nobody():
    assert not is_issuer("https://radca@login.urzad.example")


def test_an_issuer_describes_itself_at_one_address():
    expected = "https://login.urzad.example/a/.well-known/openid-configuration"
    assert discovery_address("https://login.urzad.example/a") == discovery_address("https://login.urzad.example/a/")
    assert discovery_address("https://login.urzad.example/a") == expected


@given(st.text())
def test_no_text_makes_it_stumble(text):
    assert is_issuer(text) in (True, False)
