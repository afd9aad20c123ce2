"""The two texts of a comparison apart, for showing them beside each other."""

from czest.qms.documents.comparison.model import Block
from czest.qms.documents.comparison.model import CellChange
from czest.qms.documents.comparison.model import Comparison
from czest.qms.documents.comparison.model import RowChange
from czest.qms.documents.comparison.model import Section
from czest.qms.documents.comparison.model import Segments
from czest.qms.documents.comparison.model import Status
from dataclasses import replace


def older_side(comparison: Comparison) -> Comparison:
    """Return the comparison with what was removed, but without what was added."""
    return _without(comparison, Status.ADDED)


def newer_side(comparison: Comparison) -> Comparison:
    """Return the comparison with what was added, but without what was removed."""
    return _without(comparison, Status.REMOVED)


def _without(comparison: Comparison, dropped: Status) -> Comparison:
    return Comparison(tuple(_section(section, dropped) for section in comparison.sections))


def _section(section: Section, dropped: Status) -> Section:
    blocks = tuple(_block(block, dropped) for block in section.blocks if block.status is not dropped)
    return replace(section, blocks=blocks)


def _block(block: Block, dropped: Status) -> Block:
    rows = tuple(_row(row, dropped) for row in block.rows if row.status is not dropped)
    return replace(block, segments=_segments(block.segments, dropped), rows=rows)


def _row(row: RowChange, dropped: Status) -> RowChange:
    return replace(row, cells=tuple(_cell(cell, dropped) for cell in row.cells))


def _cell(cell: CellChange, dropped: Status) -> CellChange:
    return replace(cell, segments=_segments(cell.segments, dropped))


def _segments(segments: Segments, dropped: Status) -> Segments:
    return tuple(segment for segment in segments if segment.status is not dropped)
