"""What became of the rows of a batch: for the page, for REST and as a CSV file."""

from czest.qms import _
from czest.qms.records.batches import storage
from czest.qms.tables import csv_file
from czest.qms.tables.table import Column
from czest.qms.tables.table import Table
import io
from zope.i18n import translate


#: Rows with something to say of that a page and an answer list.
MOST_LISTED = 200

HANDED_IN, WRONG, LEFT_OUT, WAITING = _("Handed in"), _("Wrong"), _("Left out"), _("Waiting")


def outcome(batch, position):
    """Return what is known of a row: dict with ``row title symbol path errors warnings``."""
    row = batch.rows[position]
    finding = batch.findings.get(position, {})
    result = batch.results.get(position, {})
    return {
        "row": row.number,
        "title": row.values.get("title", ""),
        "symbol": result.get("symbol", ""),
        "path": result.get("path", ""),
        "errors": [*finding.get("errors", ()), *result.get("errors", ())],
        "warnings": list(finding.get("warnings", ())),
    }


def outcomes(batch):
    """Yield what is known of every row."""
    return (outcome(batch, position) for position in batch.rows)


def listed(batch):
    """Return the rows with errors or warnings, those with errors first, no more than a page shows."""
    told = set(batch.findings) | {position for position, result in batch.results.items() if "errors" in result}
    found = [outcome(batch, position) for position in sorted(told)]
    return sorted(found, key=lambda row: not row["errors"])[:MOST_LISTED]


def word_of(batch, row):
    """Return the word for what became of a row."""
    if row["symbol"]:
        return HANDED_IN
    if row["errors"]:
        return WRONG
    return WAITING if batch.state != storage.STOPPED else LEFT_OUT


def report(batch, request):
    """Return the report of a batch as the bytes of a CSV file.

    Parameters:
        batch: the batch.
        request: whose language it is in.
    """

    def word(message):
        return translate(message, context=request)

    columns = (
        Column("wiersz", word(_("Row")), "number"),
        Column("tytul", word(_("Title"))),
        Column("wynik", word(_("Result"))),
        Column("symbol", word(_("Symbol"))),
        Column("bledy", word(_("Errors"))),
        Column("ostrzezenia", word(_("Warnings"))),
    )
    rows = (
        (
            row["row"],
            row["title"],
            word(word_of(batch, row)),
            row["symbol"] or None,
            "; ".join(f"{column}: {text}" if column else text for column, text in row["errors"]) or None,
            "; ".join(row["warnings"]) or None,
        )
        for row in outcomes(batch)
    )
    file = io.BytesIO()
    csv_file.write(Table(word(_("Batch of records")), columns, rows), file)
    return file.getvalue()
