"""Making paragraphs, headings and lists out of lines.

Text exported from a PDF, or typed with a line end at every line, has no paragraphs: they are
recovered from blank lines, marks of lists, punctuation and the room left at the end of a line.
The same is done for word-processor files whose every paragraph is one such line.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from czest.qms.documents.conversion.blocks import Block
from czest.qms.documents.conversion.blocks import Heading
from czest.qms.documents.conversion.blocks import Line
from czest.qms.documents.conversion.blocks import ListItem
from czest.qms.documents.conversion.blocks import Paragraph
from czest.qms.documents.conversion.blocks import Run
from czest.qms.documents.conversion.blocks import Runs
from czest.qms.documents.conversion.blocks import text_of
from czest.qms.documents.conversion.blocks import tidy
from czest.qms.documents.conversion.blocks import without_beginning
from czest.qms.documents.conversion.blocks import without_end
from czest.qms.documents.conversion.levels import settle_levels
from czest.qms.documents.conversion.recognition import begins_block
from czest.qms.documents.conversion.recognition import bullet_length
from czest.qms.documents.conversion.recognition import heading_level
from czest.qms.documents.conversion.recognition import in_capitals
from czest.qms.documents.conversion.recognition import keeps_hyphen
from czest.qms.documents.conversion.recognition import ordinal_of
from dataclasses import dataclass
from itertools import pairwise
import re


#: No line broken by a program or a typist is longer; such "lines" are whole paragraphs.
_LONGEST_BROKEN_LINE = 160

#: Broken lines are at least this wide; shorter lines are items, addresses, verses.
_NARROWEST = 50

#: A line shorter than this part of the width was ended on purpose when a capital follows.
_SHORT = 0.6

#: Room beyond the next word that shows a full stop at a line's end to be the end of a paragraph.
_SPARE = 0.06

#: Part of lines going on in the next that shows them to be broken.
_FEW, _MANY = 0.0, 0.15

_SOFT_HYPHEN = "\u00ad"
_DIVIDED = re.compile(r"\w-$")
_CLOSING = "\"'”’)»"


@dataclass(frozen=True)
class _Layout:
    """How the lines of a file were broken."""

    wrapped: bool
    width: int = 0
    ragged: bool = False


def settle(blocks: Iterable[Block], broken_lines: bool) -> list[Block]:
    """Turn the lines among blocks into paragraphs, headings and list items; keep other blocks.

    Parameters:
        blocks: blocks in the order of the file.
        broken_lines: True where lines are lines (plain text, PDF): one that clearly goes on in the
            next shows that lines were broken. False where they are paragraphs of a word processor:
            only many such lines show that somebody broke them by hand.
    """
    tidied = [Line(tidy(block.runs)) if isinstance(block, Line) else block for block in blocks]
    layout = _layout_of(tidied, _FEW if broken_lines else _MANY)
    settled: list[Block] = []
    for group in _groups(tidied, layout):
        settled.extend(_recognised(group))
    return settle_levels(settled)


def _layout_of(blocks: list[Block], least: float) -> _Layout:
    """Look how lines were broken; ``least`` is the part of lines that must go on in the next."""
    texts = [text_of(block.runs) if isinstance(block, Line) else "" for block in blocks]
    lengths = sorted(len(text) for text in texts if text)
    pairs = [(first, second) for first, second in pairwise(texts) if first and second]
    if not pairs or lengths[-1 - len(lengths) // 20] > _LONGEST_BROKEN_LINE:
        return _Layout(wrapped=False)
    width = lengths[-1 - len(lengths) // 50]
    continued = [first for first, second in pairs if second[0].islower() and not _ends_sentence(first)]
    long = [first for first in continued if len(first) >= _SHORT * width]
    if width < _NARROWEST or not long or len(continued) < least * len(pairs):
        return _Layout(wrapped=False)
    return _Layout(wrapped=True, width=width, ragged=len(continued) - len(long) > 0.1 * len(continued))


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith((".", ";", ":", "!", "?", "…"))


def _groups(blocks: list[Block], layout: _Layout) -> Iterator[list[Block]]:
    """Yield neighbours that belong together: paragraphs without a blank line between, or one other block."""
    group: list[Block] = []
    previous: Runs = ()
    for block in blocks:
        if not isinstance(block, Line):
            yield group
            yield [block]
            group, previous = [], ()
        elif not block.runs:
            yield group
            group, previous = [], ()
        elif previous and _continues(previous, block.runs, layout):
            group[-1] = Paragraph(_joined(group[-1].runs, block.runs))
            previous = block.runs
        else:
            group.append(Paragraph(block.runs))
            previous = block.runs
    yield group


def _continues(before: Runs, after: Runs, layout: _Layout) -> bool:
    """Tell whether a line continues the paragraph of the line before it."""
    first, second = text_of(before), text_of(after)
    if not layout.wrapped or begins_block(second):
        return False
    if first.endswith(_SOFT_HYPHEN) or _DIVIDED.search(first):
        return True
    if in_capitals(first) or in_capitals(second):
        return in_capitals(first) and in_capitals(second)
    room = layout.width - len(first) - len(second.split(" ", 1)[0]) - 1
    if _ends_sentence(first):
        return _sentence_goes_on(first, second, room, layout)
    begins_sentence = second[0].isupper() or second[0].isdigit()
    deliberate = begins_sentence and not layout.ragged and len(first) < _SHORT * layout.width
    return not (deliberate or (begins_sentence and bool(heading_level(before)) and room > 0))


def _sentence_goes_on(first: str, second: str, room: int, layout: _Layout) -> bool:
    if first.endswith((";", ":")):
        return room < 0
    abbreviation = first.endswith(".") and second[0].islower()
    return abbreviation or room < _SPARE * layout.width


def _joined(before: Runs, after: Runs) -> Runs:
    """Join two lines of a paragraph, and the parts of a word divided between them."""
    first, second = text_of(before), text_of(after)
    if first.endswith(_SOFT_HYPHEN):
        return tidy((*without_end(before, 1), *after))
    if not _DIVIDED.search(first):
        return tidy((*before, Run(" "), *after))
    if second.startswith("-"):
        # Polish spelling repeats the hyphen of a compound on the next line.
        return tidy((*before, *without_beginning(after, 1)))
    kept = before if keeps_hyphen(first[:-1], second) else without_end(before, 1)
    return tidy((*kept, *after))


def _recognised(group: list[Block]) -> Iterator[Block]:
    """Turn paragraphs of one group into list items and headings where they are written so."""
    numbered = _numbered_items(group)
    for position, block in enumerate(group):
        if position in numbered:
            yield numbered[position]
        elif not isinstance(block, Paragraph):
            yield block
        elif mark := bullet_length(text_of(block.runs)):
            yield ListItem(tidy(without_beginning(block.runs, mark)))
        elif level := heading_level(block.runs):
            yield Heading(level, tuple(Run(run.text, emphasis=run.emphasis) for run in block.runs))
        else:
            yield block


def _numbered_items(group: list[Block]) -> dict[int, ListItem]:
    """Find neighbours numbered 1, 2, 3 …: an ordered list, not headings."""
    items: dict[int, ListItem] = {}
    candidate: dict[int, ListItem] = {}
    for position, block in enumerate(group):
        ordinal = ordinal_of(text_of(block.runs)) if isinstance(block, Paragraph) else None
        if ordinal is None or ordinal[0] != len(candidate) + 1:
            candidate = {}
        if ordinal and ordinal[0] == len(candidate) + 1:
            runs = tidy(without_beginning(block.runs, ordinal[1]))
            candidate[position] = ListItem(runs, label=f"{ordinal[0]}.", ordinal=ordinal[0])
        if len(candidate) > 1:
            items.update(candidate)
    return items
