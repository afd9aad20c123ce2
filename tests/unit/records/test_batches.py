"""Tables of records: what is read of them, and what is not."""

import csv
from czest.qms.classification.rules.files import decoded
from czest.qms.records.rules.batches import COLUMNS
from czest.qms.records.rules.batches import COLUMNS_ANYWHERE
from czest.qms.records.rules.batches import file_key
from czest.qms.records.rules.batches import left_over
from czest.qms.records.rules.batches import MOST_ROWS
from czest.qms.records.rules.batches import read
from czest.qms.records.rules.batches import template
from czest.qms.records.rules.cells import BOOLEAN
from czest.qms.records.rules.cells import DATE
from czest.qms.records.rules.cells import DECIMAL
from czest.qms.records.rules.cells import INTEGER
from czest.qms.records.rules.cells import LINES
from czest.qms.records.rules.cells import value_of
from czest.qms.tables.csv_file import guarded
import datetime
from hypothesis import given
from hypothesis import strategies as st
import io
import pytest


TYPED = {**COLUMNS, "minutes": ("minutes", INTEGER)}


def table(*lines):
    return "\r\n".join(lines)


def problems(sheet):
    return [(fault.row, fault.column, fault.problem) for fault in sheet.faults]


def of_rows(sheet):
    return [(fault.row, fault.column, fault.problem) for row in sheet.rows for fault in row.faults]


def test_a_row_is_read_by_its_headings():
    text = table(
        "tytul;data_zakonczenia;pliki;minutes",
        'Protokół;2024-05-06;"a.pdf | b.pdf";40',
    )
    (row,) = read(text, TYPED).rows
    assert row.number == 2
    assert row.values == {"title": "Protokół", "closed_on": "2024-05-06", "minutes": 40}
    assert row.files == ("a.pdf", "b.pdf")
    assert row.faults == ()


def test_headings_may_be_capital_spelled_with_polish_letters_or_in_other_order():
    (row,) = read(table("Plik,TYTUŁ", "a.txt,Nota"), COLUMNS).rows
    assert (row.values, row.files) == ({"title": "Nota"}, ("a.txt",))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("tytul", "empty"),
        ("tytul;symbol\r\n;\r\n", "empty"),
        ("tytul\r\na\0b", "nul"),
        ('tytul\r\n"a', "unreadable"),
        ("znak_sprawy\r\nA", "missing_column"),
        ("tytul;tytul\r\nA;B", "repeated_column"),
        ("tytul;tytuł\r\nA;B", "repeated_column"),
        ("tytul;kolor\r\nA;B", "unknown_column"),
        ("tytul;seria\r\nA;B", "unknown_column"),
        ("tytul\r\n" + "A\r\n" * (MOST_ROWS + 1), "too_many_rows"),
    ],
)
def test_what_is_wrong_with_a_table(text, problem):
    sheet = read(text, COLUMNS)
    assert problem in [fault.problem for fault in sheet.faults]
    assert sheet.rows == ()


def test_as_many_rows_as_are_allowed():
    assert len(read("tytul\r\n" + "A\r\n" * MOST_ROWS, COLUMNS).rows) == MOST_ROWS


#: A column and another after it, so that the title, which every table has, is there once.
COLUMN_AND_TITLE = {column: (column, "tytul" if column != "tytul" else "symbol") for column in TYPED}


@pytest.mark.parametrize(
    ("column", "cell", "problem"),
    [
        ("tytul", '=HYPERLINK("x")', "formula"),
        ("tytul", "@SUM(A1)", "formula"),
        ("tytul", "+48 11", "formula"),
        ("data", "2024-02-30", "bad_date"),
        ("data", "6 maja 2024", "bad_date"),
        ("data", "２０２４-01-01", "bad_date"),
        ("minutes", "1,5", "bad_integer"),
        ("minutes", "٣", "bad_integer"),
        ("minutes", "9" * 31, "bad_integer"),
    ],
)
def test_what_is_wrong_with_a_cell(column, cell, problem):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([["co_dokumentuje", *COLUMN_AND_TITLE[column]], ["x", cell, "A"]])
    assert of_rows(read(text.getvalue(), TYPED)) == [(2, column, problem)]


def test_negative_numbers_are_no_formulas():
    assert value_of(INTEGER, "-5") == -5


def test_a_text_guarded_against_formulas_is_the_text():
    assert value_of(0, guarded("=1+1")) == "=1+1"


def test_rows_with_one_symbol():
    sheet = read(table("tytul;symbol", "A;Z-1", "B;Z-2", "C;Z-1", "D;"), COLUMNS)
    assert of_rows(sheet) == [(4, "symbol", "repeated_symbol")]


def test_too_many_cells():
    assert of_rows(read(table("tytul;symbol", "A;;B"), COLUMNS)) == [(2, "", "too_many_cells")]


def test_files_are_found_whatever_the_letters_and_folders():
    assert file_key("skany\\Zażółć.PDF") == file_key("zaz\u0307o\u0301łc\u0301.pdf")
    rows = read(table("tytul;pliki", "A;A.pdf"), COLUMNS).rows
    assert left_over(rows, ["skany/a.PDF", "b.pdf"]) == ["b.pdf"]


def test_the_template_is_read_back():
    columns = {**COLUMNS, **COLUMNS_ANYWHERE}
    assert problems(read(template(columns), columns)) == [(0, "", "empty")]


cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        text = decoded(data)
    except UnicodeDecodeError:
        return
    sheet = read(text, TYPED)
    assert not (sheet.faults and sheet.rows)
    for row in sheet.rows:
        assert set(row.values) <= {field for field, _kind in TYPED.values()}


@given(st.lists(st.lists(cells, min_size=1, max_size=12), max_size=8), st.permutations(sorted(TYPED)))
def test_any_cells_under_our_headings(lines, headings):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([headings, *lines])
    sheet = read(out.getvalue(), TYPED)
    for row in sheet.rows:
        for name in ("created_on", "closed_on"):
            if name in row.values:
                assert datetime.date.fromisoformat(row.values[name])
        faulty = {fault.column for fault in row.faults}
        assert not {TYPED[column][0] for column in faulty if column} & set(row.values) or "symbol" in faulty


@given(st.integers())
def test_numbers(number):
    written = str(number)
    if len(written) <= 30:
        assert value_of(INTEGER, written) == number


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (DECIMAL, "12,50", "12.50"),
        (DECIMAL, "-3", "-3"),
        (BOOLEAN, "Tak", True),
        (BOOLEAN, "nie", False),
        (LINES, "jedno | drugie |", ["jedno", "drugie"]),
    ],
)
def test_cells_are_read_by_the_kind_of_the_field(kind, written, value):
    assert value_of(kind, written) == value


@pytest.mark.parametrize(
    ("kind", "written", "problem"),
    [
        (DECIMAL, "1,2,3", "bad_decimal"),
        (DECIMAL, "dużo", "bad_decimal"),
        (INTEGER, "4,5", "bad_integer"),
        (BOOLEAN, "może", "bad_boolean"),
    ],
)
def test_a_cell_of_another_kind_is_named(kind, written, problem):
    with pytest.raises(ValueError, match=problem):
        value_of(kind, written)


def test_days_are_read_as_offices_write_them_too():
    assert value_of(DATE, "6.05.2024") == "2024-05-06"
