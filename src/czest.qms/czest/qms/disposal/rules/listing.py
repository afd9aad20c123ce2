"""A disposal list (spis dokumentacji niearchiwalnej) or a transfer list (spis zdawczo-odbiorczy): what decides."""

from czest.qms.disposal.rules.selections import Selection
from dataclasses import dataclass
import datetime


@dataclass(frozen=True)
class Consent:
    """The answer of the state archive by which it consents (§ 12 of the regulation of 20.10.2015).

    Attributes:
        number: sign of the letter.
        day: date of the letter.
    """

    number: str = ""
    day: datetime.date | None = None


@dataclass(frozen=True)
class Listing:
    """What a list brings to the decision about its records.

    Attributes:
        uid: UID of the list.
        selection: its ``Selection``.
        drawn_up_on: date of the list.
        consent: the ``Consent``; without number and day while the archive has not consented.
        is_refused: whether the archive refused the whole list.
        excluded: frozenset of the UIDs of records that the archive or the office took off.
    """

    uid: str
    selection: Selection
    drawn_up_on: datetime.date
    consent: Consent = Consent()
    is_refused: bool = False
    excluded: frozenset = frozenset()
