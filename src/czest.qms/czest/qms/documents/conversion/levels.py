"""Levels of headings: sections of a document are of level 2, whatever the file called them."""

from collections.abc import Iterable
from czest.qms.documents.conversion.blocks import Block
from czest.qms.documents.conversion.blocks import Heading
from czest.qms.documents.conversion.blocks import text_of
from dataclasses import replace


_SECTION = 2
_DEEPEST = 3


def settle_levels(blocks: Iterable[Block]) -> list[Block]:
    """Bring headings to levels 2 and 3 without skipping one.

    A first heading that alone stands above several sections is the title of the document; its
    sections, which the file has one level lower, become level 2 like the title.

    Parameters:
        blocks: blocks with headings of any level from 2 on.
    """
    settled = list(blocks)
    headings = [block for block in settled if isinstance(block, Heading)]
    title = headings[0] if _has_title(headings) else None
    highest = min((heading.level for heading in headings if heading is not title), default=_SECTION)
    opened = False
    for position, block in enumerate(settled):
        if isinstance(block, Heading):
            level = _SECTION if block is title else min(block.level - highest + _SECTION, _DEEPEST)
            opened = opened or level == _SECTION
            settled[position] = replace(block, level=level if opened else _SECTION)
    return settled


def _has_title(headings: list[Heading]) -> bool:
    """Tell whether the first heading is a title; a numbered one is a section."""
    if len(headings) < 3 or text_of(headings[0].runs)[:1].isdigit():
        return False
    levels = [heading.level for heading in headings[1:]]
    return headings[0].level < min(levels) and levels.count(min(levels)) > 1
