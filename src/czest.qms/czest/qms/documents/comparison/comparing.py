"""Comparing two bodies section by section, block by block, word by word."""

from collections.abc import Iterator
from czest.qms.documents.comparison.model import Block
from czest.qms.documents.comparison.model import CellChange
from czest.qms.documents.comparison.model import Comparison
from czest.qms.documents.comparison.model import RowChange
from czest.qms.documents.comparison.model import Section
from czest.qms.documents.comparison.model import Status
from czest.qms.documents.comparison.pairing import pair
from czest.qms.documents.comparison.pairing import shared_words
from czest.qms.documents.comparison.units import Cell
from czest.qms.documents.comparison.units import Part
from czest.qms.documents.comparison.units import parts_of
from czest.qms.documents.comparison.units import Row
from czest.qms.documents.comparison.units import Unit
from czest.qms.documents.comparison.words import compare_words
from dataclasses import replace
import re


_LABEL = re.compile(r"\d+(?:\.\d+)*|§")

#: A numbered point keeps its identity even when most of its words change.
_SAME_LABEL = 0.5

_SAME_SECTION = 0.5


def compare(old_html: str, new_html: str) -> Comparison:
    """Compare the bodies of two editions.

    Parameters:
        old_html: body of the older edition.
        new_html: body of the newer edition.
    """
    return _Comparing().compare(old_html, new_html)


class _Comparing:
    """One comparison; counts its changes."""

    def __init__(self) -> None:
        self._changes = 0

    def compare(self, old_html: str, new_html: str) -> Comparison:
        pairs = pair(parts_of(old_html), parts_of(new_html), lambda part: part.title.casefold(), _similar_parts)
        return Comparison(tuple(self._section(position, *parts) for position, parts in enumerate(pairs, 1)))

    def _section(self, position: int, old: Part | None, new: Part | None) -> Section:
        named = new or old
        pairs = pair(old.units if old else (), new.units if new else (), lambda unit: unit.key, _similar)
        blocks = tuple(self._numbered(_block(*units)) for units in pairs)
        changes = sum(block.number > 0 for block in blocks)
        return Section(f"sekcja-{position}", named.number, named.title, changes, blocks)

    def _numbered(self, block: Block) -> Block:
        if block.status is Status.EQUAL:
            return block
        self._changes += 1
        return replace(block, number=self._changes)


def _block(old: Unit | None, new: Unit | None) -> Block:
    unit = new or old
    segments = compare_words(old.words if old else (), new.words if new else ())
    rows = tuple(_rows(old.rows if old else (), new.rows if new else ()))
    return Block(unit.kind, _status(old, new), segments, rows, level=unit.level, ordinal=unit.ordinal)


def _rows(old: tuple[Row, ...], new: tuple[Row, ...]) -> Iterator[RowChange]:
    for old_row, new_row in pair(old, new, lambda row: row.key, _similar):
        cells = tuple(_cells(old_row.cells if old_row else (), new_row.cells if new_row else ()))
        yield RowChange(_status(old_row, new_row), cells)


def _cells(old: tuple[Cell, ...], new: tuple[Cell, ...]) -> Iterator[CellChange]:
    """Cells of a row that kept its columns are compared one by one, others by what is in them."""
    if len(old) == len(new):
        pairs = zip(old, new, strict=True)
    else:
        pairs = pair(old, new, lambda cell: cell.key, lambda first, second: 0.0)
    for old_cell, new_cell in pairs:
        cell = new_cell or old_cell
        words = compare_words(old_cell.words if old_cell else (), new_cell.words if new_cell else ())
        yield CellChange(cell.tag, words)


def _similar_parts(old: Part, new: Part) -> float:
    """Sections under another title are the same when most of the title or of the text is."""
    titles = shared_words(old.title_bag, new.title_bag)
    shared = max(titles, shared_words(old.bag, new.bag) if old.bag and new.bag else 0.0)
    return shared if shared >= _SAME_SECTION else 0.0


def _similar(old: Unit | Row, new: Unit | Row) -> float:
    if old.kind != new.kind:
        return 0.0
    shared = shared_words(old.bag, new.bag)
    return max(shared, _SAME_LABEL) if _label(old) and _label(old) == _label(new) else shared


def _status(old: Unit | Row | None, new: Unit | Row | None) -> Status:
    if old is None:
        return Status.ADDED
    if new is None:
        return Status.REMOVED
    return Status.EQUAL if old.key == new.key else Status.CHANGED


def _label(item: Unit | Row) -> str:
    """Return the number that a point begins with, or an empty text."""
    words = item.all_words
    return words[0].text if words and _LABEL.fullmatch(words[0].text) else ""
