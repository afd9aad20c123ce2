"""Numbers of legal acts and their addresses."""

from czest.qms.acts.rules.numbers import address_of
from czest.qms.acts.rules.numbers import is_number
import pytest


@pytest.mark.parametrize(
    "number", ["k.14.2024", "120.48.2018", "120.Z.38.2015", "RZ-40/2012", "169/2012", "2298.2018", "7", "1" * 50]
)
def test_sig_1_numbers_of_polish_offices(number):
    assert is_number(number)


@pytest.mark.parametrize(
    "text", ["", "view", "k..2024", ".1", "1.", "k 14", "../1", "1//2", "14.2024\n", "ą.1", "_1", "@@1", "1" * 51]
)
def test_what_is_no_number(text):
    assert not is_number(text)


def test_numbers_that_look_the_same_share_an_address():
    assert address_of("RZ-40/2012") == address_of(" rz-40-2012 ") == "rz-40-2012"
    assert address_of("k.14.2024") != address_of("14.2024")
