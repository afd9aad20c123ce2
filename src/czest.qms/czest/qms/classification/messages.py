"""Names and sentences of the control panel."""

from czest.qms import _
from zope.i18nmessageid import Message


SCHEME_TITLES = {
    "process": _("Processes"),
    "iso_clause": _("Clauses of ISO 9001"),
    "control_standard": _("Standards of management control"),
    "jrwa": _("JRWA classes"),
    "openness_basis": _("Legal bases of openness"),
}

#: What is wrong in a file, by the identifiers of ``rules.tables.Fault.problem``.
PROBLEMS = {
    "bad_category": _("“${value}” is not an archival category (A, B10, BE5, Bc …)."),
    "bad_date": _("“${value}” is not a date written as yyyy-mm-dd."),
    "bad_openness": _("“${value}” is not a degree of openness (bip, public_optional, on_request, internal)."),
    "bad_symbol": _("“${value}” is not a symbol of this list."),
    "category_above_end": _("Only an end class carries a category; this one has classes under it."),
    "empty": _("The file holds no terms."),
    "ends_before_it_begins": _("The last day precedes the first one."),
    "formula": _("“${value}” looks like a formula. A cell cannot begin with =, +, - or @."),
    "missing": _("The cell is empty, and it must not be."),
    "missing_column": _("The column “${value}” is missing."),
    "own_ancestor": _("The term stands above itself: “${value}” leads back to it."),
    "repeated": _("“${value}” stands in another row for the same days."),
    "repeated_column": _("The column “${value}” stands twice."),
    "too_long": _("The text is longer than ${value} characters."),
    "too_many_cells": _("The row has more cells than the heading."),
    "unknown_column": _("The column “${value}” is not known."),
    "unknown_parent": _("The term above, “${value}”, is not in the list."),
    "unreadable": _("The file is not a CSV file: ${value}"),
}


def sentence(fault):
    """Return the message that tells a person about a ``Fault``."""
    return Message(PROBLEMS[fault.problem], mapping={"value": fault.value})
