"""Long lists in parts: which rows are shown, and which parts are linked."""

from dataclasses import dataclass


#: Rows of a list on one page.
SIZE = 25

#: Pages linked on each side of the present one; the first and the last are always linked.
NEIGHBOURS = 2


@dataclass(frozen=True)
class Batch:
    """A part of a list.

    Parameters:
        total: rows in all.
        start: rows before the first one shown.
        size: rows of a part, at least 1.
    """

    total: int
    start: int
    size: int = SIZE

    @property
    def last_page(self):
        """Number of the last part, from 1."""
        return max(1, -(-self.total // self.size))

    @property
    def page(self):
        """Number of the part shown, from 1."""
        return min(self.start // self.size + 1, self.last_page)

    @property
    def stop(self):
        """Number of rows up to the last one shown."""
        return min(self.start + self.size, self.total)

    def start_of(self, page):
        """Return the rows before a part."""
        return (page - 1) * self.size

    def linked(self):
        """Return the numbers of parts to link, with None where some are left out."""
        near = range(max(1, self.page - NEIGHBOURS), min(self.last_page, self.page + NEIGHBOURS) + 1)
        shown = []
        for number in sorted({1, self.last_page, *near}):
            if shown and number > shown[-1] + 1:
                shown.append(None)
            shown.append(number)
        return shown


def batch(total, asked, size=SIZE):
    """Return the Batch a reader asked for; what is no number, or beyond the list, is brought back into it.

    Parameters:
        total: rows in all.
        asked: rows before the first one, as text from the address, or anything else.
        size: rows of a part.
    """
    # More digits than any list has rows are no number here.
    number = int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdecimal() and len(asked) < 10 else 0
    last = Batch(total, 0, size).last_page
    return Batch(total, min(number // size, last - 1) * size, size)
