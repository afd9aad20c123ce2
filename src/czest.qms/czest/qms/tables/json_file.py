"""A table as JSON: what it is, its columns, and one object a row."""

from czest.qms.tables.table import writable
import datetime
from decimal import Decimal
import json


def write(table, file):
    """Write an object with ``title language day head columns items items_total foot``.

    A day is ``YYYY-MM-DD``, a Decimal is a text with a point, no value is null; keys of ``items`` are those of the
    columns.

    Parameters:
        table: a Table.
        file: binary file open for writing.

    Raises:
        ValueError, TypeError: see ``Table.records``.
    """
    keys = [column.key for column in table.columns]
    about = {
        "title": writable(table.title),
        "language": table.language,
        "day": _plain(table.day),
        "head": [writable(line) for line in table.head],
        "columns": [
            {"key": column.key, "title": writable(column.head), "kind": column.kind} for column in table.columns
        ],
    }
    file.write(_encoded(about)[:-1] + b', "items": [')
    total = 0
    for record in table.records():
        item = {key: _plain(value) for key, value in zip(keys, record, strict=True)}
        file.write((b",\n" if total else b"\n") + _encoded(item))
        total += 1
    rest = {"items_total": total, "foot": [writable(line) for line in table.foot]}
    file.write(b"\n], " + _encoded(rest)[1:] + b"\n")


def _encoded(value):
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def _plain(value):
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else value
