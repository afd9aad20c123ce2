"""The full years of keeping as a row: which years stand together, and where days and holds lie on it.

The row begins with the year in which the case ended, goes on with the full years, and ends with the year from which
the records may be disposed of, appraised or transferred. Places and widths are in percent of its width.
"""

from czest.qms.records.rules.retention import holds_in_force
from dataclasses import dataclass
import datetime


#: As many fields as words fit into: longer rows have several years in each.
MOST_FIELDS = 13

WHOLE = 100.0


@dataclass(frozen=True)
class Field:
    """Full years that stand together.

    Attributes:
        first, last: calendar years.
        numbers: place of the first and of the last among the full years, from 1.
        left, width: place and width, in percent.
        is_held: whether a hold in force reaches into them.
        is_over: whether all of them have passed.
    """

    first: int
    last: int
    numbers: tuple
    left: float
    width: float
    is_held: bool
    is_over: bool


@dataclass(frozen=True)
class Bar:
    """A hold on the row.

    Attributes:
        left, width: place and width, in percent.
        until: last day, None for a hold without an end.
    """

    left: float
    width: float
    until: datetime.date | None


@dataclass(frozen=True)
class Row:
    """The row of one record.

    Attributes:
        fields: the full years, a tuple of ``Field``.
        edge: width of the first and of the last field, in percent: each is a single year, as wide as the fields between.
        closed: place of the day on which the case ended.
        today: place of the day on which this is asked.
        bars: the holds in force, a tuple of ``Bar``.
    """

    fields: tuple
    edge: float
    closed: float
    today: float
    bars: tuple


@dataclass(frozen=True)
class Scale:
    """Where a day lies on the row.

    Attributes:
        first: the year in which the case ended.
        count: number of full years.
        together: full years in one field.
    """

    first: int
    count: int
    together: int

    @property
    def unit(self):
        """Width of one full year, in percent."""
        return WHOLE / (self.count + 2 * self.together)

    def start_of(self, year):
        """Return the place of 1 January of a year; what lies outside the row is put at its ends."""
        after = year - self.first
        if after <= 0:
            return 0.0
        passed = self.together + min(after - 1, self.count) + (self.together if after > self.count + 1 else 0)
        return passed * self.unit

    def place(self, day):
        """Return the place of a day; one before the row is put at its beginning."""
        if day.year < self.first:
            return 0.0
        left = self.start_of(day.year)
        passed = (day - datetime.date(day.year, 1, 1)).days / 366
        return left + passed * (self.start_of(day.year + 1) - left)


def row_of(years, closed_on, day, holds=()):
    """Return the ``Row`` of a record.

    Parameters:
        years: what ``retention.years_of`` gave, at least one.
        closed_on: day on which the case ended.
        day: date in the office.
        holds: iterable of ``retention.Hold``.
    """
    together = -(-len(years) // MOST_FIELDS)
    scale = Scale(closed_on.year, len(years), together)
    groups = [years[start : start + together] for start in range(0, len(years), together)]
    return Row(
        fields=tuple(_field(group, scale, day) for group in groups),
        edge=together * scale.unit,
        closed=scale.place(closed_on),
        today=scale.place(day),
        bars=tuple(_bar(hold, scale) for hold in holds_in_force(holds, day)),
    )


def _field(group, scale, day):
    return Field(
        first=group[0].year,
        last=group[-1].year,
        numbers=(group[0].number, group[-1].number),
        left=scale.start_of(group[0].year),
        width=len(group) * scale.unit,
        is_held=any(year.is_held for year in group),
        is_over=group[-1].year < day.year,
    )


def _bar(hold, scale):
    left = scale.place(hold.since)
    right = WHOLE if hold.until is None else scale.place(hold.until)
    return Bar(left, max(0.0, right - left), hold.until)
