"""What a file is read into before it becomes HTML: blocks of runs of text."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
import re


@dataclass(frozen=True)
class Run:
    """A piece of text of one appearance."""

    text: str
    strong: bool = False
    emphasis: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Line:
    """A line or an unstyled paragraph as it stands in the file; without text it is a blank line."""

    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the result."""

    runs: Runs


@dataclass(frozen=True)
class Heading:
    """A heading; in the result of level 2 or 3."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class ListItem:
    """An item of a list; neighbours make one list.

    Parameters:
        runs: text without the mark.
        level: 0 for the outer list.
        label: number as the reader saw it (``2.``, ``c)``); empty for a bullet.
        ordinal: number within its list, counted from 1; 0 for a bullet.
    """

    runs: Runs
    level: int = 0
    label: str = ""
    ordinal: int = 0


#: Paragraphs of one cell.
Cell = tuple[Runs, ...]


@dataclass(frozen=True)
class Table:
    """A table; its first ``header_rows`` rows are heads."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1


Block = Line | Paragraph | Heading | ListItem | Table

_SPACES = re.compile(r"\s+")


def text_of(runs: Iterable[Run]) -> str:
    """Return the text of runs without their appearance."""
    return "".join(run.text for run in runs)


def tidy(runs: Iterable[Run]) -> Runs:
    """Put single spaces for white space, drop it at both ends, join neighbours that look the same."""
    tidied: list[Run] = []
    for run in runs:
        text = _SPACES.sub(" ", run.text)
        if not tidied or tidied[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            continue
        if tidied and (tidied[-1].strong, tidied[-1].emphasis) == (run.strong, run.emphasis):
            tidied[-1] = replace(tidied[-1], text=tidied[-1].text + text)
        else:
            tidied.append(replace(run, text=text))
    while tidied and not tidied[-1].text.rstrip(" "):
        tidied.pop()
    if tidied:
        tidied[-1] = replace(tidied[-1], text=tidied[-1].text.rstrip(" "))
    return tuple(tidied)


def without_beginning(runs: Runs, count: int) -> Runs:
    """Return runs without their first ``count`` characters."""
    return tuple(_without_beginning(runs, count))


def _without_beginning(runs: Runs, count: int) -> Iterator[Run]:
    for run in runs:
        dropped = min(count, len(run.text))
        count -= dropped
        if dropped < len(run.text):
            yield replace(run, text=run.text[dropped:])


def without_end(runs: Runs, count: int) -> Runs:
    """Return runs without their last ``count`` characters."""
    kept = len(text_of(runs)) - count
    result = []
    for run in runs:
        result.append(replace(run, text=run.text[:kept]))
        kept = max(0, kept - len(run.text))
    return tuple(result)


def plain(text: str) -> Runs:
    """Return a text of no special appearance as runs."""
    return (Run(text),)
