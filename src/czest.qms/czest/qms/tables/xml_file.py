"""A table as XML: ``table`` with ``title``, ``head``, ``columns``, ``rows`` and ``foot``; cells bear the keys of columns."""

from czest.qms.tables.table import writable
from decimal import Decimal
from lxml import etree


_XML = "http://www.w3.org/XML/1998/namespace"


def write(table, file):
    """Write the elements that docs/reference/tables.md describes; a cell without a value has no element.

    Parameters:
        table: a Table.
        file: binary file open for writing.

    Raises:
        ValueError, TypeError: see ``Table.records``.
    """
    about = {f"{{{_XML}}}lang": table.language, **({"day": table.day.isoformat()} if table.day else {})}
    with etree.xmlfile(file, encoding="utf-8") as out:
        out.write_declaration()
        with out.element("table", about, nsmap={"xml": _XML}):
            _element(out, "title", table.title)
            _lines(out, "head", table.head)
            with out.element("columns"):
                for column in table.columns:
                    _element(out, "column", column.head, key=column.key, kind=column.kind)
            with out.element("rows"):
                for record in table.records():
                    _row(out, table.columns, record)
            _lines(out, "foot", table.foot)


def _row(out, columns, record):
    with out.element("row"):
        for column, value in zip(columns, record, strict=True):
            if value is not None:
                _element(out, column.key, f"{value:f}" if isinstance(value, Decimal) else str(value))
    out.write("\n")


def _lines(out, name, lines):
    with out.element(name):
        for line in lines:
            _element(out, "line", line)


def _element(out, name, text, **attributes):
    with out.element(name, attributes):
        out.write(writable(text))
