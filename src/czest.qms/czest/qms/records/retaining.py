"""How long a record, or an edition that is no longer in force, must be kept: what the rules say of the site's objects."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.interfaces import IKeeping
from czest.qms.records.holds import holds_over
from czest.qms.records.rules import retention
from czest.qms.records.rules.holding import as_rule
from dataclasses import dataclass
import datetime
from zope.component import adapter
from zope.interface import implementer


@dataclass(frozen=True)
class Keeping:
    """How long something is kept.

    Parameters:
        category: archival category as text, or None where the class has none.
        closed_on: day from which the clock runs, or None while it does not.
        retention_until: last day of keeping, or None where there is none.
        disposable_from: first day on which it may be destroyed, or None; holds considered.
        appraisal_from: first day of the appraisal of ``BE``, or None.
        transferable_from: first day of the transfer of ``A``, or None.
    """

    category: str | None
    closed_on: datetime.date | None
    retention_until: datetime.date | None = None
    disposable_from: datetime.date | None = None
    appraisal_from: datetime.date | None = None
    transferable_from: datetime.date | None = None


def keeping(category, closed_on, holds=()):
    """Return the Keeping of something with a category, closed on a day, under holds (``rules.retention.Hold``)."""
    if not category:
        return Keeping(None, closed_on)
    parsed = retention.Category.parse(category)
    return Keeping(
        category,
        closed_on,
        retention.retention_until(parsed, closed_on),
        retention.disposable_from(parsed, closed_on, holds, clock.today()),
        retention.appraisal_from(parsed, closed_on),
        retention.transferable_from(parsed, closed_on),
    )


def keeping_of(record):
    """Return the Keeping of a record, with its own holds and those of its series."""
    return keeping(record.archival_category, record.closed_on, holds_on(record))


def holds_on(record):
    """Return the holds on a record and on its series as ``rules.retention.Hold``."""
    return [as_rule(hold) for hold in holds_over(record)]


@implementer(IKeeping)
@adapter(IEditionMarker)
class KeepingOfEdition:
    """How long an edition is kept: its clock starts when it is superseded or withdrawn (ARCH-4)."""

    def __init__(self, edition):
        self.edition = edition

    def until(self):
        edition = self.edition
        ended = retention.clock_of_edition(state_of(edition), edition.in_force_to)
        return keeping(edition.document.archival_category, ended).retention_until
