"""Months of the register of changes, found without reading the whole of it."""

from bisect import bisect_left
from bisect import bisect_right
from czest.qms.bulletin.wording import local_time


class Months:
    """The months in which something was changed.

    Parameters:
        register: rows newest first, as ``register.ChangeRegister`` gives them; their times do not grow.
    """

    def __init__(self, register):
        self.register = register
        self.ranks = range(len(register))

    def all(self):
        """Return the months as ``YYYY-MM``, newest first."""
        months = []
        rank = 0
        while rank < len(self.ranks):
            months.append(self._month(rank))
            rank = self._after(rank)
        return months

    def rows_of(self, month):
        """Return ``(start, stop)`` of the rows of a month, counted from the newest.

        Parameters:
            month: ``YYYY-MM``.
        """
        wanted = _number(month)
        first = bisect_left(self.ranks, -wanted, key=self._older)
        return first, bisect_right(self.ranks, -wanted, lo=first, key=self._older)

    def _after(self, rank):
        return bisect_right(self.ranks, self._older(rank), lo=rank, key=self._older)

    def _older(self, rank):
        return -_number(self._month(rank))

    def _month(self, rank):
        return local_time(self.register.newest(rank, 1)[0].change.at)[:7]


def _number(month):
    year, number = month.split("-")
    return int(year) * 12 + int(number)
