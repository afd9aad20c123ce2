"""Rules of a signature: when signatures become void, and the day of effect that an approval gives (SIG-1, SIG-2)."""


def voided(signatures, reason, which=lambda signature: True):
    """Return the signatures, those of them void that are chosen, the reason kept with those that were valid.

    Parameters:
        signatures: tuple of dicts.
        reason: why they become void.
        which: function that chooses a signature; by default all.
    """
    return tuple(
        signature if signature["void"] or not which(signature) else {**signature, "void": True, "void_reason": reason}
        for signature in signatures
    )


def earliest_day(today):
    """Return the earliest day on which an edition approved today may come into force."""
    return today


def day_of_effect(asked, planned, today):
    """Return the day on which an edition approved today comes into force.

    Parameters:
        asked: date given with the approval, or None.
        planned: date planned in the edition, or None.
        today: date in the office.

    Raises:
        ValueError: when that day is past; the approver must give a new one.
    """
    day = asked or planned or today
    if day < earliest_day(today):
        raise ValueError(day)
    return day
