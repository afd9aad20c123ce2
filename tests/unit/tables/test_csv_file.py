"""A table as CSV, read back by Python's reader."""

import csv
from czest.qms.tables import csv_file
from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
from czest.qms.tables.table import writable
from decimal import Decimal
from hypothesis import given
import io
import pytest
import re
from support.tables import COLUMNS
from support.tables import HOSTILE
from support.tables import LIST
from support.tables import TABLES
from support.tables import written


#: Signs by which spreadsheets know a formula; the wide ones are taken for them where Japanese or Chinese is spoken.
FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20"


def read(data, delimiter=";"):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True))


def given_back(cell):
    """Return the text of a cell as a person would get it: without the apostrophe before a sign of a formula."""
    return re.sub(f"((?:^|[,;\t\r\n\"])\\s*'*)'(?=[{re.escape(FORMULA)}])", r"\1", cell)


def plain(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return writable(value)
    return format(value, "f").replace(".", ",") if isinstance(value, Decimal) else str(value)


def test_the_bytes():
    assert (
        written(csv_file.write, LIST)
        == (
            "\ufeff"
            '"Symbol";"Obowiązuje od";"Liczba stron";"\'=Tytuł\ufffd"\r\n'
            '"PS-01";"2026-11-24";"12";"Skargi; wnioski i ""petycje"""\r\n'
            '"PS-02";"";"0,50";"\'=1+1"\r\n'
            '"0140";"";"-3";""\r\n'
        ).encode()
    )


@given(TABLES)
def test_every_text_is_given_back(table):
    heads, *rows = read(written(csv_file.write, table))
    assert [given_back(head) for head in heads] == [writable(column.head) for column in COLUMNS]
    texts = [column.kind == "text" for column in COLUMNS]
    found = [[given_back(cell) if is_text else cell for cell, is_text in zip(row, texts, strict=True)] for row in rows]
    assert found == [[plain(value) for value in row] for row in table.rows]


@given(HOSTILE)
def test_no_spreadsheet_finds_a_formula_whatever_its_separator(text):
    data = written(csv_file.write, Table("Wykaz", (Column("a", "A"), Column("b", "B")), [("PS", text)]))
    lines = data.decode("utf-8-sig").removeprefix('"A";"B"\r\n')
    for separator in ";,\t":
        for row in csv.reader(io.StringIO(lines, newline=""), delimiter=separator):
            computed = [cell for cell in row if cell.lstrip()[:1] and cell.lstrip()[0] in FORMULA]
            assert computed == [], separator


@pytest.mark.parametrize("text", ["PS-01", "a - b", "1+1=2", "jan@example.org", "'cytat'", ""])
def test_ordinary_text_stays_as_it_is(text):
    assert csv_file.guarded(text) == text
