"""Symbols that the system finds for a series."""

from czest.qms.records.rules.series import usual_symbols
from czest.qms.records.rules.symbols import is_series_symbol
from hypothesis import given
from hypothesis import strategies as st
from itertools import islice


def test_a_series_is_called_after_its_procedure_first():
    assert list(islice(usual_symbols("PS-04", "ED", "0142"), 4)) == [
        "Z-PS04",
        "Z-PS04-ED",
        "Z-ED-K0142",
        "Z-ED-K0142-2",
    ]


def test_without_a_procedure_after_unit_and_class():
    assert next(usual_symbols("", "ED", "0142")) == "Z-ED-K0142"


@given(
    st.sampled_from(["", "PS-04", "P-OR-02"]),
    st.sampled_from(["OR", "FE-PI"]),
    st.from_regex(r"[0-9]{1,10}", fullmatch=True),
)
def test_every_one_can_be_a_symbol_also_where_the_class_looks_like_a_year(procedure, unit, jrwa_class):
    found = list(islice(usual_symbols(procedure, unit, jrwa_class), 5))
    assert len(set(found)) == 5
    assert all(map(is_series_symbol, found))
