"""What a table takes, and what it refuses."""

from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
from czest.qms.tables.table import writable
import datetime
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies
from lxml import etree
import pytest


COLUMNS = (Column("symbol", "Symbol"), Column("day", "Dzień", "date"), Column("pages", "Strony", "number"))


@pytest.mark.parametrize("key", ["", "Symbol", "owner unit", "1st", "_symbol", "xml_id", "ą", "a-b", "symbol\n"])
def test_a_key_names_an_element(key):
    with pytest.raises(ValueError):
        Column(key, "Symbol")


def test_there_is_no_other_kind():
    with pytest.raises(ValueError):
        Column("symbol", "Symbol", "formula")


def test_keys_differ():
    with pytest.raises(ValueError):
        Table("Wykaz", (Column("symbol", "Symbol"), Column("symbol", "Znak")), ())


@pytest.mark.parametrize("row", [(), ("PS-01", None), ("PS-01", None, 3, "more")])
def test_a_row_has_a_cell_for_each_column(row):
    with pytest.raises(ValueError):
        list(Table("Wykaz", COLUMNS, [row]).records())


@pytest.mark.parametrize(
    "row",
    [
        (1, None, None),
        ("PS-01", "2026-11-30", None),
        ("PS-01", datetime.datetime(2026, 11, 30, tzinfo=datetime.UTC), None),
        ("PS-01", None, "3"),
        ("PS-01", None, 3.5),
        ("PS-01", None, True),
    ],
)
def test_a_value_is_of_the_kind_of_its_column(row):
    with pytest.raises(TypeError):
        list(Table("Wykaz", COLUMNS, [row]).records())


def test_rows_may_come_one_by_one():
    rows = iter([("PS-01", datetime.date(2026, 11, 30), 3), (None, None, Decimal("2.50"))])
    records = Table("Wykaz", COLUMNS, rows).records()
    assert next(records) == ["PS-01", datetime.date(2026, 11, 30), 3]
    assert list(records) == [[None, None, Decimal("2.50")]]


def is_writable(character):
    try:
        etree.Element("a").text = character
    except (ValueError, UnicodeEncodeError):
        return False
    return True


def test_what_xml_cannot_hold_is_replaced_and_nothing_else():
    every = [chr(code) for code in (*range(0x300), *range(0xD700, 0xE100), *range(0xFD00, 0x10100), 0x10FFFF)]
    wrong = [character for character in every if writable(character) == character and not is_writable(character)]
    assert wrong == []
    lost = [
        character
        for character in every
        if writable(character) != character and is_writable(character) and character not in "\ufffe\uffff"
    ]
    assert lost == []
    assert writable("a\x00ą\ud800") == "a\ufffdą\ufffd"


@given(strategies.text())
def test_a_text_of_one_length_stays_so(text):
    assert len(writable(text)) == len(text)
