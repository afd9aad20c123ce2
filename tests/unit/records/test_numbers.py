"""Numbers as Polish offices write them."""

from czest.qms.records.rules.numbers import written
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (4218600, "4\u00a0218\u00a0600"),
        (-1000, "-1\u00a0000"),
        (Decimal("4218600.00"), "4\u00a0218\u00a0600,00"),
        ("-0.5", "-0,5"),
    ],
)
def test_numbers(number, text):
    assert written(number) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_nothing_of_a_number_is_lost(number):
    assert Decimal(written(number).replace("\u00a0", "").replace(",", ".")) == number
