"""A table as JSON and as XML, read back by other readers than wrote it."""

from czest.qms.tables import json_file
from czest.qms.tables import xml_file
from czest.qms.tables.table import writable
from decimal import Decimal
from hypothesis import given
import json
from support.tables import COLUMNS
from support.tables import LIST
from support.tables import TABLES
from support.tables import written
from xml.etree import ElementTree


KEYS = [column.key for column in COLUMNS]
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def in_json(value):
    if isinstance(value, str):
        return writable(value)
    return value if value is None or isinstance(value, int) else in_xml(value)


def in_xml(value):
    return format(value, "f") if isinstance(value, Decimal) else writable(str(value))


def test_json_of_a_list():
    assert json.loads(written(json_file.write, LIST)) == {
        "title": "Wykaz dokumentów",
        "language": "pl",
        "day": "2026-11-30",
        "head": ["Urząd Miasta", "Stan na 30 listopada 2026 r."],
        "columns": [
            {"key": "symbol", "title": "Symbol", "kind": "text"},
            {"key": "in_force_from", "title": "Obowiązuje od", "kind": "date"},
            {"key": "pages", "title": "Liczba stron", "kind": "number"},
            {"key": "title", "title": "=Tytuł\ufffd", "kind": "text"},
        ],
        "items": [
            {
                "symbol": "PS-01",
                "in_force_from": "2026-11-24",
                "pages": 12,
                "title": 'Skargi; wnioski i "petycje"',
            },
            {"symbol": "PS-02", "in_force_from": None, "pages": "0.50", "title": "=1+1"},
            {"symbol": "0140", "in_force_from": None, "pages": -3, "title": None},
        ],
        "items_total": 3,
        "foot": ["3 dokumenty"],
    }


@given(TABLES)
def test_json_gives_everything_back(table):
    found = json.loads(written(json_file.write, table))
    assert found["title"] == writable(table.title)
    assert found["head"] + found["foot"] == [writable(line) for line in table.head + table.foot]
    assert found["day"] == (table.day and table.day.isoformat())
    assert found["items"] == [dict(zip(KEYS, map(in_json, row), strict=True)) for row in table.rows]
    assert found["items_total"] == len(table.rows)


def test_xml_of_a_list():
    root = ElementTree.fromstring(written(xml_file.write, LIST))
    assert (root.tag, root.attrib) == ("table", {LANGUAGE: "pl", "day": "2026-11-30"})
    assert [part.tag for part in root] == ["title", "head", "columns", "rows", "foot"]
    assert root.findtext("title") == "Wykaz dokumentów"
    assert [column.attrib for column in root.findall("columns/column")] == [
        {"key": "symbol", "kind": "text"},
        {"key": "in_force_from", "kind": "date"},
        {"key": "pages", "kind": "number"},
        {"key": "title", "kind": "text"},
    ]
    assert [column.text for column in root.findall("columns/column")][1:3] == ["Obowiązuje od", "Liczba stron"]
    first = root.find("rows/row")
    assert [(cell.tag, cell.text) for cell in first] == [
        ("symbol", "PS-01"),
        ("in_force_from", "2026-11-24"),
        ("pages", "12"),
        ("title", 'Skargi; wnioski i "petycje"'),
    ]


@given(TABLES)
def test_xml_gives_everything_back(table):
    root = ElementTree.fromstring(written(xml_file.write, table))
    assert (root.findtext("title") or "") == writable(table.title)
    lines = [line.text or "" for line in root.findall("head/line") + root.findall("foot/line")]
    assert lines == [writable(line) for line in table.head + table.foot]
    assert root.get("day") == (table.day and table.day.isoformat())
    found = [[(cell.tag, cell.text or "") for cell in row] for row in root.findall("rows/row")]
    expected = [
        [(key, in_xml(value)) for key, value in zip(KEYS, row, strict=True) if value is not None] for row in table.rows
    ]
    assert found == expected
