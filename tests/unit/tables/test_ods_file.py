"""A table as a spreadsheet, read back by odfdo, which did not write it."""

from czest.qms.tables import ods_file
from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
from czest.qms.tables.table import writable
import datetime
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies
import io
from lxml import etree
import odfdo
import pytest
import re
from support.tables import COLUMNS
from support.tables import HOSTILE
from support.tables import LIST
from support.tables import TABLES
from support.tables import written
import time
import zipfile


def opened(table):
    return odfdo.Document(io.BytesIO(written(ods_file.write, table)))


def sheet_of(document):
    (sheet,) = document.body.get_tables()
    return sheet


def part(table, name):
    with zipfile.ZipFile(io.BytesIO(written(ods_file.write, table))) as package:
        return etree.fromstring(package.read(name))


def names(root):
    return {prefix: uri for prefix, uri in root.nsmap.items() if prefix}


def found(root, path):
    return root.xpath(path, namespaces=names(root))


def test_the_sheet_of_a_list():
    sheet = sheet_of(opened(LIST))
    assert sheet.name == "Wykaz dokumentów"
    assert [sheet.get_row_values(number) for number in range(sheet.height)] == [
        ["Wykaz dokumentów", None, None, None],
        ["Urząd Miasta", None, None, None],
        ["Stan na 30 listopada 2026 r.", None, None, None],
        [None, None, None, None],
        ["Symbol", "Obowiązuje od", "Liczba stron", "=Tytuł\ufffd"],
        ["PS-01", datetime.date(2026, 11, 24), 12, 'Skargi; wnioski i "petycje"'],
        ["PS-02", None, Decimal("0.50"), "=1+1"],
        ["0140", None, -3, None],
        [None, None, None, None],
        ["3 dokumenty", None, None, None],
    ]


def test_cells_have_types_and_no_formula():
    content = part(LIST, "content.xml")
    types = found(content, "//table:table-header-rows/following-sibling::*[1]/*/@office:value-type")
    assert types == ["string", "date", "float", "string"]
    assert found(content, "//@table:formula") == []


def test_the_head_of_the_table_alone_is_repeated_on_every_printed_page():
    content = part(LIST, "content.xml")
    repeated = found(content, "//table:table-header-rows/table:table-row/table:table-cell/text:p/text()")
    assert repeated == ["Symbol", "Obowiązuje od", "Liczba stron", "=Tytuł\ufffd"]


def test_columns_are_as_wide_as_they_say():
    content = part(LIST, "content.xml")
    styles = found(content, "//table:table-column/@table:style-name")
    widths = [found(content, f"//style:style[@style:name='{style}']/*/@style:column-width")[0] for style in styles]
    assert widths == ["30mm", "30mm", "30mm", "80mm"]


def test_it_is_printed_on_a4_across():
    styles, content = part(LIST, "styles.xml"), part(LIST, "content.xml")
    (style,) = found(content, "//table:table/@table:style-name")
    (page,) = found(content, f"//style:style[@style:name='{style}']/@style:master-page-name")
    (layout,) = found(styles, f"//style:master-page[@style:name='{page}']/@style:page-layout-name")
    (properties,) = found(styles, f"//style:page-layout[@style:name='{layout}']/style:page-layout-properties")
    told = {etree.QName(key).localname: value for key, value in properties.attrib.items()}
    assert (told["page-width"], told["page-height"], told["print-orientation"]) == ("297mm", "210mm", "landscape")


@pytest.mark.parametrize(("code", "country"), [("pl", "PL"), ("en", "none"), ("en-gb", "GB")])
def test_title_language_and_day_are_told(code, country):
    table = Table("Wykaz", COLUMNS, (), day=datetime.date(2026, 11, 30), language=code)
    meta = opened(table).meta
    assert (meta.title, meta.language) == ("Wykaz", code)
    assert meta.date == datetime.datetime(2026, 11, 30)
    words = found(part(table, "styles.xml"), "//style:default-style/style:text-properties")[0]
    told = {etree.QName(key).localname: value for key, value in words.attrib.items()}
    assert (told["language"], told["country"]) == (code[:2], country)


def test_a_table_without_a_day_tells_none():
    assert opened(Table("Wykaz", COLUMNS, ())).meta.date is None


def test_the_package_begins_with_its_kind():
    data = written(ods_file.write, LIST)
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    assert data[30 : 38 + len(kind)] == b"mimetype" + kind
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        listed = etree.fromstring(package.read("META-INF/manifest.xml"))
        paths = set(found(listed, "//@manifest:full-path"))
        assert {"mimetype", "META-INF/manifest.xml", *paths} == {"/", *package.namelist()}


def test_the_same_table_gives_the_same_bytes(monkeypatch):
    before = written(ods_file.write, LIST)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_seconds: time.gmtime(2_000_000_000))
    assert written(ods_file.write, LIST) == before


@pytest.mark.parametrize(
    ("title", "name"),
    [("Wykaz [2026/11]: 'wszystkie'", "Wykaz  2026 11    wszystkie"), ("?", "1"), ("w" * 40, "w" * 31)],
)
def test_the_sheet_has_a_name_that_programs_accept(title, name):
    assert sheet_of(opened(Table(title, COLUMNS, ()))).name == name


def as_read(text):
    """Return a text as a spreadsheet has it: lines parted by one sign."""
    return re.sub("\r\n|\r", "\n", writable(text))


@given(TABLES)
def test_every_value_is_given_back(table):
    sheet = sheet_of(opened(table))
    values = [sheet.get_row_values(number) for number in range(sheet.height)]
    assert len(values) == 3 + len(table.head) + len(table.rows) + (1 + len(table.foot) if table.foot else 0)
    first = 3 + len(table.head)
    for row, read in zip(table.rows, values[first:], strict=False):
        expected = [as_read(value) if isinstance(value, str) else value for value in row]
        assert read == expected


@given(strategies.lists(HOSTILE, min_size=1, max_size=3))
def test_lines_above_and_under_are_given_back(lines):
    table = Table("Wykaz", (Column("a", "A"),), (), head=tuple(lines), foot=tuple(lines))
    sheet = sheet_of(opened(table))
    values = [sheet.get_row_values(number)[0] or "" for number in range(sheet.height)]
    assert values == ["Wykaz", *map(as_read, lines), "", "A", "", *map(as_read, lines)]
