"""Numbers of records and series in words."""

from czest.qms import _
from czest.qms.language.numerals import counted


def records_counted(total):
    """Return a number of records in words, as a Message."""
    return counted(total, _("${count} record"), _("${count} records (few)"), _("${count} records (many)"))


def series_counted(total):
    """Return a number of series in words, as a Message."""
    return counted(total, _("${count} series (one)"), _("${count} series (few)"), _("${count} series (many)"))
