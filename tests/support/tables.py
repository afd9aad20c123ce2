"""Tables for the tests of files, hostile ones among them."""

from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
import datetime
from decimal import Decimal
from hypothesis import strategies
import io


COLUMNS = (
    Column("symbol", "Symbol"),
    Column("in_force_from", "Obowiązuje od", "date"),
    Column("pages", "Liczba stron", "number"),
    Column("title", "=Tytuł\x07", width=80),
)

#: Texts that are a danger to some file or program.
HOSTILE = strategies.lists(
    strategies.sampled_from(
        [
            "=cmd|' /C calc'!A0",
            '=HYPERLINK("http://example.org")',
            *"=+-@'\"\uff1d\uff20;,\t\r\n \xa0<>&ą",
            "\r\n",
            "\x00",
            "\x0b",
            "\x85",
            "\ud800",
            "\uffff",
            "\U0001f600",
            "]]>",
            "zażółć",
            "  ",
        ]
    )
    | strategies.text(max_size=3)
).map("".join)

ROWS = strategies.lists(
    strategies.tuples(
        strategies.none() | HOSTILE,
        strategies.none() | strategies.dates(),
        strategies.none()
        | strategies.integers(-(10**12), 10**12)
        | strategies.decimals(-(10**6), 10**6, places=2, allow_nan=False),
        strategies.none() | HOSTILE,
    ),
    max_size=5,
)

TABLES = strategies.builds(
    Table,
    title=HOSTILE,
    columns=strategies.just(COLUMNS),
    rows=ROWS,
    head=strategies.lists(HOSTILE, max_size=2).map(tuple),
    foot=strategies.lists(HOSTILE, max_size=2).map(tuple),
    day=strategies.none() | strategies.dates(),
)

LIST = Table(
    "Wykaz dokumentów",
    COLUMNS,
    (
        ("PS-01", datetime.date(2026, 11, 24), 12, 'Skargi; wnioski i "petycje"'),
        ("PS-02", None, Decimal("0.50"), "=1+1"),
        ("0140", None, -3, None),
    ),
    head=("Urząd Miasta", "Stan na 30 listopada 2026 r."),
    foot=("3 dokumenty",),
    day=datetime.date(2026, 11, 30),
)


def written(write, table):
    """Return the bytes of a file."""
    file = io.BytesIO()
    write(table, file)
    return file.getvalue()
