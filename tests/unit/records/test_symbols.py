"""Symbols of series and records."""

from czest.qms.records.rules import symbols
from czest.qms.records.rules.symbols import RecordSymbol
from hypothesis import given
from hypothesis import strategies as st
import pytest


SERIES = st.sampled_from(["Z-PS04", "Z-AR", "OKZ", "R-RYZ", "Z", "Z-2"])
NUMBERS = st.from_regex("[A-Z0-9]{0,6}", fullmatch=True)
SYMBOLS = st.builds(RecordSymbol, SERIES, st.integers(1900, 2099), NUMBERS)


@pytest.mark.parametrize(
    ("text", "symbol", "address"),
    [
        ("Z-PS04-2026/07", RecordSymbol("Z-PS04", 2026, "07"), "2026-07"),
        ("Z-AR-2026/1", RecordSymbol("Z-AR", 2026, "1"), "2026-1"),
        ("Z-PS03-2026/A", RecordSymbol("Z-PS03", 2026, "A"), "2026-A"),
        ("Z-PS05-2025", RecordSymbol("Z-PS05", 2025), "2025"),
        ("R-RYZ-2026", RecordSymbol("R-RYZ", 2026), "2026"),
        ("OKZ-2025", RecordSymbol("OKZ", 2025), "2025"),
        ("Z-ISO-2026", RecordSymbol("Z-ISO", 2026), "2026"),
        ("Z-FE01-2026/12", RecordSymbol("Z-FE01", 2026, "12"), "2026-12"),
    ],
)
def test_symbols_of_the_demo(text, symbol, address):
    assert symbols.parse(text) == symbol
    assert str(symbol) == text
    assert symbols.is_record_symbol(text)
    assert symbols.address_of(text, symbol.series) == address


def test_a_record_with_the_symbol_of_another_series_has_it_whole_as_its_address():
    assert symbols.address_of("OKZ-2025", "Z-KZ") == "OKZ-2025"
    assert symbols.address_of("Z-AR-2026/1", "Z") == "Z-AR-2026-1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Z-PS04",
        "2026/07",
        "z-ps04-2026/07",
        "Z-PS04-2026/",
        "Z-PS04-2026/7/8",
        "Z-PS04-2026-07",
        "Z-PS04/2026/07",
        "Z-PS04-0026/07",
        "Z-PS04-2026/a",
        "Z-PS04-2026/1234567",
        "Z-AR-2025-2026/1",
        "Z--AR-2026/1",
        "Z-AR-2026/1\n",
        f"{'Z' * 31}-2026/1",
    ],
)
def test_other_texts_are_no_symbols_of_records(text):
    assert not symbols.is_record_symbol(text)
    with pytest.raises(ValueError):
        symbols.parse(text)


@pytest.mark.parametrize("text", ["Z-PS04", "OKZ", "Z-FE-EFS01", "Z-ŁÓ", "Z" * 30])
def test_symbols_of_series(text):
    assert symbols.is_series_symbol(text)


@pytest.mark.parametrize("text", ["", "z-ps04", "4Z", "Z-", "-Z", "Z/1", "Z-2026", "Z-1234-X", "Z" * 31, "Z 1", "Z\n"])
def test_other_texts_are_no_symbols_of_series(text):
    assert not symbols.is_series_symbol(text)


@given(SYMBOLS)
def test_a_symbol_is_read_as_it_is_written(symbol):
    assert symbols.parse(str(symbol)) == symbol


@given(SYMBOLS, SYMBOLS, SERIES)
def test_two_symbols_never_share_an_address(first, second, series):
    addresses = {symbols.address_of(str(symbol), series) for symbol in (first, second)}
    assert len(addresses) == len({first, second})


def test_the_first_of_a_year():
    assert symbols.next_free("Z-PS04", 2026, set()) == ("Z-PS04-2026/01", 1)
    assert symbols.next_free("Z-PS04", 2026, set(), last=99) == ("Z-PS04-2026/100", 100)


@pytest.mark.parametrize(
    ("symbol", "taken", "is_taken"),
    [
        ("Z-AR-2026/01", {"Z-AR-2026/1"}, True),
        ("Z-AR-2026/1", {"Z-AR-2026/001"}, True),
        ("Z-AR-2026/1", {"Z-AR-2026/10", "Z-AR-2025/1", "Z-PS04-2026/1", "Z-AR-2026"}, False),
        ("Z-AR-2026/A", {"Z-AR-2026/A"}, True),
        ("Z-AR-2026/A", {"Z-AR-2026/0A"}, False),
        ("Z-AR-2026", {"Z-AR-2026"}, True),
        ("Z-AR-2026", {"Z-AR-2026/1"}, False),
        ("Z-AR-2026/0", {"Z-AR-2026/00"}, True),
    ],
)
def test_a_number_is_taken_however_it_is_written(symbol, taken, is_taken):
    assert symbols.is_taken(symbol, taken) is is_taken


@given(st.sets(st.tuples(st.integers(1, 20), st.sampled_from(["01", "02", "03"]))), st.integers(0, 20))
def test_next_free_is_the_first_unused_number_after_the_last(used, last):
    taken = {f"Z-AR-2026/{number:{width}}" for number, width in used}
    symbol, number = symbols.next_free("Z-AR", 2026, taken, last)
    numbers = {used_number for used_number, _ in used}
    assert symbol == f"Z-AR-2026/{number:02}"
    assert number > last
    assert number not in numbers
    assert all(between in numbers for between in range(last + 1, number))
