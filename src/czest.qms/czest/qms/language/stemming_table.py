"""The stemming table that pystempel ships, read without unpacking it into objects.

pystempel makes one Python object per cell: about 170 MB and six seconds for the Polimorf table. The same bytes
searched in place take 12 MB and a fraction of a second. Its code is not imported: it does not load on Python 3.13,
which has taken a name out of ``importlib.resources``. The file format (big-endian): a text (method), a boolean
(reading direction), two integers (block length, number of tries), then each trie: boolean, root row, commands,
rows; a row is a count and that many cells of 18 bytes in order of their character.
"""

from array import array
from czest.qms.language import stemming_patch
import gzip
from importlib.util import find_spec
from pathlib import Path
import struct


_CELL = struct.Struct(">Hiiii")
_CHARACTER = struct.Struct(">H")
_INTEGER = struct.Struct(">i")
_ABSENT = (-1, -1)


class PackedTrie:
    """One trie of a stemming table, searched in the bytes of the file.

    Parameters:
        content: the whole table as bytes.
        forward: whether keys are read from their beginning.
        root: number of the row where a search starts.
        commands: list of patch commands, which cells name by number.
        rows: array of the places in ``content`` where rows begin.
    """

    def __init__(self, content, forward, root, commands, rows):
        self.content = content
        self.forward = forward
        self.root = root
        self.commands = commands
        self.rows = rows

    def last_on_path(self, key):
        """Return the last patch command met on the path of ``key``, or None."""
        last = None
        row = self.root
        for character in key if self.forward else reversed(key):
            command, row = self._cell(row, ord(character))
            if command >= 0:
                last = self.commands[command]
            if row < 0:
                break
        return last

    def _cell(self, row, character):
        """Return (command, next row) of a character in a row, -1 standing for none; binary search."""
        start = self.rows[row]
        low, high = 0, _INTEGER.unpack_from(self.content, start)[0] - 1
        start += _INTEGER.size
        while low <= high:
            middle = (low + high) // 2
            place = start + middle * _CELL.size
            found = _CHARACTER.unpack_from(self.content, place)[0]
            if found == character:
                _, command, _, next_row, _ = _CELL.unpack_from(self.content, place)
                return command, next_row
            if found < character:
                low = middle + 1
            else:
                high = middle - 1
        return _ABSENT


class StemmingTable:
    """Tries, each of which gives one part of the patch that turns a word into its stem.

    Parameters:
        tries: list of :class:`PackedTrie`, read from the end of the word.
    """

    def __init__(self, tries):
        self.tries = tries

    def stem(self, word):
        """Return the stem of a word, or None where the table knows none."""
        return stemming_patch.applied("".join(self._parts(word)), word) or None

    def _parts(self, word):
        """Yield the parts of the patch; a part that passes letters over leaves them to no later trie."""
        rest, key, last = word, word, ""
        for trie in self.tries:
            part = trie.last_on_path(key)
            if part is None or part == stemming_patch.END or stemming_patch.cannot_follow(last, part):
                return
            if stemming_patch.begins_by_passing(part):
                passed = stemming_patch.length(last) + stemming_patch.length(part)
                if passed > len(rest):
                    return
                rest = rest[: len(rest) - passed]
            yield part
            key, last = rest or key, part


class _Reader:
    """Reads a stemming table from its bytes, from left to right."""

    def __init__(self, content):
        self.content = content
        self.place = 0

    def integer(self):
        value = _INTEGER.unpack_from(self.content, self.place)[0]
        self.place += _INTEGER.size
        return value

    def boolean(self):
        self.place += 1
        return self.content[self.place - 1] != 0

    def text(self):
        length = _CHARACTER.unpack_from(self.content, self.place)[0]
        start = self.place + _CHARACTER.size
        self.place = start + length
        return self.content[start : self.place].decode("utf-8")

    def trie(self):
        forward = self.boolean()
        root = self.integer()
        commands = [self.text() for _ in range(self.integer())]
        rows = array("L")
        for _ in range(self.integer()):
            rows.append(self.place)
            cells = self.integer()
            self.place += cells * _CELL.size
        return PackedTrie(self.content, forward, root, commands, rows)


def polimorf_table():
    """Return the Polimorf table that pystempel ships; about 12 MB.

    Raises:
        ValueError: the table is not of the kind this reader knows (another release of pystempel).
    """
    folder = Path(find_spec("pystempel").origin).parent
    packed = (folder / "data" / "polimorf" / "stemmer_polimorf.tbl.gz").read_bytes()
    reader = _Reader(gzip.decompress(packed))
    method = reader.text()
    if "M" not in method or reader.boolean():
        raise ValueError(f"Unknown stemming table: {method}")
    reader.integer()
    return StemmingTable([reader.trie() for _ in range(reader.integer())])
