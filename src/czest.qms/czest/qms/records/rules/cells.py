"""One cell of a table of records: what is meant by the text that is written in it."""

import datetime
from decimal import Decimal
from decimal import InvalidOperation
import re


#: Kinds of cells.
TEXT, DATE, INTEGER, DECIMAL, BOOLEAN, LINES, FILES = range(7)

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POLISH_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_PARTS = re.compile(r"[|\n]")
#: What spreadsheets compute; an apostrophe before it, as ``tables.csv_file`` puts it, makes it text.
_FORMULA = re.compile("\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_GUARDED = re.compile("'('*\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20])")

_YES = ("tak", "t", "true", "1")
_NO = ("nie", "n", "false", "0")


def value_of(kind, written):
    """Return the plain value written in a cell: what JSON would hold of it.

    Parameters:
        kind: one of the kinds of this module.
        written: text of the cell, not empty.

    Raises:
        ValueError: with the identifier of the problem as its text.
    """
    if _FORMULA.match(written) and not _NUMBER.fullmatch(written):
        raise ValueError("formula")
    text = _GUARDED.sub(r"\1", written, count=1) if _GUARDED.match(written) else written
    if kind == DATE:
        return _day(text)
    if kind == INTEGER:
        return _number(text, int, "bad_integer")
    if kind == DECIMAL:
        return str(_number(text.replace(",", "."), Decimal, "bad_decimal"))
    if kind == BOOLEAN:
        return _truth(text)
    if kind in (LINES, FILES):
        return [part.strip() for part in _PARTS.split(text) if part.strip()]
    return text


def _day(text):
    polish = _POLISH_DATE.fullmatch(text)
    if polish:
        text = f"{polish[3]}-{int(polish[2]):02d}-{int(polish[1]):02d}"
    if not _ISO_DATE.fullmatch(text):
        raise ValueError("bad_date")
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError("bad_date") from None


def _number(text, kind, problem):
    if not (text.isascii() and _NUMBER.fullmatch(text)) or len(text) > 30:
        raise ValueError(problem)
    try:
        return kind(text)
    except (ValueError, InvalidOperation):
        raise ValueError(problem) from None


def _truth(text):
    word = text.casefold()
    if word not in (*_YES, *_NO):
        raise ValueError("bad_boolean")
    return word in _YES
