"""A table as CSV: UTF-8 with a byte order mark, semicolons, every cell in quotes, otherwise as RFC 4180 says.

Spreadsheets of Polish offices part cells at semicolons and write numbers with a comma. A file with commas would be read by
them as one column, and cut at the semicolons inside texts. The mark tells them that it is UTF-8.
"""

import csv
from czest.qms.tables.table import writable
from decimal import Decimal
import io
import re


#: Before a sign that begins a formula: the start of the cell, or what a spreadsheet with other settings takes for one.
_FORMULA = re.compile("((?:^|[,;\t\r\n\"])\\s*'*)(?=[=+\\-@\uff1d\uff0b\uff0d\uff20])")


def write(table, file):
    """Write the names of the columns and the rows; lines above and under the table have no place in CSV.

    Parameters:
        table: a Table.
        file: binary file open for writing.

    Raises:
        ValueError, TypeError: see ``Table.records``.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([guarded(writable(column.head)) for column in table.columns])
    for record in table.records():
        writer.writerow([_cell(value) for value in record])
    text.detach()


def guarded(text):
    """Return a text that no spreadsheet computes: an apostrophe stands before a sign that would begin a formula.

    Taking one apostrophe away before each such sign gives the text back: there is always one more than there was.
    """
    return _FORMULA.sub(r"\1'", text)


def _cell(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)
