"""Rows of a list with the columns of § 9 ust. 4 of the regulation of 20.10.2015, and what they come to (ARCH-8)."""

from czest.qms.records.rules.case_signs import order
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Row:
    """One row, which stands for one record.

    Attributes:
        number: its place on the list (lp.), from 1; 0 before it has one.
        record: UID of the record.
        symbol: symbol of the record.
        case_sign: znak akt lub sprawy.
        signature: signature in the archive, or None where the list is made from nature (spis z natury).
        heading: the whole heading of the class in the JRWA.
        first_year, last_year: years between which its documents were made.
        units: number of archival units.
        files: number of its files.
        size: bytes of its files.
        remarks: free text.
    """

    record: str
    symbol: str
    case_sign: str
    heading: str
    first_year: int
    last_year: int
    signature: str | None = None
    units: int = 1
    files: int = 0
    size: int = 0
    remarks: str = ""
    number: int = 0

    @property
    def years(self):
        """The years as the list writes them: ``2019`` or ``2015–2016``."""
        return years_written(self.first_year, self.last_year)


@dataclass(frozen=True)
class Totals:
    """What rows come to.

    Attributes:
        rows, units, files: how many.
        size: bytes.
        first_year, last_year: the years they range over, None without rows.
    """

    rows: int = 0
    units: int = 0
    files: int = 0
    size: int = 0
    first_year: int | None = None
    last_year: int | None = None

    @property
    def megabytes(self):
        """Size in MB (1 000 000 bytes), rounded up to one tenth, so that what is there is never nothing."""
        return -(-self.size // 100_000) / 10

    @property
    def years(self):
        """The years as the list writes them, an empty string without rows."""
        return "" if self.first_year is None else years_written(self.first_year, self.last_year)


def years_written(first, last):
    """Return a range of years in the Polish way, with a dash, or the one year."""
    return f"{first}" if first == last else f"{first}–{last}"


def arranged(rows):
    """Return a tuple of the rows in the order of class, unit and case, numbered from 1."""
    ordered = sorted(rows, key=lambda row: (order(row.case_sign), row.symbol))
    return tuple(replace(row, number=number) for number, row in enumerate(ordered, start=1))


def totals_of(rows):
    """Return the ``Totals`` of an iterable of rows."""
    rows = tuple(rows)
    return Totals(
        rows=len(rows),
        units=sum(row.units for row in rows),
        files=sum(row.files for row in rows),
        size=sum(row.size for row in rows),
        first_year=min((row.first_year for row in rows), default=None),
        last_year=max((row.last_year for row in rows), default=None),
    )
