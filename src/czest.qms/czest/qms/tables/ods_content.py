"""The sheet itself: content.xml of a spreadsheet, row by row."""

from czest.qms.tables.ods_parts import element
from czest.qms.tables.ods_parts import name
from czest.qms.tables.ods_parts import NAMESPACES
from czest.qms.tables.ods_parts import PAGE
from czest.qms.tables.ods_parts import VERSION
from czest.qms.tables.table import writable
import datetime
from functools import cache
from lxml import etree
import re


#: Names are asked for in every cell.
_named = cache(name)

#: Kind of a column → style of its cells.
STYLES = {"text": "cell", "date": "day", "number": "number"}

#: What a sheet may not be called in any of the programs that open it, and the longest name.
_NOT_IN_NAMES = re.compile(r"[\[\]*?:/\\']|\s+")
_LONGEST_NAME = 31

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
#: Tabs and spaces that would be taken for one space, or for none at the ends.
_SPACING = re.compile(r"\t|^ +|  +| +$")


def write_content(table, file):
    """Write the part.

    Parameters:
        table: a Table.
        file: binary file open for writing.

    Raises:
        ValueError, TypeError: see ``Table.records``.
    """
    with etree.xmlfile(file, encoding="utf-8") as out:
        out.write_declaration()
        with out.element(_named("office:document-content"), {_named("office:version"): VERSION}, nsmap=NAMESPACES):
            out.write(_styles(table.columns))
            with (
                out.element(_named("office:body")),
                out.element(_named("office:spreadsheet")),
                out.element(_named("table:table"), _sheet(table)),
            ):
                _write_rows(table, out)


def _sheet(table):
    title = _NOT_IN_NAMES.sub(" ", writable(table.title))[:_LONGEST_NAME].strip()
    return {_named("table:name"): title or "1", name("table:style-name"): "sheet"}


def _write_rows(table, out):
    for number, _column in enumerate(table.columns):
        _write_empty(out, "table:table-column", {_named("table:style-name"): f"column-{number}"})
    _write_line(out, table.title, "title")
    for line in table.head:
        _write_line(out, line, "line")
    _write_line(out, "", "line")
    with out.element(_named("table:table-header-rows")), out.element(_named("table:table-row")):
        for column in table.columns:
            _write_cell(out, writable(column.head), "head")
    for record in table.records():
        with out.element(_named("table:table-row")):
            for column, value in zip(table.columns, record, strict=True):
                _write_cell(out, value, STYLES[column.kind])
    if table.foot:
        _write_line(out, "", "line")
    for line in table.foot:
        _write_line(out, line, "line")


def _write_line(out, line, style):
    with out.element(_named("table:table-row")):
        _write_cell(out, writable(line) or None, style)


def _write_cell(out, value, style):
    """Write a cell with its value as a day, a number or a text, never a formula."""
    with out.element(_named("table:table-cell"), {_named("table:style-name"): style, **_typed(value)}):
        for paragraph in _LINE_BREAK.split(str(value)) if value is not None else ():
            with out.element(_named("text:p")):
                _write_paragraph(out, paragraph)


def _typed(value):
    if value is None:
        return {}
    if isinstance(value, str):
        return {_named("office:value-type"): "string"}
    if isinstance(value, datetime.date):
        return {_named("office:value-type"): "date", _named("office:date-value"): value.isoformat()}
    return {_named("office:value-type"): "float", _named("office:value"): f"{value:f}"}


def _write_paragraph(out, text):
    done = 0
    for spacing in _SPACING.finditer(text):
        out.write(text[done : spacing.start()])
        done = spacing.end()
        if spacing[0] == "\t":
            _write_empty(out, "text:tab")
        else:
            _write_empty(out, "text:s", {_named("text:c"): str(len(spacing[0]))})
    out.write(text[done:])


def _write_empty(out, prefixed, attributes=()):
    with out.element(_named(prefixed), dict(attributes)):
        pass


def _styles(columns):
    """Return the styles of the sheet, its columns and its cells."""
    return element(
        "office:automatic-styles",
        element(
            "number:date-style",
            element("number:year", number__style="long"),
            element("number:text", "-"),
            element("number:month", number__style="long"),
            element("number:text", "-"),
            element("number:day", number__style="long"),
            style__name="iso-day",
        ),
        _style("sheet", "table", element("style:table-properties", table__display="true"), page=PAGE),
        *(
            _style(
                f"column-{number}",
                "table-column",
                element("style:table-column-properties", style__column_width=f"{column.width}mm"),
            )
            for number, column in enumerate(columns)
        ),
        _style("title", "table-cell", element("style:text-properties", fo__font_size="14pt", fo__font_weight="bold")),
        _style("line", "table-cell"),
        _style(
            "head",
            "table-cell",
            _cell(fo__background_color="#e8ecf0"),
            element("style:text-properties", fo__font_weight="bold"),
        ),
        _style("cell", "table-cell", _cell()),
        _style("day", "table-cell", _cell(), data="iso-day"),
        _style("number", "table-cell", _cell()),
    )


def _style(style_name, family, *properties, page=None, data=None):
    attributes = {"style__name": style_name, "style__family": family}
    if page:
        attributes["style__master_page_name"] = page
    if data:
        attributes["style__data_style_name"] = data
    return element("style:style", *properties, **attributes)


def _cell(**attributes):
    return element(
        "style:table-cell-properties",
        fo__border="0.5pt solid #717e8b",
        fo__wrap_option="wrap",
        style__vertical_align="top",
        **attributes,
    )
