"""Tables of terms as CSV files: UTF-8, semicolons, one heading row (RFC 4180 otherwise)."""

import csv
from czest.qms.classification.rules.tables import Fault
from czest.qms.classification.rules.tables import faults_of
from czest.qms.classification.rules.terms import Term
import dataclasses
import datetime
import hashlib
import io
import re


_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATES = ("valid_from", "valid_until")
_OPTIONAL = ("parent", "category", "other_category")


@dataclasses.dataclass(frozen=True)
class Table:
    """A file that was read: ``terms`` (tuple of ``Term``) and ``faults`` (tuple of ``Fault``)."""

    terms: tuple
    faults: tuple


def decoded(content):
    """Return the text of a CSV file as offices save it.

    UTF-8, with or without a byte order mark, is what we write; spreadsheets set to Polish save Windows-1250.

    Raises:
        UnicodeDecodeError: the bytes are neither.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1250")


def written(scheme, terms):
    """Return the terms as the text of a CSV file, which ``read`` takes back."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(scheme.columns)
    for term in terms:
        writer.writerow(_cell(getattr(term, attribute)) for attribute in scheme.columns.values())
    return stream.getvalue()


def fingerprint(scheme, terms):
    """Return a digest (SHA-256, hexadecimal) that changes with any change of the terms."""
    return hashlib.sha256(written(scheme, terms).encode("utf-8")).hexdigest()


def read(scheme, text):
    """Return the ``Table`` in the text of a CSV file; with any fault nothing of it is to be used."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        return Table((), (Fault(0, "", "unreadable", str(error)),))
    headings = [heading.strip().lower() for heading in rows[0]] if rows else []
    faults = list(_faults_of_headings(scheme, headings))
    if faults:
        return Table((), tuple(faults))
    numbered = []
    for number, cells in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in cells):
            term, wrong = _term(scheme, headings, [cell.strip() for cell in cells])
            faults += [Fault(number, *rest) for rest in wrong]
            numbered.append((number, term))
    if not numbered:
        faults.append(Fault(0, "", "empty"))
    faults += faults_of(scheme, numbered)
    return Table(tuple(term for _, term in numbered), tuple(sorted(faults, key=lambda fault: fault.row)))


def _delimiter(text):
    return ";" if ";" in text.split("\n", 1)[0] else ","


def _faults_of_headings(scheme, headings):
    for heading in headings:
        if heading not in scheme.columns:
            yield Fault(1, heading, "unknown_column", heading)
        elif headings.count(heading) > 1:
            yield Fault(1, heading, "repeated_column", heading)
    for column, attribute in scheme.columns.items():
        if attribute in ("token", "title") and column not in headings:
            yield Fault(1, column, "missing_column", column)


def _term(scheme, headings, cells):
    """Return the term in one row and its faults as triples (column, problem, value)."""
    faults = []
    if len(cells) > len(headings):
        faults.append(("", "too_many_cells", str(len(cells))))
    values = {}
    for heading, cell in zip(headings, cells, strict=False):
        attribute = scheme.columns[heading]
        if _is_formula(cell):
            faults.append((heading, "formula", cell))
        try:
            values[attribute] = _value(attribute, cell)
        except ValueError:
            faults.append((heading, "bad_date", cell))
    if scheme.nested_symbols:
        values["parent"] = values.get("token", "")[:-1] or None
    return Term(**{"token": "", "title": "", **values}), faults


def _is_formula(cell):
    """Whether a spreadsheet would calculate the cell instead of showing it."""
    return cell[:1] in ("=", "+", "-", "@") and cell != "-"


def _value(attribute, cell):
    """Return the value of an attribute written in a cell.

    Raises:
        ValueError: a date not written as ``rrrr-mm-dd``.
    """
    if attribute in _DATES:
        if cell and not _ISO_DATE.fullmatch(cell):
            raise ValueError(cell)
        return datetime.date.fromisoformat(cell) if cell else None
    if attribute == "openness":
        return tuple(cell.split())
    return (cell or None) if attribute in _OPTIONAL else cell


def _cell(value):
    if isinstance(value, datetime.date):
        return value.isoformat()
    return " ".join(value) if isinstance(value, tuple) else value or ""
