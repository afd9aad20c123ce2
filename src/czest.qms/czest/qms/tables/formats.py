"""The kinds of file in which a table can be had."""

from collections.abc import Callable
from czest.qms.tables import csv_file
from czest.qms.tables import json_file
from czest.qms.tables import ods_file
from czest.qms.tables import xml_file
from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """One kind of file.

    Parameters:
        media_type: value of ``Content-Type``.
        write: function of a Table and a binary file.
    """

    media_type: str
    write: Callable


#: Extension of the file name → Format.
FORMATS = {
    "csv": Format("text/csv; charset=utf-8; header=present", csv_file.write),
    "json": Format("application/json", json_file.write),
    "ods": Format("application/vnd.oasis.opendocument.spreadsheet", ods_file.write),
    "xml": Format("application/xml; charset=utf-8", xml_file.write),
}
