"""The life of a document as bars in proportion to time."""

from czest.qms.documents.rules.lifecycle import OPEN_STATES
from dataclasses import dataclass
import datetime


#: Least part of the whole width that a bar takes, in percent, while there are few of them.
LEAST_SHARE = 9.0
#: All least parts together never take more than this, in percent.
LEAST_SHARES = 60.0
#: Width of a bar whose end nobody knows, as a part of all others.
PLANNED_PART = 0.12

PLANNED_STATES = OPEN_STATES
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """The time of one edition.

    Parameters:
        number: number of the edition, or None for a time when nothing was in force.
        state: state id of the edition, or ``gap``.
        start: first day in force, past or planned; None while no day is planned.
        end: last day in force; None while it has none.
    """

    number: str | None
    state: str
    start: datetime.date | None
    end: datetime.date | None = None


@dataclass(frozen=True)
class Bar:
    """A span with its place on the line, both in percent of the whole width."""

    span: Span
    left: float
    width: float


def timeline(spans, today):
    """Return the bars and the place of today.

    Parameters:
        spans: Spans of editions, oldest first, the planned one last.
        today: date in the office.

    Returns:
        ``(list of Bar, place of today in percent)``; no bars for no spans.
    """
    complete = with_gaps(closed(spans, today), today)
    widths = shares([days(span) for span in complete])
    bars, left = [], 0.0
    for span, width in zip(complete, widths, strict=True):
        bars.append(Bar(span, left, width))
        left += width
    return bars, place_of(today, bars)


def closed(spans, today):
    """Give the edition in force an end for drawing: the eve of its planned successor, or today."""
    planned = next((span.start for span in spans if span.state in PLANNED_STATES and span.start), None)
    last_day = planned - ONE_DAY if planned and planned > today else today
    return [
        Span(span.number, span.state, span.start, max(last_day, span.start)) if span.state == "in_force" else span
        for span in spans
    ]


def with_gaps(spans, today):
    """Put a gap wherever nothing was in force, up to today."""
    found = []
    for span in spans:
        end = found[-1].end if found else None
        start = span.start or today
        if end and start - end > ONE_DAY:
            found.append(Span(None, "gap", end + ONE_DAY, start - ONE_DAY))
        found.append(span)
    if found and found[-1].end and found[-1].end < today:
        found.append(Span(None, "gap", found[-1].end + ONE_DAY, today))
    return found


def days(span):
    """Return the length of a span in days, or None for one without an end."""
    return None if span.end is None else (span.end - span.start).days + 1


def shares(lengths):
    """Return widths in percent: in proportion to the lengths, yet none too narrow to be seen.

    Parameters:
        lengths: positive numbers, or None for a bar whose end is not known.
    """
    if not lengths:
        return []
    known = sum(length for length in lengths if length is not None)
    whole = [known * PLANNED_PART or 1 if length is None else length for length in lengths]
    least = min(LEAST_SHARE, LEAST_SHARES / len(lengths))
    raw = [length / sum(whole) * 100 for length in whole]
    spare = sum(share - least for share in raw if share > least)
    lacking = sum(least - share for share in raw if share < least)
    return [least if share <= least else share - (share - least) / spare * lacking for share in raw]


def place_of(today, bars):
    """Return the place of today in percent."""
    place = 0.0
    for bar in bars:
        span = bar.span
        if span.start is None or span.start > today:
            break
        if span.end is None or span.end <= today:
            place = bar.left + (bar.width if span.end is not None else 0)
            continue
        return bar.left + bar.width * ((today - span.start).days + 1) / days(span)
    return place
