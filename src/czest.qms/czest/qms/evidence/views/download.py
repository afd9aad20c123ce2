"""The trail as a CSV file (UTF-8, RFC 4180)."""

import csv
from czest.qms.evidence.rules.sealing import canonical
from czest.qms.evidence.rules.sealing import Entry
from czest.qms.evidence.views.trail import TrailView
from dataclasses import fields
import io
import re


COLUMNS = tuple(field.name for field in fields(Entry))

#: Cells beginning so would be taken by spreadsheets for formulas.
FORMULA = re.compile(r"[=+\-@\t\r]")


class TrailDownload(TrailView):
    """All entries, one a row; the first row names the fields as ``@trail`` does."""

    def render(self):
        """Return the file."""
        name = re.sub(r"[^A-Za-z0-9.-]+", "-", self.label).strip("-.") or "trail"
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("Content-Type", "text/csv; charset=utf-8; header=present")
        self.request.response.setHeader("Content-Disposition", f'attachment; filename="slad-{name}.csv"')
        self.request.response.setHeader("X-Content-Type-Options", "nosniff")
        return csv_of(self.trail.stored(self.uid))


def csv_of(stored):
    """Return the CSV of numbers and entries as bytes; of an unreadable entry only the number is given."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, entry in stored:
        if entry is None:
            writer.writerow([number] + [""] * (len(COLUMNS) - 1))
        else:
            writer.writerow([cell_of(value) for value in vars(entry).values()])
    return file.getvalue().encode("utf-8")


def cell_of(value):
    """Return a value as a cell: details as canonical JSON, nothing as an empty cell, no text as a formula."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return canonical(value)
    text = str(value)
    return f"'{text}" if FORMULA.match(text) else text
