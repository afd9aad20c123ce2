"""Words of a text with their places: passages are compared by words, not by letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
import re


_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Words:
    """The words and signs of a text."""

    text: str

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each word."""
        return tuple(found.span() for found in _WORD.finditer(self.text))

    @cached_property
    def all(self) -> tuple[str, ...]:
        """The words themselves."""
        return tuple(self.text[start:end] for start, end in self.spans)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, word in enumerate(self.all):
            places.setdefault(word, []).append(number)
        return places

    def occurrences(self, sought: Sequence[str]) -> list[int]:
        """Return the numbers of the words with which a sequence of words begins; it has one at least."""
        length, sought = len(sought), tuple(sought)
        return [place for place in self._places.get(sought[0], ()) if self.all[place : place + length] == sought]

    def place(self, first: int, behind: int) -> tuple[int, int]:
        """Return start and end in the text of the words ``first`` to ``behind`` - 1; there must be one at least."""
        return self.spans[first][0], self.spans[behind - 1][1]

    def numbers(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the number of the first word that a place of the text touches and of the one behind it, or None."""
        touched = [number for number, (begins, ends) in enumerate(self.spans) if begins < end and start < ends]
        return (touched[0], touched[-1] + 1) if touched else None


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text."""
    return tuple(_WORD.findall(text))
