"""Rendering a comparison as one text with changes marked (mockup 06)."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from czest.qms.documents.comparison.model import Block
from czest.qms.documents.comparison.model import Comparison
from czest.qms.documents.comparison.model import RowChange
from czest.qms.documents.comparison.model import Section
from czest.qms.documents.comparison.model import Segment
from czest.qms.documents.comparison.model import Segments
from czest.qms.documents.comparison.model import Status
from czest.qms.documents.comparison.model import Word
from dataclasses import dataclass
from html import escape
from itertools import groupby
from itertools import pairwise


_TAGS = {Status.ADDED: "ins", Status.REMOVED: "del"}


@dataclass(frozen=True)
class Labels:
    """Words of the interface, translated by the caller.

    Parameters:
        added: read by screen readers before added text (*dodano*).
        removed: read by screen readers before removed text (*usunięto*).
        change: makes the accessible name of a mark out of its number (*zmiana 3*).
        unchanged: makes the sentence that stands for folded sections (*punkty 3 i 4 bez zmian*).
    """

    added: str
    removed: str
    change: Callable[[int], str]
    unchanged: Callable[[Sequence[Section]], str]


def to_html(comparison: Comparison, labels: Labels, show_unchanged: bool = True, prefix: str = "") -> str:
    """Return the comparison as HTML.

    Every changed block carries ``<span class="qms-redline-number" id="zmiana-N">``; sections are
    ``<section id>`` as in the model. Everything that comes from the texts is escaped.

    Parameters:
        comparison: what ``compare`` gave.
        labels: words of the interface.
        show_unchanged: False folds sections without changes and leaves out unchanged blocks of others.
        prefix: set before all ids, where a page shows two comparisons.
    """
    return _Redline(labels, show_unchanged, prefix).render(comparison)


class _Redline:
    def __init__(self, labels: Labels, show_unchanged: bool, prefix: str):
        self._labels = labels
        self._prefix = prefix
        self._show_unchanged = show_unchanged
        self._words = {Status.ADDED: labels.added, Status.REMOVED: labels.removed}

    def render(self, comparison: Comparison) -> str:
        pieces = []
        for folded, sections in groupby(comparison.sections, key=lambda section: self._is_folded(section)):
            if folded:
                pieces.append(self._folded(list(sections)))
            else:
                pieces.extend(map(self._section, sections))
        return "\n".join(pieces)

    def _is_folded(self, section: Section) -> bool:
        return not self._show_unchanged and not section.changes

    def _folded(self, sections: list[Section]) -> str:
        sentence = escape(self._labels.unchanged(sections))
        whole = "".join(self._section(section, section.blocks) for section in sections)
        return f'<details class="qms-redline-folded"><summary>{sentence}</summary>{whole}</details>'

    def _section(self, section: Section, blocks: Sequence[Block] = ()) -> str:
        blocks = blocks or [block for block in section.blocks if self._is_shown(block)]
        content = []
        for is_item, group in groupby(blocks, key=lambda block: block.kind == "li"):
            neighbours = list(group)
            content.extend(self._lists(neighbours) if is_item else map(self._block, neighbours))
        return f'<section id="{self._prefix}{section.id}">{"".join(content)}</section>'

    def _is_shown(self, block: Block) -> bool:
        return self._show_unchanged or block.number > 0 or block.kind == "h2"

    def _lists(self, items: list[Block]) -> Iterator[str]:
        """Write items of lists; numbers are written out, since removed items stand among the others."""
        levels: list[tuple[int, str]] = []
        for item in items:
            tag = "ol" if item.ordinal else "ul"
            while levels and (levels[-1][0] > item.level or (levels[-1][0] == item.level and levels[-1][1] != tag)):
                yield f"</li></{levels.pop()[1]}>"
            if levels and levels[-1][0] == item.level:
                yield "</li>"
            else:
                levels.append((item.level, tag))
                yield f"<{tag}>"
            value = f' value="{item.ordinal}"' if item.ordinal else ""
            yield f"<li{value}{_block_class(item)}>{self._mark(item)}{self._segments(item.segments)}"
        while levels:
            yield f"</li></{levels.pop()[1]}>"

    def _block(self, block: Block) -> str:
        content = self._table(block) if block.kind == "table" else self._segments(block.segments)
        element = f"<{block.kind}>{content}</{block.kind}>"
        if not block.number:
            return element
        return f"<div{_block_class(block)}>{self._mark(block)}{element}</div>"

    def _mark(self, block: Block) -> str:
        """A mark can be focused, so that next and previous also move a screen reader."""
        if not block.number:
            return ""
        name = escape(self._labels.change(block.number))
        return (
            f'<span class="qms-redline-number" id="{self._prefix}zmiana-{block.number}" tabindex="-1">'
            f'<span class="visually-hidden">{name}</span><span aria-hidden="true">{block.number}</span></span>'
        )

    def _table(self, block: Block) -> str:
        caption = f"<caption>{self._segments(block.segments)}</caption>" if block.segments else ""
        return f"{caption}<tbody>{''.join(map(self._row, block.rows))}</tbody>"

    def _row(self, row: RowChange) -> str:
        cells = (f"<{cell.tag}>{self._segments(cell.segments)}</{cell.tag}>" for cell in row.cells)
        return f'<tr data-change="{row.status}">{"".join(cells)}</tr>'

    def _segments(self, segments: Segments) -> str:
        pieces = []
        for before, segment in pairwise((None, *segments)):
            # The space before a change stays outside its mark, so that no line is drawn under it.
            apart = segment.words[0].space or (before and Status.EQUAL not in (before.status, segment.status))
            pieces.append((" " if apart else "") + self._segment(segment))
        return "".join(pieces).strip()

    def _segment(self, segment: Segment) -> str:
        text = "".join(_run(look, list(words)) for look, words in groupby(segment.words, key=_look)).strip()
        tag = _TAGS.get(segment.status)
        if tag is None:
            return text
        word = escape(self._words[segment.status])
        return f'<{tag}><span class="visually-hidden">{word} </span>{text}</{tag}>'


def _block_class(block: Block) -> str:
    return ' class="qms-redline-change"' if block.number else ""


def _look(word: Word) -> tuple[tuple[str, ...], str]:
    return word.look, word.link


def _run(look: tuple[tuple[str, ...], str], words: Sequence[Word]) -> str:
    """Write words of one look, the space before them outside their elements."""
    tags, link = look
    text = escape("".join(f" {word.text}" if word.space else word.text for word in words), quote=False)
    space = " " if text.startswith(" ") else ""
    text = text.removeprefix(" ")
    if link:
        text = f'<a href="{escape(link)}">{text}</a>'
    for tag in reversed(tags):
        text = f"<{tag}>{text}</{tag}>"
    return space + text
