"""One record of the register as plain values, from its catalog record alone."""

from Missing import MV


def entry(brain, series, is_held):
    """Return the item of ``@register`` for a brain: texts, None for what is not known, and whether it is held.

    Parameters:
        brain: the brain of a record.
        series: brain of its series, or None where the person may not see that.
        is_held: whether a hold is in force on it.
    """
    return {
        "@id": brain.getURL(),
        "symbol": brain.symbol,
        "title": brain.Title,
        "series": series and series.symbol,
        "case_sign": _known(brain.case_sign),
        "owner_unit": _known(brain.owner_unit),
        "jrwa_class": _known(brain.jrwa_class),
        "archival_category": _known(brain.archival_category),
        "created_on": _known(brain.created_on),
        "closed_on": _known(brain.closed_on),
        "retention_until": _known(brain.retention_until),
        "disposable_from": _known(brain.disposable_from),
        "openness": _known(brain.openness),
        "state": brain.review_state,
        "held": is_held,
    }


def _known(value):
    return None if value is MV or not value else value


def entries(answer, brains):
    """Return the items of the register for brains.

    Parameters:
        answer: the RecordsAnswer.
        brains: its brains of one page.
    """
    return [entry(brain, answer.series.get(brain.record_series), brain.getRID() in answer.held) for brain in brains]
