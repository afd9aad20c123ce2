"""The stemming table of pystempel, read without unpacking it into objects.

pystempel makes one Python object per cell: about 170 MB and six seconds for the Polimorf table. The same bytes
searched in place take 12 MB and a fraction of a second. The file format (big-endian): a text (method), a boolean
(reading direction), two integers (block length, number of tries), then each trie: boolean, root row, commands,
rows; a row is a count and that many cells of 18 bytes in order of their character.
"""

from array import array
import gzip
from importlib.resources import files
from pystempel import Stemmer
from pystempel.egothor import MultiTrie2
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

    def get_last_on_path(self, key):
        """Return the last patch command met on the path of ``key``, or None (named as pystempel calls it)."""
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


def polimorf_stemmer():
    """Return a pystempel Stemmer over the Polimorf table that pystempel ships; about 12 MB.

    Raises:
        ValueError: the table is not of the kind this reader knows (another release of pystempel).
    """
    packed = files("pystempel.data.polimorf").joinpath("stemmer_polimorf.tbl.gz").read_bytes()
    reader = _Reader(gzip.decompress(packed))
    method = reader.text()
    if "M" not in method:
        raise ValueError(f"Unknown stemming table: {method}")
    table = MultiTrie2(forward=reader.boolean())
    table.BY = reader.integer()
    table.tries = [reader.trie() for _ in range(reader.integer())]
    return Stemmer(table)
