"""The journal of the bulletin: what changed there, what was refused, and who looked through it (§ 2 and § 15).

Rows are only ever added, in the order in which they happened.
"""

from BTrees.IOBTree import IOBTree
from dataclasses import dataclass
from persistent import Persistent


#: What happened, besides the ids of operations that were refused.
PUBLISHED, ARCHIVED, WITHDRAWN, EDITED, MENDED, DENIED = JOURNALED = (
    "published",
    "archived",
    "withdrawn",
    "edited",
    "mended",
    "denied",
)


@dataclass(frozen=True)
class Row:
    """One row.

    Parameters:
        seq: ordinal, from 1.
        at: ISO 8601 in UTC.
        act: one of :data:`JOURNALED`.
        by: login of whoever did it or tried to, or the name of the job; empty where nobody was signed in.
        what: symbol and number of the edition, or id of the page.
        path: of the entry or page below the bulletin's site, or empty.
        operation: id of the operation that was refused, or empty.
    """

    seq: int
    at: str
    act: str
    by: str
    what: str
    path: str = ""
    operation: str = ""


@dataclass(frozen=True)
class SignOff:
    """A person looked through the rows.

    Parameters:
        by: login.
        at: ISO 8601 in UTC.
        upto: the last row that was looked at.
        rows: how many rows there were since the sign-off before.
        attempts: how many of them were refused attempts.
    """

    by: str
    at: str
    upto: int
    rows: int
    attempts: int


class Journal(Persistent):
    """Rows and sign-offs."""

    def __init__(self):
        self._rows = IOBTree()
        self.sign_offs = ()

    @property
    def last(self):
        """The ordinal of the last row; 0 while there is none."""
        return self._rows.maxKey() if self._rows else 0

    @property
    def reviewed(self):
        """The ordinal of the last row that somebody has looked at."""
        return self.sign_offs[-1].upto if self.sign_offs else 0

    def note(self, at, act, by, what, path="", operation=""):
        """Add a row and return it; parameters as of Row."""
        row = Row(self.last + 1, at, act, by, what, path, operation)
        self._rows[row.seq] = row
        return row

    def rows(self, first, last):
        """Return the rows from one ordinal to another, both included, oldest first."""
        return list(self._rows.values(first, last))

    def unreviewed(self):
        """Return the rows since the last sign-off, oldest first."""
        return self.rows(self.reviewed + 1, self.last)

    def oldest_unreviewed(self):
        """Return the oldest row that nobody has looked at, or None; no other row is loaded."""
        return self._rows.get(self.reviewed + 1)

    def sign_off(self, by, at, upto):
        """Note that a person has looked at the rows up to one, and return the SignOff.

        Raises:
            ValueError: there is no such row, or somebody has signed it off already.
        """
        if not self.reviewed < upto <= self.last:
            raise ValueError(f"{upto} is not among the rows from {self.reviewed + 1} to {self.last}.")
        seen = self.rows(self.reviewed + 1, upto)
        attempts = sum(1 for row in seen if row.act == DENIED)
        made = SignOff(by, at, upto, len(seen), attempts)
        self.sign_offs = (*self.sign_offs, made)
        return made
