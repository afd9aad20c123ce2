"""Thousands of catalog rows of series and records that exist nowhere but in the catalog, and their register by hand."""

from collections import Counter
from czest.qms.language.collation import natural_key
from czest.qms.language.collation import sort_key
from czest.qms.records.rules.parameters import SCOPES
import dataclasses
import random
from support.register.brute_force import ABOVE
from support.register.brute_force import BELOW
from support.register.synthetic import READERS
from support.register.synthetic import TITLES
from support.register.synthetic import UNITS
from support.register.synthetic import WORDS


STATES = ("open", "filed", "filed", "filed", "disposal_pending", "disposed", "transferred")
CATEGORIES = ("A", "B5", "B10", "BE5", "Bc")
CLASSES = tuple(f"0{number}" for number in range(100, 180))
TODAY = "2026-11-25"


@dataclasses.dataclass
class SeriesRow:
    """One series to be catalogued."""

    UID: str
    symbol: str
    allowedRolesAndUsers: list
    portal_type: str = "RecordSeries"
    review_state: str = "open"
    owner_unit: str = "OR"

    @property
    def Title(self):
        return f"Seria {self.symbol}"

    @property
    def sort_symbol(self):
        return natural_key(self.symbol)

    @property
    def path(self):
        return f"/plone/zapisy/{self.symbol}"

    def getPhysicalPath(self):
        return tuple(self.path.split("/"))


@dataclasses.dataclass
class RecordRow:
    """One record to be catalogued."""

    UID: str
    symbol: str
    series: SeriesRow
    review_state: str
    allowedRolesAndUsers: list
    Title: str
    owner_unit: str
    jrwa_class: str
    archival_category: str
    case_sign: str
    record_year: int
    closed_on: str
    held_until: str
    portal_type: str = "Record"
    openness: str = "internal"
    created_on: str = ""
    disposable_from: str = ""

    @property
    def record_series(self):
        return self.series.UID

    @property
    def sort_symbol(self):
        return natural_key(self.symbol)

    @property
    def sort_title(self):
        return sort_key(self.Title)

    @property
    def retention_until(self):
        return f"{int(self.closed_on[:4]) + 5}-12-31" if self.closed_on else ""

    @property
    def SearchableText(self):
        return f"{self.symbol} {self.Title} {self.case_sign}"

    @property
    def path(self):
        return f"{self.series.path}/{self.symbol.removeprefix(self.series.symbol + '-').replace('/', '-')}"

    def getPhysicalPath(self):
        return tuple(self.path.split("/"))


def series_rows(count, seed):
    """Return ``count`` series, the same for the same seed."""
    choose = random.Random(seed)
    return [
        SeriesRow(f"series-{number}", f"Z-S{number}", ["Quality Officer", *choose.choice(READERS)])
        for number in range(count)
    ]


def record_rows(series, count, seed):
    """Return ``count`` records of the series, the same for the same seed."""
    choose = random.Random(seed)
    return [record_row(number, choose.choice(series), choose) for number in range(count)]


def record_row(number, series, choose):
    year = choose.randint(2015, 2026)
    state = choose.choice(STATES)
    return RecordRow(
        UID=f"record-{number}",
        symbol=f"{series.symbol}-{year}/{number:02}",
        series=series,
        review_state=state,
        allowedRolesAndUsers=list(series.allowedRolesAndUsers),
        Title=f"{choose.choice(TITLES)} {choose.choice(WORDS)} {number % 50}",
        owner_unit=choose.choice(UNITS),
        jrwa_class=choose.choice(CLASSES),
        archival_category=choose.choice(CATEGORIES),
        case_sign=choose.choice(("", f"OR.0142.{number}.{year}")),
        record_year=year,
        closed_on="" if state == "open" else f"{year}-{choose.randint(1, 12):02d}-01",
        held_until=choose.choice(("", "", "", "2026-11-24", TODAY, "2031-12-31", "9999-12-31")),
    )


class RecordsBruteForce:
    """Answers one question of one person from a list of rows."""

    VALUES = {
        "series": lambda row: row.series.symbol,
        "unit": lambda row: row.owner_unit,
        "jrwa_class": lambda row: row.jrwa_class,
        "category": lambda row: row.archival_category,
        "year": lambda row: str(row.record_year),
        "held": lambda row: "yes" if row.held_until >= TODAY else "",
        "state": lambda row: row.review_state,
    }
    ORDERS = {
        "symbol": "sort_symbol",
        "title": "sort_title",
        "category": "archival_category",
        "state": "review_state",
    }

    def __init__(self, parameters, person, rows):
        self.parameters = parameters
        self.rows = [row for row in rows if person.sees(row)]

    def fits(self, row, but=None):
        if self.parameters.query and self.parameters.query not in row.Title.split():
            return False
        return all(
            self.VALUES[name](row) in self.accepted(name, values)
            for name, values in self.parameters.filters.items()
            if name != but
        )

    def accepted(self, name, values):
        return set(values) if name != "unit" else set().union(*(BELOW.get(value, {value}) for value in values))

    def answers(self, scope=None, but=None):
        states = SCOPES[scope or self.parameters.scope]
        return [row for row in self.rows if row.review_state in states and self.fits(row, but)]

    def page(self):
        """Return the symbols of the page."""
        attribute = self.ORDERS.get(self.parameters.sort, self.parameters.sort)
        by_symbol = sorted(self.answers(), key=lambda row: row.sort_symbol)
        with_value = [row for row in by_symbol if getattr(row, attribute)]
        with_value.sort(key=lambda row: getattr(row, attribute), reverse=self.parameters.descending)
        rows = with_value + [row for row in by_symbol if not getattr(row, attribute)]
        start = self.parameters.start
        return [row.symbol for row in rows[start : start + self.parameters.size]]

    def facets(self):
        found = {}
        for name, value_of in self.VALUES.items():
            values = [value_of(row) for row in self.answers(but=name)]
            if name == "unit":
                values = [above for value in values for above in ABOVE.get(value, [value])]
            found[name] = dict(Counter(value for value in values if value))
        return found
