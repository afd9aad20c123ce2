"""Symbols of record series and of records, and the addresses made from them.

A record has a symbol for good: ``Z-PS04-2026/07`` is the seventh of its year in the series ``Z-PS04``. The officer or
the archivist may give one of the same form: ``Z-PS03-2026/A``, or ``OKZ-2025`` where one record a year is made.
"""

from dataclasses import dataclass
import re


_LETTERS = "A-ZĄĆĘŁŃÓŚŹŻ"
_SERIES = re.compile(rf"[{_LETTERS}][{_LETTERS}0-9]*(?:-[{_LETTERS}0-9]+)*")
_RECORD = re.compile(rf"(?P<series>{_SERIES.pattern})-(?P<year>(?:19|20)[0-9]{{2}})(?:/(?P<number>[A-Z0-9]{{1,6}}))?")
#: A part that would be taken for the year of a record.
_YEAR = re.compile(r"[0-9]{4}")

LONGEST_SERIES = 30


@dataclass(frozen=True)
class RecordSymbol:
    """A symbol of a record.

    Attributes:
        series: symbol of a series, not always the one in which the record lies.
        year: the year in which the record was made, or of which it tells.
        number: digits or letters, or an empty string where there is one record a year.
    """

    series: str
    year: int
    number: str = ""

    def __str__(self):
        return f"{self.series}-{self.year}/{self.number}" if self.number else f"{self.series}-{self.year}"


def is_series_symbol(text):
    """Whether a series may have this symbol: capital letters, digits and hyphens, and no part that is a year."""
    has_form = len(text) <= LONGEST_SERIES and _SERIES.fullmatch(text)
    return bool(has_form) and not any(_YEAR.fullmatch(part) for part in text.split("-"))


def parse(text):
    """Return the ``RecordSymbol`` written in ``text``.

    Raises:
        ValueError: the text is no symbol of a record.
    """
    found = _RECORD.fullmatch(text)
    if not found or not is_series_symbol(found["series"]):
        raise ValueError(text)
    return RecordSymbol(found["series"], int(found["year"]), found["number"] or "")


def is_record_symbol(text):
    """Whether ``text`` is a symbol that a record may have, allotted or given."""
    try:
        parse(text)
    except ValueError:
        return False
    return True


def compose(series, year, number):
    """Return the symbol with a number that is allotted: two digits at least."""
    return str(RecordSymbol(series, year, f"{number:02}"))


def is_taken(symbol, taken):
    """Whether a symbol was used before; ``…/7`` and ``…/07`` are one number.

    Parameters:
        symbol: symbol of a record.
        taken: container of all symbols that were ever used.
    """
    wanted = parse(symbol)
    if not wanted.number.isdigit():
        return symbol in taken
    number = str(int(wanted.number))
    alike = (number.zfill(width) for width in range(1, 7))
    return any(str(RecordSymbol(wanted.series, wanted.year, one)) in taken for one in alike)


def next_free(series, year, taken, last=0):
    """Return ``(symbol, number)``: the first number after ``last`` that was never used.

    Parameters:
        series: symbol of the series.
        year: the year in which the record was made.
        taken: container of all symbols that were ever used.
        last: the last number allotted in this series and year.
    """
    number = last + 1
    while is_taken(compose(series, year, number), taken):
        number += 1
    return compose(series, year, number), number


def address_of(symbol, series):
    """Return the last part of the address of a record: ``2026-07``, or the whole symbol where it is of another series.

    Parameters:
        symbol: symbol of the record.
        series: symbol of the series in which the record lies.
    """
    parsed = parse(symbol)
    rest = symbol.removeprefix(f"{series}-") if parsed.series == series else symbol
    return rest.replace("/", "-")
