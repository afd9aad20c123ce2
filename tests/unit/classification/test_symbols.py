"""Forms of symbols."""

from czest.qms.classification.rules.symbols import COMMON_CATEGORIES
from czest.qms.classification.rules.symbols import is_archival_category
from czest.qms.classification.rules.symbols import is_case_sign
from czest.qms.classification.rules.symbols import is_jrwa_symbol
import pytest


@pytest.mark.parametrize("text", [*COMMON_CATEGORIES, "B7", "BE99"])
def test_archival_categories(text):
    assert is_archival_category(text)


@pytest.mark.parametrize("text", ["", "a", "B", "BE", "B100", "Bc5", "BC", "A ", "A\n", "B5*", "B٥"])
def test_no_archival_categories(text):
    assert not is_archival_category(text)


@pytest.mark.parametrize(
    "text", ["ABC-A.123.77.3.2011.JW", "BDG.0050.499.2015", "PJ.0142.3.2026", "FE-EFS.042.11.2026", "ŁÓ.12.1.2020"]
)
def test_case_signs(text):
    assert is_case_sign(text)


@pytest.mark.parametrize(
    "text", ["", "PJ.0142.3", "pj.0142.3.2026", "PJ/0142/3/2026", "PJ.0142.3.26", "PJ.0142.3.2026\n"]
)
def test_no_case_signs(text):
    assert not is_case_sign(text)


@pytest.mark.parametrize(
    ("text", "is_one"), [("0142", True), ("0", True), ("", False), ("12345678901", False), ("01a", False)]
)
def test_jrwa_symbols(text, is_one):
    assert is_jrwa_symbol(text) is is_one
