"""A table as plain values, which every writer of files takes."""

from collections.abc import Iterable
from dataclasses import dataclass
import datetime
from decimal import Decimal
import re


#: Kind of a column → types of its values; None, for no value, fits every kind.
KINDS = {"text": (str,), "date": (datetime.date,), "number": (int, Decimal)}

#: Keys name elements of XML and members of JSON.
_KEY = re.compile(r"(?!xml)[a-z][a-z0-9_]*")

#: Characters that XML 1.0 cannot hold, not even escaped (section 2.2), halves of pairs among them.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Column:
    """One column.

    Parameters:
        key: name for programs: small letters of ASCII, digits and underscores, a letter first.
        head: its words for people.
        kind: ``text``, ``date`` or ``number``.
        width: width in a spreadsheet, in millimetres.

    Raises:
        ValueError: the key cannot name an element, or there is no such kind.
    """

    key: str
    head: str
    kind: str = "text"
    width: int = 30

    def __post_init__(self):
        if not _KEY.fullmatch(self.key):
            raise ValueError(f"A column cannot have the key {self.key!r}.")
        if self.kind not in KINDS:
            raise ValueError(f"There is no kind of column {self.kind!r}.")


@dataclass(frozen=True)
class Table:
    """A list that becomes a file.

    Parameters:
        title: what the list is.
        columns: tuple of Columns with keys of their own.
        rows: tuples as long as ``columns``: text, ``datetime.date`` or ``int`` and ``decimal.Decimal`` by the kind of
            the column, or None. An iterator will do, and is used up by the first file written.
        head: lines above the table: whose it is, of what day, what it was narrowed to.
        foot: lines under it.
        day: the day it tells of, a date or None.
        language: code of the language of its words, as in ``xml:lang``.

    Raises:
        ValueError: two columns have the same key.
    """

    title: str
    columns: tuple
    rows: Iterable
    head: tuple = ()
    foot: tuple = ()
    day: datetime.date | None = None
    language: str = "pl"

    def __post_init__(self):
        keys = [column.key for column in self.columns]
        if len(set(keys)) < len(keys):
            raise ValueError(f"Two columns have the same key: {', '.join(keys)}.")

    def records(self):
        """Return an iterator over the rows, each a list of values that every file can hold.

        Raises:
            ValueError: a row has more or fewer cells than there are columns.
            TypeError: a value is not of the kind of its column.
        """
        for row in self.rows:
            yield [_fitting(column, value) for column, value in zip(self.columns, row, strict=True)]


def writable(text):
    """Return a text with U+FFFD in the place of what XML cannot hold, so that all files say the same."""
    return _UNWRITABLE.sub(_REPLACEMENT, text)


def _fitting(column, value):
    if value is None:
        return None
    if not isinstance(value, KINDS[column.kind]) or isinstance(value, bool | datetime.datetime):
        raise TypeError(f"{column.key}: {value!r} is no {column.kind}.")
    return writable(value) if isinstance(value, str) else value
