"""When signing is locked after wrong passwords (21 CFR 11.300(d) as a model)."""

from dataclasses import dataclass
import datetime


#: Wrong passwords in a row after which signing is locked.
LIMIT = 3
#: For how long it is locked; wrong passwords that lie farther apart do not add up.
PERIOD = datetime.timedelta(minutes=15)


@dataclass(frozen=True)
class Failures:
    """Wrong passwords of one person.

    Parameters:
        count: how many in a row.
        last: aware time of the last one.
    """

    count: int
    last: datetime.datetime


def noted(failures, now):
    """Return the failures after one more wrong password.

    Parameters:
        failures: those so far, or None.
        now: aware time.
    """
    if failures is None or now - failures.last >= PERIOD:
        return Failures(1, now)
    return Failures(failures.count + 1, now)


def locked_until(failures, now):
    """Return the aware time until which signing is locked, or None when it is not."""
    if failures is None or failures.count < LIMIT:
        return None
    end = failures.last + PERIOD
    return end if now < end else None
