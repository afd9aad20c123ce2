"""A table of records to be handed in together: reading its text, and matching files by name; see ``cells``.

Bytes are read by ``classification.rules.files.decoded``: UTF-8, or Windows-1250 as Polish spreadsheets save it.
"""

import csv
from czest.qms.records.rules.cells import DATE
from czest.qms.records.rules.cells import FILES
from czest.qms.records.rules.cells import TEXT
from czest.qms.records.rules.cells import value_of
from dataclasses import dataclass
import io
import re
import unicodedata


#: In bytes, and in rows below the headings.
LARGEST_TABLE = 5_000_000
MOST_ROWS = 10_000

#: Heading → (field of the operation ``capture``, kind) of every table.
COLUMNS = {
    "symbol": ("symbol", TEXT),
    "tytul": ("title", TEXT),
    "znak_sprawy": ("case_sign", TEXT),
    "data": ("created_on", DATE),
    "data_zakonczenia": ("closed_on", DATE),
    "klasa": ("jrwa_class", TEXT),
    "kategoria": ("archival_category", TEXT),
    "pliki": ("files", FILES),
    "co_dokumentuje": ("evidence_of", TEXT),
}
#: Further ones where the table is not for one series.
COLUMNS_ANYWHERE = {
    "seria": ("series", TEXT),
    "procedura": ("procedure", TEXT),
    "komorka": ("owner_unit", TEXT),
}
#: Other headings of the same columns.
ALIASES = {"plik": "pliki", "plik(i)": "pliki", "tytuł": "tytul", "data_zakończenia": "data_zakonczenia"}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a table.

    Parameters:
        row: number of the row as spreadsheets show it, from 1 (the headings); 0 for the whole file.
        column: heading, or an empty text.
        problem: identifier of the sentence.
        value: what the sentence is about.
    """

    row: int
    column: str
    problem: str
    value: str = ""


@dataclass(frozen=True)
class Row:
    """One row that was read.

    Parameters:
        number: as spreadsheets show it.
        values: plain values by field, of the cells that are not empty.
        files: names of its files.
        faults: tuple of Fault of its cells.
    """

    number: int
    values: dict
    files: tuple = ()
    faults: tuple = ()


@dataclass(frozen=True)
class Sheet:
    """A table that was read; with any fault of its own nothing of it is to be used.

    Parameters:
        rows: tuple of Row.
        faults: tuple of Fault of the table as a whole.
    """

    rows: tuple
    faults: tuple = ()


def read(text, columns):
    """Return the Sheet in the text of a CSV file with semicolons or commas.

    Parameters:
        text: the text.
        columns: heading → (field, kind).
    """
    if "\0" in text:
        return Sheet((), (Fault(0, "", "nul"),))
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        return Sheet((), (Fault(0, "", "unreadable", str(error)),))
    headings = [_heading(cell) for cell in lines[0]] if lines else []
    faults = tuple(_faults_of_headings(headings, columns))
    numbered = [(number, line) for number, line in enumerate(lines[1:], 2) if any(cell.strip() for cell in line)]
    if not faults and not numbered:
        faults = (Fault(0, "", "empty"),)
    if len(numbered) > MOST_ROWS:
        faults = (*faults, Fault(0, "", "too_many_rows", str(MOST_ROWS)))
    if faults:
        return Sheet((), faults)
    rows = [_row(number, headings, line, columns) for number, line in numbered]
    return Sheet(tuple(_without_repeated_symbols(rows)))


def _delimiter(text):
    return ";" if ";" in text.split("\n", 1)[0] else ","


def _heading(cell):
    name = unicodedata.normalize("NFC", cell).strip().casefold()
    return ALIASES.get(name, name)


def _faults_of_headings(headings, columns):
    for heading in dict.fromkeys(headings):
        if heading not in columns:
            yield Fault(1, heading, "unknown_column", heading)
        elif headings.count(heading) > 1:
            yield Fault(1, heading, "repeated_column", heading)
    if headings and "tytul" not in headings:
        yield Fault(1, "tytul", "missing_column", "tytul")


def _row(number, headings, line, columns):
    values, files, faults = {}, (), []
    if len(line) > len(headings):
        faults.append(Fault(number, "", "too_many_cells", str(len(line))))
    for heading, cell in zip(headings, line, strict=False):
        field, kind = columns[heading]
        written = cell.strip()
        if not written:
            continue
        try:
            value = value_of(kind, written)
        except ValueError as error:
            faults.append(Fault(number, heading, str(error), written[:100]))
            continue
        if kind == FILES:
            files = tuple(value)
        else:
            values[field] = value
    return Row(number, values, files, tuple(faults))


def _without_repeated_symbols(rows):
    """Yield the rows; of those with one symbol the later ones with a fault."""
    seen = {}
    for row in rows:
        symbol = row.values.get("symbol")
        if symbol in seen:
            fault = Fault(row.number, "symbol", "repeated_symbol", str(seen[symbol]))
            row = Row(row.number, row.values, row.files, (*row.faults, fault))
        elif symbol:
            seen[symbol] = row.number
        yield row


def file_key(name):
    """Return the text by which a file is found: without folders, letters of one form and size.

    Parameters:
        name: as written in a cell, or as the file came, perhaps in folders.
    """
    last = re.split(r"[/\\]", name.strip())[-1]
    return unicodedata.normalize("NFC", last).casefold()


def left_over(rows, names):
    """Return those names of files that no row names, in order."""
    named = {file_key(name) for row in rows for name in row.files}
    return [name for name in names if file_key(name) not in named]


def template(columns):
    """Return the text of an empty table with the headings."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerow(columns)
    return out.getvalue()
