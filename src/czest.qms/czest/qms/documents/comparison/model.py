"""What a comparison of two texts consists of."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What happened to a word, a block, a row or a cell."""

    EQUAL = "equal"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class Word:
    """A word or a punctuation mark.

    Parameters:
        text: the word.
        space: True when white space stands before it.
        link: address when the word is part of a link; a link that leads elsewhere is a change.
        look: inline elements around it, outermost first; a change of look alone is no change.
    """

    text: str
    space: bool = False
    link: str = ""
    look: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What makes two words the same."""
        return self.text, self.link


Words = tuple[Word, ...]


@dataclass(frozen=True)
class Segment:
    """Neighbouring words with the same fate: ``equal``, ``added`` or ``removed``."""

    status: Status
    words: Words


Segments = tuple[Segment, ...]


@dataclass(frozen=True)
class CellChange:
    """A cell of a compared table; ``tag`` is ``th`` or ``td``."""

    tag: str
    segments: Segments


@dataclass(frozen=True)
class RowChange:
    """A row of a compared table."""

    status: Status
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, list item or table in a comparison.

    Parameters:
        kind: ``h2 h3 h4 p li table``.
        status: what happened to it.
        segments: its words; for a table those of its caption.
        rows: rows of a table.
        number: number of the change, from 1 through the whole document; 0 for an unchanged block.
        level: for a list item 0 in the outer list, 1 in a list within it, and so on.
        ordinal: for an item of a numbered list its number; 0 for a bullet.
    """

    kind: str
    status: Status
    segments: Segments = ()
    rows: tuple[RowChange, ...] = ()
    number: int = 0
    level: int = 0
    ordinal: int = 0


@dataclass(frozen=True)
class Section:
    """A section of a comparison, from one heading of level 2 to the next.

    Parameters:
        id: identifier of the section in the rendered comparison.
        number: number as written in its heading (in the newer text where it is there).
        title: heading without the number; empty for text before the first heading.
        changes: how many of its blocks are changed, added or removed.
        blocks: its blocks, the heading first.
    """

    id: str
    number: str
    title: str
    changes: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Comparison:
    """A comparison of two texts."""

    sections: tuple[Section, ...]

    @property
    def changes(self) -> int:
        """How many blocks are changed, added or removed."""
        return sum(section.changes for section in self.sections)

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of all sections in order."""
        for section in self.sections:
            yield from section.blocks
