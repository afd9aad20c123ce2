"""Bars of editions in proportion to time."""

from czest.qms.documents.views.reading.rules.timeline import Span
from czest.qms.documents.views.reading.rules.timeline import timeline
import datetime
from hypothesis import given
from hypothesis import strategies as st
import pytest


TODAY = datetime.date(2026, 11, 24)


def day(text):
    return datetime.date.fromisoformat(text)


PAST = Span("3", "superseded", day("2021-01-01"), day("2022-12-31"))
PRESENT = Span("4", "in_force", day("2023-01-01"))
PLANNED = Span("5", "in_review", day("2027-01-01"))


def test_nothing_to_draw():
    assert timeline([], TODAY) == ([], 0.0)


def test_widths_are_in_proportion_to_days():
    (first, second), today = timeline([PAST, PRESENT], TODAY)
    assert first.width / second.width == pytest.approx(730 / 1424)
    assert second.left == first.width
    assert today == pytest.approx(100)


def test_the_edition_in_force_reaches_to_the_eve_of_its_successor():
    bars, today = timeline([PAST, PRESENT, PLANNED], TODAY)
    assert [bar.span.number for bar in bars] == ["3", "4", "5"]
    assert bars[1].span.end == day("2026-12-31")
    assert bars[1].left < today < bars[2].left


def test_a_successor_without_a_day_begins_today():
    bars, today = timeline([PRESENT, Span("5", "draft", None)], TODAY)
    assert bars[0].span.end == TODAY
    assert today == pytest.approx(bars[1].left)


def test_a_successor_late_for_its_day_begins_today():
    bars, _today = timeline([PRESENT, Span("5", "draft", day("2026-06-01"))], TODAY)
    assert bars[0].span.end == TODAY


def test_only_a_draft():
    bars, today = timeline([Span("1", "draft", None)], TODAY)
    assert [round(bar.width) for bar in bars] == [100]
    assert today == 0.0


def test_in_force_since_today():
    bars, today = timeline([Span("1", "in_force", TODAY)], TODAY)
    assert bars[0].span.end == TODAY
    assert today == pytest.approx(100)


def test_a_time_without_any_edition_in_force_is_a_gap():
    withdrawn = Span("4", "withdrawn", day("2023-01-01"), day("2025-12-31"))
    bars, today = timeline([PAST, withdrawn], TODAY)
    assert [bar.span.state for bar in bars] == ["superseded", "withdrawn", "gap"]
    assert bars[2].span.start == day("2026-01-01")
    assert today == pytest.approx(100)


def test_a_gap_between_editions():
    bars, _today = timeline([Span("3", "superseded", day("2021-01-01"), day("2021-12-31")), PRESENT], TODAY)
    assert [bar.span.state for bar in bars] == ["superseded", "gap", "in_force"]


@given(st.lists(st.integers(min_value=1, max_value=4000), min_size=1, max_size=30), st.booleans())
def test_bars_fill_the_line_and_each_can_be_seen(lengths, with_draft):
    spans, start = [], datetime.date(1990, 1, 1)
    for number, length in enumerate(lengths, 1):
        end = start + datetime.timedelta(days=length - 1)
        spans.append(Span(str(number), "superseded", start, end))
        start = end + datetime.timedelta(days=1)
    spans.append(Span(str(len(spans) + 1), "in_force", start))
    if with_draft:
        spans.append(Span(str(len(spans) + 1), "draft", None))
    today = start + datetime.timedelta(days=100)
    bars, place = timeline(spans, today)
    assert sum(bar.width for bar in bars) == pytest.approx(100)
    assert min(bar.width for bar in bars) >= min(9.0, 60 / len(bars)) - 1e-9
    assert 0 <= place <= 100 + 1e-9
