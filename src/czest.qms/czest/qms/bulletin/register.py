"""The register of changes of the whole bulletin (BIP-5): appended to, never changed but by a removal for privacy."""

from BTrees.IIBTree import IITreeSet
from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import from_plain
from dataclasses import dataclass
from dataclasses import replace
from persistent import Persistent


ATTRIBUTE = "bulletin_register"


@dataclass(frozen=True)
class Row:
    """One row.

    Parameters:
        seq: ordinal in the register, from 1.
        path: address of the entry or page below the site, such as ``dokumenty/PS-01/wydanie-6``.
        change: what happened.
    """

    seq: int
    path: str
    change: Change


class ChangeRegister(Persistent):
    """Rows in the order in which they happened."""

    def __init__(self):
        self._rows = IOBTree()
        self._places = OOBTree()

    def append(self, path, change):
        """Add a row and return it."""
        seq = self._rows.maxKey() + 1 if self._rows else 1
        self._rows[seq] = (path, as_plain(change))
        self._places.setdefault(_place(path), IITreeSet()).insert(seq)
        return Row(seq, path, change)

    def append_once(self, path, change):
        """Add a row unless the register says already that this happened there."""
        if all(row.change.act != change.act for row in self._of(path)):
            self.append(path, change)

    def versions_of(self, path):
        """Return the ordinals under their symbol that an entry was given, without repetitions."""
        return list(dict.fromkeys(row.change.version for row in self._of(path)))

    def take_out(self, path):
        """Take the rows of an entry out that nobody decided on: it never was."""
        for row in self._of(path):
            del self._rows[row.seq]

    def _of(self, path):
        return [row for row in self.below(path) if row.path == path]

    def newest(self, start=0, size=25):
        """Return rows, newest first.

        Parameters:
            start: how many are skipped.
            size: how many are wanted at most.
        """
        if not self._rows:
            return []
        last = self._rows.maxKey() - start
        return [self._row(seq) for seq in reversed(self._rows.keys(last - size + 1, last))] if last > 0 else []

    def below(self, path):
        """Return the rows of a document, an entry or a page, oldest first; the rest of the register is not read."""
        rows = map(self._row, self._places.get(_place(path), ()))
        return [row for row in rows if f"{row.path}/".startswith(f"{path}/")]

    def forget_words(self, path):
        """Take the words of changes below an address out: a removal for privacy (BIP-7)."""
        for row in self.below(path):
            self._rows[row.seq] = (row.path, as_plain(replace(row.change, what="")))

    def __len__(self):
        return len(self._rows)

    def _row(self, seq):
        path, change = self._rows[seq]
        return Row(seq, path, from_plain(Change, change))


def _place(path):
    """Return the document or page to which an address belongs: its first two parts."""
    return "/".join(path.split("/")[:2])


def register_of(site):
    """Return the register of a bulletin's site."""
    return getattr(site.aq_base, ATTRIBUTE)
