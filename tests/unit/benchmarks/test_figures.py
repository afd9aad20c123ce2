from benchmarks.figures import Figures
from benchmarks.figures import figures
from benchmarks.figures import percentile
from benchmarks.figures import processor_ratio
from benchmarks.figures import ratio
from hypothesis import given
from hypothesis import strategies
import pytest


TIMES = strategies.lists(strategies.floats(min_value=1e-6, max_value=1e3), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([5], 1, 5),
        ([5], 100, 5),
        ([3, 1, 2], 50, 2),
        ([4, 3, 2, 1], 50, 2),
        (list(range(1, 101)), 95, 95),
        (list(range(1, 21)), 95, 19),
        (list(range(1, 12)), 95, 11),
        ([1, 2], 100, 2),
    ],
)
def test_percentile_is_the_nearest_rank(values, percent, expected):
    assert percentile(values, percent) == expected


@given(TIMES, strategies.integers(1, 100))
def test_percentile_is_the_least_value_that_enough_do_not_exceed(values, percent):
    found = percentile(values, percent)
    assert found in values
    assert sum(one <= found for one in values) * 100 >= percent * len(values)
    assert sum(one < found for one in values) * 100 < percent * len(values)


@pytest.mark.parametrize(("values", "percent"), [([], 50), ([1], 0), ([1], 101), ([1], -5)])
def test_percentile_of_nothing_or_out_of_range_is_refused(values, percent):
    with pytest.raises(ValueError):
        percentile(values, percent)


def test_figures_are_milliseconds_and_requests_per_second():
    found = figures([0.1, 0.3, 0.1, 0.5], [0.05, 0.07, 0.04, 0.09], 2048)
    assert (found.count, found.size) == (4, 2048)
    assert found.rate == pytest.approx(4.0)
    assert (found.p50, found.p95) == (pytest.approx(100), pytest.approx(500))
    assert found.processor == pytest.approx(50)


def test_figures_of_nothing_are_refused():
    with pytest.raises(ValueError):
        figures([], [], 0)


def test_ratio_is_ours_by_plain():
    ours, plain = figures([0.01], [0.01], 1), figures([0.04], [0.02], 1)
    assert ratio(ours, plain) == pytest.approx(4)
    assert processor_ratio(ours, plain) == pytest.approx(2)


@given(TIMES, TIMES)
def test_ratio_turns_with_its_sides(ours, plain):
    ours, plain = figures(ours, ours, 1), figures(plain, plain, 1)
    assert ratio(ours, plain) * ratio(plain, ours) == pytest.approx(1)
    assert processor_ratio(ours, plain) * processor_ratio(plain, ours) == pytest.approx(1)


def test_figures_cannot_be_changed():
    with pytest.raises(AttributeError):
        Figures(1, 1.0, 1.0, 1.0, 1.0, 1).rate = 2
