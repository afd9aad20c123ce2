"""What keeps something from being done."""

from czest.qms.disposal.rules.citations import CITATIONS
from dataclasses import dataclass
import datetime


@dataclass(frozen=True)
class Problem:
    """One reason for a refusal.

    Attributes:
        code: a key of ``CITATIONS``.
        day: with ``not_due`` the first day on which it is over, with ``on_hold`` the last one of the hold (None for
            one without an end), with ``closed_in_future`` the day given; else None.
    """

    code: str
    day: datetime.date | None = None

    @property
    def citation(self):
        """The article that the refusal comes from, in Polish."""
        return CITATIONS[self.code]
