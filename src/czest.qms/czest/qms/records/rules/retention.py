"""How long records are kept (rozporządzenie MKiDN of 20.10.2015, annex 1, Dz.U. 2015 poz. 1743; ARCH-3, ARCH-4).

Years are full calendar years, counted from 1 January of the year after the one in which the case ended. A legal hold
shifts none of these days: it forbids the disposal while it is in force.
"""

from czest.qms.classification.rules.symbols import is_archival_category
from dataclasses import dataclass
import datetime


#: Kinds of archival category; a disposal list holds one of them.
KINDS = ("B", "BE", "Bc", "A")

#: Full years after which archival material goes to the state archive (art. 5 ust. 1 pkt 1 of the act of 14.07.1983 on
#: the national archival resource, which counts them from the making of the documents). Counted here from the end of
#: the case, when the last of its documents is there; to be confirmed with the state archive.
YEARS_BEFORE_TRANSFER = 25

#: Stands for the end of a hold that has none.
WITHOUT_END = datetime.date.max

_DAY = datetime.timedelta(days=1)

#: States in which an edition is no longer in force.
_ENDED = frozenset({"superseded", "withdrawn"})


@dataclass(frozen=True)
class Category:
    """An archival category.

    Attributes:
        kind: one of ``KINDS``.
        years: full years of keeping, None for ``A`` and ``Bc``.
    """

    kind: str
    years: int | None = None

    @classmethod
    def parse(cls, text):
        """Return the category written as ``A``, ``B5``, ``BE10`` or ``Bc``.

        Raises:
            ValueError: the text is no archival category.
        """
        if not is_archival_category(text):
            raise ValueError(text)
        if text in ("A", "Bc"):
            return cls(text)
        kind = text.rstrip("0123456789")
        return cls(kind, int(text.removeprefix(kind)))

    def __str__(self):
        return self.kind if self.years is None else f"{self.kind}{self.years}"


@dataclass(frozen=True)
class Hold:
    """A legal hold (wstrzymanie brakowania).

    Attributes:
        since, until: first and last day, ``until`` None for a hold without an end.
        lifted: day from which it is lifted, or None.
    """

    since: datetime.date
    until: datetime.date | None = None
    lifted: datetime.date | None = None

    def is_in_force(self, day):
        """Whether the hold forbids a disposal on ``day``."""
        has_ended = self.until is not None and self.until < day
        is_lifted = self.lifted is not None and self.lifted <= day
        return self.since <= day and not has_ended and not is_lifted


def holds_in_force(holds, day):
    """Return a list of those of the ``holds`` that are in force on ``day``."""
    return [hold for hold in holds if hold.is_in_force(day)]


def held_until(holds, day):
    """Return the last day of the holds in force on ``day``: ``WITHOUT_END`` where one has none, None without a hold."""
    return max((hold.until or WITHOUT_END for hold in holds_in_force(holds, day)), default=None)


def retention_until(category, closed_on):
    """Return the last day of keeping: 31 December of the last full year.

    Parameters:
        category: a ``Category``.
        closed_on: day on which the case ended, or None while it is open.

    Returns:
        a date; None without an end of the case, for ``A`` (kept for ever) and for ``Bc`` (no years).

    Raises:
        ValueError: the day lies beyond the year 9999.
    """
    if closed_on is None or category.years is None:
        return None
    return datetime.date(closed_on.year + category.years, 12, 31)


def appraisal_from(category, closed_on):
    """Return the first day on which the state archive may appraise records of category ``BE``, None for others."""
    if category.kind != "BE" or closed_on is None:
        return None
    return datetime.date(closed_on.year + category.years + 1, 1, 1)


def transferable_from(category, closed_on):
    """Return the first day on which records of category ``A`` go to the state archive, None for others."""
    if category.kind != "A" or closed_on is None:
        return None
    return datetime.date(closed_on.year + YEARS_BEFORE_TRANSFER + 1, 1, 1)


def disposable_from(category, closed_on, holds=(), day=None, appraised_on=None):
    """Return the first day on which records may be destroyed, consent of the archive given.

    Parameters:
        category, closed_on: as in ``retention_until``.
        holds: iterable of ``Hold``.
        day: the day on which this is asked; needed only for holds.
        appraised_on: day on which the appraisal was recorded that found no archival material (``BE`` only), or None.

    Returns:
        a date; None without an end of the case, for ``A``, for ``BE`` before its appraisal, and under a hold without
        an end.
    """
    first = _disposable_from(category, closed_on, appraised_on)
    return None if first is None else _after_holds(first, holds, day)


def _disposable_from(category, closed_on, appraised_on):
    if category.kind == "A" or closed_on is None:
        return None
    if category.kind == "Bc":
        return closed_on + _DAY
    if category.kind == "BE":
        return None if appraised_on is None else max(appraised_on, appraisal_from(category, closed_on))
    return retention_until(category, closed_on) + _DAY


def due_from(category, closed_on, holds=(), day=None):
    """Return the first day on which records can stand on a list: disposal, appraisal (``BE``) or transfer (``A``).

    Parameters:
        category, closed_on, holds, day: as in ``disposable_from``.

    Returns:
        a date; None without an end of the case and under a hold without an end.
    """
    first = (
        transferable_from(category, closed_on)
        or appraisal_from(category, closed_on)
        or _disposable_from(category, closed_on, None)
    )
    return None if first is None else _after_holds(first, holds, day)


def _after_holds(first, holds, day):
    last_held = held_until(holds, day) if holds else None
    if last_held is None:
        return first
    return None if last_held == WITHOUT_END else max(first, last_held + _DAY)


def clock_of_edition(state, in_force_to):
    """Return the day from which the years of an edition are counted: the end of its force.

    Parameters:
        state: state id of the edition.
        in_force_to: last day of its force, or None.

    Returns:
        the day, or None for an edition that was neither superseded nor withdrawn: its clock stands.
    """
    return in_force_to if state in _ENDED else None


@dataclass(frozen=True)
class Year:
    """One full year of keeping.

    Attributes:
        year: the calendar year.
        number: its place, from 1.
        is_held: whether a hold in force reaches into it.
    """

    year: int
    number: int
    is_held: bool


def years_of(category, closed_on, holds=(), day=None):
    """Return the full years of keeping as a tuple of ``Year``; for ``A`` those before the transfer.

    Parameters:
        category, closed_on, holds, day: as in ``disposable_from``.
    """
    count = YEARS_BEFORE_TRANSFER if category.kind == "A" else category.years
    if closed_on is None or count is None:
        return ()
    in_force = holds_in_force(holds, day) if holds else []
    return tuple(
        Year(year, number, any(_reaches_into(hold, year) for hold in in_force))
        for number, year in enumerate(range(closed_on.year + 1, closed_on.year + count + 1), start=1)
    )


def _reaches_into(hold, year):
    return hold.since.year <= year <= (hold.until or WITHOUT_END).year
