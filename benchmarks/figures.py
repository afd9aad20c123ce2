"""Statistics of measured times: pure arithmetic."""

from dataclasses import dataclass
import math


@dataclass(frozen=True)
class Figures:
    """What was measured of one page.

    Parameters:
        count: number of requests.
        rate: requests per second of one reader who asks one after another.
        p50, p95: milliseconds within which half, and 95 %, of the requests were answered.
    processor: milliseconds that the processor of the server worked for a request, in the middle (p50).
        size: bytes of the HTML.
    """

    count: int
    rate: float
    p50: float
    p95: float
    processor: float
    size: int


def percentile(values, percent):
    """Return the least value that at least so many percent of the values do not exceed (nearest rank).

    Parameters:
        values: numbers in any order.
        percent: above 0, at most 100.

    Raises:
        ValueError: without values, or when the percent is out of range.
    """
    if not values:
        raise ValueError("There is no percentile of nothing.")
    if not 0 < percent <= 100:
        raise ValueError(f"{percent} is not above 0 and at most 100.")
    ordered = sorted(values)
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]


def figures(seconds, processor, size):
    """Return the Figures of a page.

    Parameters:
        seconds: times of its requests.
        processor: times that the processor of the server worked for them, in seconds.
        size: bytes of the HTML.

    Raises:
        ValueError: without times.
    """
    milliseconds = [one * 1000 for one in seconds]
    return Figures(
        count=len(milliseconds),
        p50=percentile(milliseconds, 50),
        p95=percentile(milliseconds, 95),
        processor=percentile(processor, 50) * 1000,
        rate=len(seconds) / math.fsum(seconds),
        size=size,
    )


def ratio(ours, plain):
    """Return how many times the rate of plain Plone ours is."""
    return ours.rate / plain.rate


def processor_ratio(ours, plain):
    """Return how many times the processor time of ours plain Plone takes: what a busy machine disturbs least."""
    return plain.processor / ours.processor
