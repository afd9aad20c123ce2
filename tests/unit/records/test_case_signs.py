"""Case signs: ARCH-1."""

from czest.qms.records.rules import case_signs
from czest.qms.records.rules.case_signs import CaseSign
from hypothesis import given
from hypothesis import strategies as st
import pytest
import re


#: As the requirement ARCH-1 gives it.
REQUIRED = re.compile(
    r"^[A-ZĄĆĘŁŃÓŚŹŻ]{1,6}(-[A-ZĄĆĘŁŃÓŚŹŻ0-9]{1,6})*\.\d{2,6}\.\d+(\.\d+)?\.\d{4}(\.[A-ZĄĆĘŁŃÓŚŹŻ]{2,4})?$", re.ASCII
)

NUMBERS = st.integers(1, 9999).map(str)
SIGNS = st.builds(
    CaseSign,
    unit=st.sampled_from(["PJ", "FE-EFS", "ABC-A", "MPUP", "ŁÓ-1"]),
    jrwa_class=st.from_regex("[0-9]{2,6}", fullmatch=True),
    sequence=NUMBERS,
    sub_folder=st.just("") | NUMBERS,
    year=st.integers(1900, 2200),
    initials=st.just("") | st.sampled_from(["JW", "AŻK"]),
)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("ABC-A.123.77.3.2011.JW", CaseSign("ABC-A", "123", "77", "3", 2011, "JW")),
        ("BDG.0050.499.2015", CaseSign("BDG", "0050", "499", "", 2015, "")),
        ("PJ.0142.3.2026", CaseSign("PJ", "0142", "3", "", 2026, "")),
        ("FE-EFS.042.11.2026", CaseSign("FE-EFS", "042", "11", "", 2026, "")),
        ("OR.120.2026.2026", CaseSign("OR", "120", "2026", "", 2026, "")),
    ],
)
def test_arch_1_signs_of_offices(text, sign):
    assert case_signs.parse(text) == sign
    assert str(sign) == text
    assert case_signs.warnings_of(text) == ()


@pytest.mark.parametrize(
    "text",
    ["OR", "or.120.4.2026", "OR/120/4/2026", "OR.1.4.2026", "OR.120.2026", "OR.120.4.26", "OR.120.4.2026.J", " "],
)
def test_arch_1_an_unusual_sign_is_told_and_blocks_nothing(text):
    assert case_signs.warnings_of(text, "OR", "120") == ("form",)
    with pytest.raises(ValueError):
        case_signs.parse(text)


@given(SIGNS)
def test_arch_1_a_sign_is_read_as_it_is_written(sign):
    assert REQUIRED.match(str(sign))
    assert case_signs.parse(str(sign)) == sign


@given(st.text(alphabet="AŻ-.01259 \n٣", max_size=30))
def test_arch_1_a_text_is_a_sign_where_the_requirement_says_so(text):
    is_sign = case_signs.warnings_of(text) == () and text != ""
    assert is_sign == bool(REQUIRED.match(text) and not text.endswith("\n"))


@pytest.mark.parametrize(
    ("unit", "jrwa_class", "warnings"),
    [
        ("FE-PI", "042", ()),
        ("FE", "042", ()),
        ("F", "042", ("other_unit",)),
        ("FE-PI-X", "042", ("other_unit",)),
        ("OR", "", ("other_unit",)),
        ("", "04", ("other_class",)),
        ("OR", "120", ("other_unit", "other_class")),
        ("", "", ()),
    ],
)
def test_arch_1_the_sign_agrees_with_unit_and_class(unit, jrwa_class, warnings):
    assert case_signs.warnings_of("FE-PI.042.11.2026", unit, jrwa_class) == warnings
    assert set(warnings) <= set(case_signs.WARNINGS)


def test_no_sign_is_not_an_unusual_one():
    assert case_signs.warnings_of("", "OR", "120") == ()


def test_signs_stand_by_class_then_number():
    ordered = [
        "OR.120.9.2025",
        "OR.120.2.2026",
        "OR.120.10.2026",
        "OR.120.10.2.2026",
        "PJ.120.1.2020",
        "AR.1510.1.2020",
        "sprawa bez znaku",
    ]
    assert sorted([*ordered[3:], *ordered[:3]], key=case_signs.order) == ordered
