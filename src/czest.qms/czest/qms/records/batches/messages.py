"""Sentences about batches."""

from czest.qms import _
from czest.qms.records.batches.storage import CHECKED
from czest.qms.records.batches.storage import CHECKING
from czest.qms.records.batches.storage import DONE
from czest.qms.records.batches.storage import LOADING
from czest.qms.records.batches.storage import STOPPED


#: What is wrong with a table or a cell, by the identifiers of ``rules.batches``.
SENTENCES = {
    "nul": _("Not read: the file is no text. Save it as CSV in UTF-8."),
    "unreadable": _("Not read: the file is no proper CSV (${value})."),
    "empty": _("The table has no rows."),
    "too_many_rows": _("The table has more than ${value} rows. Part it into several."),
    "unknown_column": _("There is no column ${value} here."),
    "repeated_column": _("The column ${value} is there more than once."),
    "missing_column": _("The column ${value} is missing."),
    "too_many_cells": _("The row has ${value} cells, more than there are headings."),
    "formula": _("“${value}” is a formula. Write plain text, or put an apostrophe before it."),
    "bad_date": _("“${value}” is no date. Write it as yyyy-mm-dd."),
    "bad_integer": _("“${value}” is no whole number."),
    "bad_decimal": _("“${value}” is no number."),
    "bad_boolean": _("“${value}” is neither tak nor nie."),
    "repeated_symbol": _("Row ${value} has the same symbol."),
    "missing_file": _("There is no file ${value} among those sent."),
}

STATES = {
    CHECKING: _("Being checked"),
    CHECKED: _("Checked, waiting to be confirmed"),
    LOADING: _("Being handed in"),
    DONE: _("Done"),
    STOPPED: _("Stopped"),
}


def sentence(fault):
    """Return the Message about a fault."""
    return _(SENTENCES[fault.problem], mapping={"value": fault.value})
