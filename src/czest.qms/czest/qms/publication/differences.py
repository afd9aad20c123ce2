"""What may differ between the ledger and the bulletin."""

from dataclasses import dataclass


#: What differs.
UNKNOWN, MISSING, CHANGED, STATE, OUTDATED = "unknown", "missing", "changed", "state", "outdated"
TAKEN_DOWN = "taken-down"


@dataclass(frozen=True)
class Difference:
    """One difference between the ledger and the bulletin.

    Parameters:
        kind: ``unknown`` (an entry or page without a row), ``missing`` (a row without what it says to be public),
            ``changed`` (not what was decided), ``state``, ``outdated`` (a page that still shows an earlier version), or
            ``taken-down`` (withdrawn there, and the ledger does not know).
        path: of the entry or page below the bulletin's site.
        case: the case of an entry, or None.
    """

    kind: str
    path: str
    case: object = None
