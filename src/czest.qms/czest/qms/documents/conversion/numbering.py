"""Automatic numbers of word processors, as the reader of the original saw them.

Procedures are cited by number (*punkt 6.2*), so a number must not change when a file becomes HTML.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from czest.qms.documents.conversion.blocks import Block
from czest.qms.documents.conversion.blocks import Line
from czest.qms.documents.conversion.blocks import ListItem
from czest.qms.documents.conversion.blocks import Run
from dataclasses import dataclass
from itertools import groupby
import re


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LETTERS = 26
_ROMAN_LIMIT = 4000
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered.

    Parameters:
        style: ``1``, ``a``, ``A``, ``i``, ``I``; empty for bullets and for items without any mark.
        pattern: label with places ``%1`` … ``%9`` for the numbers of the levels, such as ``%1.%2.``.
        start: first number.
    """

    style: str = ""
    pattern: str = ""
    start: int = 1


class Counter:
    """Counts the items of one list through the whole file."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def next_label(self, level: int, levels: Mapping[int, Level]) -> tuple[int, str]:
        """Count an item.

        Parameters:
            level: 0 for the outer list.
            levels: how each level is numbered.

        Returns:
            The ordinal and the label of the item; 0 and an empty label when the level has no numbers.
        """
        own = levels.get(level, Level())
        if not own.style:
            return 0, ""
        self._counts[level] = self._counts.get(level, own.start - 1) + 1
        for deeper in [known for known in self._counts if known > level]:
            del self._counts[deeper]
        return self._counts[level], _PLACE.sub(lambda place: self._number(int(place[1]) - 1, levels), own.pattern)

    def _number(self, level: int, levels: Mapping[int, Level]) -> str:
        known = levels.get(level, Level())
        return formatted(self._counts.get(level, known.start), known.style)


def formatted(number: int, style: str) -> str:
    """Return a number as ``1``, ``a``, ``A``, ``i`` or ``I``; digits where the style cannot express it."""
    if style in ("a", "A") and number > 0:
        letters = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
        return letters.upper() if style == "A" else letters
    if style in ("i", "I") and 0 < number < _ROMAN_LIMIT:
        return _roman(number) if style == "I" else _roman(number).lower()
    return str(number)


def _roman(number: int) -> str:
    digits = []
    for value, digit in _ROMAN:
        digits.append(digit * (number // value))
        number %= value
    return "".join(digits)


def keep_numbers(blocks: Iterable[Block]) -> list[Block]:
    """Turn numbered items that an HTML list would number otherwise into lines that begin with their number.

    Lists counted 1, 2, 3 without a break stay lists. Letters, numbers such as ``6.1.``, a list that
    goes on after other text and a single number (usually a heading) become lines.

    Parameters:
        blocks: blocks in the order of the file.
    """
    plain = [_labelled(block) if isinstance(block, ListItem) and not _is_plain(block) else block for block in blocks]
    kept: list[Block] = []
    for is_list, group in groupby(plain, key=lambda block: isinstance(block, ListItem)):
        neighbours = list(group)
        kept.extend(_unbroken(neighbours) if is_list else neighbours)
    return kept


def _is_plain(item: ListItem) -> bool:
    return item.ordinal == 0 or item.label in (f"{item.ordinal}.", f"{item.ordinal})")


def _unbroken(items: list[ListItem]) -> Iterator[Block]:
    """Let items through whose numbers run 1, 2, 3 at their level; a lone number becomes a line."""
    expected: dict[int, int] = {}
    lone = sum(bool(item.ordinal) for item in items) == 1
    for item in items:
        for deeper in [level for level in expected if level > item.level]:
            del expected[deeper]
        if item.ordinal == 0:
            yield item
        elif lone or item.ordinal not in (1, expected.get(item.level, 1)):
            yield _labelled(item)
        else:
            expected[item.level] = item.ordinal + 1
            yield item


def _labelled(item: ListItem) -> Line:
    return Line((Run(f"{item.label} "), *item.runs))
