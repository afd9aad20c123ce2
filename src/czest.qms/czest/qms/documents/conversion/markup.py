"""Writing blocks as HTML."""

from collections.abc import Iterable
from collections.abc import Iterator
from czest.qms.documents.conversion.blocks import Block
from czest.qms.documents.conversion.blocks import Cell
from czest.qms.documents.conversion.blocks import Heading
from czest.qms.documents.conversion.blocks import ListItem
from czest.qms.documents.conversion.blocks import Runs
from czest.qms.documents.conversion.blocks import Table
from html import escape
from itertools import groupby


def write(blocks: Iterable[Block]) -> str:
    """Return blocks as HTML, one element a line; everything that comes from the file is escaped.

    Parameters:
        blocks: settled blocks.
    """
    return "\n".join(_written(blocks))


def _written(blocks: Iterable[Block]) -> Iterator[str]:
    for is_list, neighbours in groupby(blocks, key=lambda block: isinstance(block, ListItem)):
        if is_list:
            yield from _lists(list(neighbours))
        else:
            yield from map(_block, neighbours)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_inline(block.runs)}</h{block.level}>"
        case Table():
            return _table(block)
        case _:
            return f"<p>{_inline(block.runs)}</p>"


def _inline(runs: Runs) -> str:
    pieces = []
    for run in runs:
        piece = escape(run.text, quote=False)
        if run.emphasis:
            piece = f"<em>{piece}</em>"
        if run.strong:
            piece = f"<strong>{piece}</strong>"
        pieces.append(piece)
    return "".join(pieces)


def _lists(items: list[ListItem]) -> Iterator[str]:
    """Write neighbouring items: a new list where bullets turn into numbers or numbers begin again."""
    start = 0
    for position in range(1, len(items) + 1):
        if position == len(items) or _begins_list(items[start], items[position]):
            yield _list(items[start:position])
            start = position


def _begins_list(first: ListItem, item: ListItem) -> bool:
    if item.level > first.level:
        return False
    return bool(item.ordinal) != bool(first.ordinal) or item.ordinal == 1


def _list(items: list[ListItem]) -> str:
    tag = "ol" if items[0].ordinal else "ul"
    base = items[0].level
    parts = []
    position = 0
    while position < len(items):
        end = position + 1
        while end < len(items) and items[end].level > base:
            end += 1
        nested = "".join(_lists(items[position + 1 : end]))
        parts.append(f"<li>{_inline(items[position].runs)}{nested}</li>")
        position = end
    return f"<{tag}>{''.join(parts)}</{tag}>"


def _table(table: Table) -> str:
    head = "".join(_row(row, "th") for row in table.rows[: table.header_rows])
    body = "".join(_row(row, "td") for row in table.rows[table.header_rows :])
    parts = [f"<thead>{head}</thead>" if head else "", f"<tbody>{body}</tbody>" if body else ""]
    return f"<table>{''.join(parts)}</table>"


def _row(cells: Iterable[Cell], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_cell(cell)}</{tag}>' for cell in cells)}</tr>"


def _cell(cell: Cell) -> str:
    if len(cell) == 1:
        return _inline(cell[0])
    return "".join(f"<p>{_inline(runs)}</p>" for runs in cell)
